//! Many sign-ins at once: the counts of some and the outcomes of others share a transaction, the hashes run
//! between on other threads. For each try the rule is the same as for one: count, commit, compare, judge, commit.

use super::judge::{self, Answer};
use super::{Candidate, Compared, Credentials, compare, count};
use crate::base::error::Result;
use crate::domain::Context;
use crate::domain::audit;
use crate::store::{Mode, Tx};

/// A try that waits to be counted. The number is the caller's, to know it again.
pub struct Fresh {
    pub number: u64,
    pub given: Credentials,
}

/// A try whose count is committed: it may be compared.
pub struct Counted {
    pub number: u64,
    given: Credentials,
    found: Candidate,
}

/// A try that was compared: it wants to be judged.
pub struct Tried {
    pub number: u64,
    given: Credentials,
    found: Candidate,
    compared: Result<Compared>,
}

/// What one transaction did.
#[derive(Default)]
pub struct Step {
    pub answers: Vec<(u64, Result<Answer>)>,
    pub counted: Vec<Counted>,
}

impl Counted {
    /// Runs the hash: long, outside of any transaction, on whatever thread `ctx` belongs to.
    pub fn compare(self, ctx: &Context) -> Tried {
        let compared = compare(ctx, &self.found, &self.given.password);
        Tried {
            number: self.number,
            given: self.given,
            found: self.found,
            compared,
        }
    }
}

/// Judges what was tried and counts what is fresh, in one transaction. If that fails, each gets its own, so that
/// one try's trouble is not another's.
pub fn step(ctx: &Context, tried: Vec<Tried>, fresh: Vec<Fresh>) -> Step {
    let mut step = Step::default();
    let mut judged = vec![];
    for one in tried {
        match one.compared {
            Ok(compared) => judged.push((one.number, one.given, one.found, compared)),
            Err(error) => step.answers.push((one.number, Err(error))),
        }
    }
    if judged.len() + fresh.len() > 1
        && let Ok((answers, found)) = together(ctx, &judged, &fresh)
    {
        let numbers = judged.iter().map(|(number, ..)| *number);
        step.answers
            .extend(numbers.zip(answers.into_iter().map(Ok)));
        for (fresh, found) in fresh.into_iter().zip(found) {
            step.counted.push(Counted::of(fresh, found));
        }
        return step;
    }
    for (number, given, found, compared) in &judged {
        let done = judge::conclude(ctx, given, found, compared);
        step.answers.push((*number, done.map(|done| done.value)));
    }
    for fresh in fresh {
        match ctx
            .store
            .write(Mode::Commit, |tx| count(ctx, tx, &fresh.given.account))
        {
            Ok(found) => step.counted.push(Counted::of(fresh, found)),
            Err(error) => step.answers.push((fresh.number, Err(error))),
        }
    }
    step
}

impl Counted {
    fn of(fresh: Fresh, found: Candidate) -> Self {
        Self {
            number: fresh.number,
            given: fresh.given,
            found,
        }
    }
}

type Judged = (u64, Credentials, Candidate, Compared);

fn together(
    ctx: &Context,
    judged: &[Judged],
    fresh: &[Fresh],
) -> Result<(Vec<Answer>, Vec<Candidate>)> {
    ctx.store.write(Mode::Commit, |tx| {
        let answers = judged.iter().map(|one| judge_one(ctx, tx, one));
        let answers = answers.collect::<Result<_>>()?;
        let found = fresh
            .iter()
            .map(|fresh| count(ctx, tx, &fresh.given.account));
        Ok((answers, found.collect::<Result<_>>()?))
    })
}

fn judge_one(ctx: &Context, tx: &Tx<'_>, of: &Judged) -> Result<Answer> {
    let (_, given, found, compared) = of;
    let mut event = judge::login(ctx, given, found)?;
    let answer = judge::decide(ctx, tx, &mut event, (given, found, compared))?;
    audit::append(ctx, tx, &event)?;
    Ok(answer)
}
