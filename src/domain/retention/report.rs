//! What is kept how long, why, and what is due: counts alone, nothing about a person.

use super::rule::{Rule, aged, rules};
use crate::base::error::Result;
use crate::domain::context::Context;
use crate::domain::privacy::Class;
use crate::store::retention::{Deleted, RunRow};

/// One class.
#[derive(Clone, Debug)]
pub struct Line {
    pub class: Class,
    /// None: it is kept.
    pub rule: Option<Rule>,
    /// What the next run would do; none without a rule.
    pub due: Option<Deleted>,
    pub last: Option<RunRow>,
    /// Why it can have no rule.
    pub elsewhere: Option<&'static str>,
}

/// Every class of data, whether it has a rule or not.
pub fn report(ctx: &Context) -> Result<Vec<Line>> {
    let now = ctx.now();
    ctx.store.read(|tx| {
        let rules = rules(tx)?;
        let line = |class: Class| {
            let rule = rules.iter().find(|rule| rule.class == class).cloned();
            let due = match (&rule, aged(class)) {
                (Some(rule), Ok(aged)) => Some(tx.count_aged(aged, rule.cutoff(now))?),
                _ => None,
            };
            Ok(Line {
                class,
                rule,
                due,
                last: tx.last_run(class.as_str())?,
                elsewhere: aged(class).err(),
            })
        };
        Class::ALL.into_iter().map(line).collect()
    })
}
