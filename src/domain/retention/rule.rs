//! Rules: a period and a basis for each class of data that can be deleted by age.

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::safe;
use crate::domain::account::KEPT_DAYS;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::domain::privacy::Class;
use crate::store::Tx;
use crate::store::retention::{Aged, RuleRow};

/// Records of requests are kept so long at least (11 CCR §7101(a)).
const REQUEST_MONTHS: u32 = 24;
/// The longest basis, in characters.
const LONGEST: usize = 200;

/// How long a class is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub class: Class,
    pub period: Period,
    pub basis: String,
}

impl Rule {
    /// What is older goes. Never less than the least is kept: 730 days are 24 months only where no 29 February is
    /// among them, and a rule is judged once, when it is added.
    pub(super) fn cutoff(&self, now: Time) -> Time {
        let (least, _) = least(self.class);
        self.period.before(now).min(least.before(now))
    }
}

/// What of a class is deleted by age; a class without it is no matter of a rule, for the reason given.
pub const fn aged(class: Class) -> std::result::Result<Aged, &'static str> {
    Ok(match class {
        Class::Identity => Aged::Accounts,
        Class::Credentials => Aged::Credentials,
        Class::Sessions => Aged::Sessions,
        Class::Notices => Aged::Notices,
        Class::Requests => Aged::Requests,
        Class::Consents => Aged::Consents,
        Class::Contact | Class::Access => {
            return Err("it goes with its account, by the rule for `identity`");
        }
        Class::Sources => {
            return Err("the program that owns a data source deletes by age");
        }
        Class::Activity => {
            return Err("the audit log has `audit expire` and `audit prune`");
        }
    })
}

/// Adds a rule; it deletes nothing before the next run.
pub fn add(ctx: &Context, rule: &Rule) -> Result<Changed<bool>> {
    require(ctx.now(), rule)?;
    let event = Event::new("retention.rule.add")
        .severity(Severity::Medium)
        .field("what", rule.class.as_str())
        .field("kept", rule.period.to_string())
        .personal("basis", rule.basis.trim());
    audit::change(ctx, event, |tx, event| {
        let known = tx
            .rules()?
            .into_iter()
            .find(|row| row.class == rule.class.as_str());
        if let Some(known) = known {
            if known.period == rule.period.to_string() && known.basis == rule.basis.trim() {
                event.set("changed", false);
                return Ok(false);
            }
            return Err(Error::conflict(format!(
                "`{}` has a rule already: it is kept for {}",
                known.class, known.period
            ))
            .hint(format!(
                "remove it first with `optimactl retention rule remove {}`",
                known.class
            )));
        }
        tx.insert_rule(&RuleRow {
            class: rule.class.as_str().to_owned(),
            period: rule.period.to_string(),
            basis: rule.basis.trim().to_owned(),
            added: ctx.now(),
        })?;
        event.set("changed", true);
        Ok(true)
    })
}

/// Removes a rule: the class is kept from now on until there is another one.
pub fn remove(ctx: &Context, class: Class) -> Result<Changed<bool>> {
    let event = Event::new("retention.rule.remove")
        .severity(Severity::Medium)
        .field("what", class.as_str());
    audit::change(ctx, event, |tx, event| {
        let changed = tx.remove_rule(class.as_str())?;
        event.set("changed", changed);
        Ok(changed)
    })
}

/// The rules, by class. Nothing in them is about a person.
pub fn list(ctx: &Context) -> Result<Vec<Rule>> {
    ctx.store.read(rules)
}

pub(super) fn rules(tx: &Tx<'_>) -> Result<Vec<Rule>> {
    tx.rules()?.into_iter().map(read).collect()
}

fn read(row: RuleRow) -> Result<Rule> {
    let odd = |error: Error| Error::integrity("a rule of retention is unreadable").because(error);
    Ok(Rule {
        class: Class::parse(&row.class).map_err(odd)?,
        period: row.period.parse().map_err(odd)?,
        basis: row.basis,
    })
}

fn require(now: Time, rule: &Rule) -> Result<()> {
    let class = rule.class.as_str();
    if let Err(why) = aged(rule.class) {
        return Err(
            Error::refused(format!("`{class}` has no rule of its own: {why}"))
                .hint("see `optimactl retention report`"),
        );
    }
    let basis = rule.basis.trim();
    if basis.is_empty() || basis.chars().count() > LONGEST || basis.chars().any(char::is_control) {
        return Err(Error::usage(format!(
            "`{}` is no basis: it has 1 to {LONGEST} characters and no control characters",
            safe(basis)
        )));
    }
    let (least, why) = least(rule.class);
    if rule.period.after(now) < least.after(now) {
        return Err(
            Error::refused(format!("`{class}` is kept for at least {least}: {why}"))
                .hint(format!("give `--period {least}` or more")),
        );
    }
    Ok(())
}

/// How long a class is kept whatever its rule says, and why.
fn least(class: Class) -> (Period, &'static str) {
    match class {
        Class::Identity => (
            Period::of_days(KEPT_DAYS),
            "a removed account can be restored for that long",
        ),
        Class::Requests => (
            Period::of_months(REQUEST_MONTHS),
            "records of requests are kept for 24 months (11 CCR §7101(a))",
        ),
        _ => (Period::of_days(1), "what is of today is not old"),
    }
}
