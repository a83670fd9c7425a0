//! What restricts survives a restore, what grants does not: lines of the rights journal that are newer than a
//! restored image are applied to it again, in their order.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::audit::redact;
use super::privacy::{self, Class, Needles, Whose};
use super::{Context, role};
use crate::base::clock::{Time, from_micros};
use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::store::journal::{Act, Applied, Factor, Fields, Line, Outcome, Removal, Settled, walk};
use crate::store::{Tx, keyring, slot};

/// 9999-12-31: a lock that lasts until somebody lifts it.
const FOR_EVER: i64 = 253_402_214_400_000_000;

/// What applying did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reapplied {
    /// How many restrictions of each kind hold again.
    pub kinds: BTreeMap<&'static str, u64>,
    /// Lines whose restriction was lifted again: nothing was to be done.
    pub lifted: u64,
    /// What they are about is not in the image.
    pub gone: u64,
    /// What was not applied, because nobody could administer the store then, or may not have been there to apply.
    pub kept: Vec<String>,
    /// Accounts that are locked until a second factor is bound.
    pub owing: Vec<String>,
    /// Accounts whose password is void: it was another one than in the image.
    pub without_password: u64,
}

/// The lines behind the image, those that lifted others set apart.
struct Behind {
    lines: Vec<(u64, Line)>,
    /// Which line was lifted for whom.
    lifted: HashSet<(u64, String)>,
    end: crate::store::journal::Mark,
}

/// Applies every line above the number in the image, and lets the image know.
pub fn reapply(ctx: &Context, tx: &Tx<'_>) -> Result<Reapplied> {
    let now = ctx.now();
    let behind = read(ctx, tx)?;
    let mut work = Work {
        ctx,
        tx,
        now,
        owed: HashMap::new(),
        cut: RefCell::default(),
        done: Reapplied::default(),
    };
    for (number, line) in &unfinished(ctx, tx)? {
        work.line(*number, line, &behind.lifted)?;
    }
    for (number, line) in &behind.lines {
        work.line(*number, line, &behind.lifted)?;
    }
    work.lock_owing()?;
    let cut = work.cut.take();
    if !cut.is_empty() {
        ctx.store.cut_rectified(tx, &cut)?;
    }
    tx.set_journal_mark(&behind.end)?;
    Ok(work.done)
}

/// The lines of erasures that had begun and not ended when the image was made: it has the line, and the person.
fn unfinished(ctx: &Context, tx: &Tx<'_>) -> Result<Vec<(u64, Line)>> {
    let mut open = BTreeSet::new();
    for request in tx.open_erasures()? {
        if let Some(row) = tx.erasure(&request)? {
            open.extend(tx.standing_line(&row.subject, "erasure")?);
        }
    }
    let mut lines = vec![];
    if !open.is_empty() {
        let path = ctx.store.folder.journal();
        walk(&path, &ctx.store.keyring, None, |number, line| {
            if open.contains(&number) {
                lines.push((number, line));
            }
            Ok(())
        })?;
    }
    Ok(lines)
}

fn read(ctx: &Context, tx: &Tx<'_>) -> Result<Behind> {
    let from = tx.journal_mark()?;
    let (mut lines, mut lifted) = (vec![], HashSet::new());
    let path = ctx.store.folder.journal();
    let end = walk(&path, &ctx.store.keyring, from, |number, line| {
        if let Act::Lift { lines: taken } = &line.act {
            let subjects: Vec<&str> = line.accounts().collect();
            let none: &[&str] = &[""];
            let subjects = if subjects.is_empty() { none } else { &subjects };
            for subject in subjects {
                lifted.extend(taken.iter().map(|line| (*line, (*subject).to_owned())));
            }
        } else {
            lines.push((number, line));
        }
        Ok(())
    })?;
    Ok(Behind { lines, lifted, end })
}

struct Work<'a> {
    ctx: &'a Context,
    tx: &'a Tx<'a>,
    now: Time,
    /// Factors that accounts had at the end and that are not here.
    owed: HashMap<String, HashSet<String>>,
    /// Rectified values that an erasure took.
    cut: RefCell<Fields>,
    done: Reapplied,
}

impl Work<'_> {
    fn line(&mut self, number: u64, line: &Line, lifted: &HashSet<(u64, String)>) -> Result<()> {
        let mut line = line.clone();
        let is_lifted = |subject: &str| lifted.contains(&(number, subject.to_owned()));
        let is_about_none = line.accounts().next().is_none();
        let before = line.accounts().count();
        line.subject = line.subject.filter(|subject| !is_lifted(subject));
        line.subjects.retain(|subject| !is_lifted(subject));
        let left = line.accounts().count();
        self.done.lifted += u64::try_from(before - left).unwrap_or(0);
        if is_about_none && is_lifted("") {
            self.done.lifted += 1;
            return Ok(());
        }
        if left == 0 && !is_about_none {
            return Ok(());
        }
        self.note_owed(&line);
        let outcomes = self.guarded(number, &line)?;
        for outcome in outcomes {
            match outcome {
                Outcome::Cannot => return Err(cannot(number, &line.act)),
                Outcome::Gone => self.done.gone += 1,
                Outcome::Taken => self.done.kept.push(format!(
                    "line {number} (`{}`, {}) was not applied: another account has the value",
                    line.act.kind(),
                    line.subject.as_deref().unwrap_or_default()
                )),
                Outcome::Already | Outcome::Owed => {}
                Outcome::Applied => {
                    *self.done.kinds.entry(line.act.kind()).or_default() += 1;
                    let void = matches!(line.act, Act::PasswordChange { until: None });
                    self.done.without_password += u64::from(void);
                }
            }
        }
        Ok(())
    }

    /// Applies a line, unless it would take away the last account that can administer the store: then nobody
    /// could mend anything, and it is told instead.
    fn guarded(&mut self, number: u64, line: &Line) -> Result<Vec<Outcome>> {
        let (tx, now) = (self.tx, self.now);
        let keyring = &self.ctx.store.keyring;
        let before = role::administrators(tx, now)?;
        let (outcomes, kept) = tx.tentatively(|| {
            let applied = tx.follow(keyring, (number, line))?;
            let applied = self.erased(line, applied)?;
            let outcomes: Vec<Outcome> = applied.into_iter().map(|one| one.outcome).collect();
            let fits = role::guard(tx, now, before).is_ok();
            Ok(((outcomes, !fits), fits))
        })?;
        if !kept {
            return Ok(outcomes);
        }
        let whom = line
            .subject
            .as_deref()
            .unwrap_or("several accounts or a role");
        let kind = line.act.kind();
        self.done.kept.push(format!(
            "line {number} (`{kind}`, {whom}) was not applied: nobody could administer the store then"
        ));
        Ok(vec![])
    }

    /// An erasure is done again, but for what was held: rows by the data map, values of the log by whose events they
    /// stand in.
    fn erased(&self, line: &Line, mut applied: Vec<Applied>) -> Result<Vec<Applied>> {
        let (ctx, tx) = (self.ctx, self.tx);
        let (pseudonyms, kept, size) = match &line.act {
            Act::Erasure {
                pseudonyms,
                kept,
                size,
            } => (pseudonyms, kept, *size),
            Act::Redaction { ranges, checks } => {
                if redact::again(ctx, tx, (ranges, checks))? > 0 {
                    for one in &mut applied {
                        one.outcome = Outcome::Applied;
                    }
                }
                return Ok(applied);
            }
            _ => return Ok(applied),
        };
        let kept: BTreeSet<Class> = Class::parse_some(kept)?;
        let mut parties: BTreeSet<String> = pseudonyms.iter().cloned().collect();
        let mut words = BTreeSet::new();
        for one in &mut applied {
            parties.extend(one.subject.clone());
            let Some(id) = &one.here else { continue };
            let [name, _, email] = tx.account_identifiers(id)?.unwrap_or_default();
            let handles = name.into_iter().chain(email.clone()).collect();
            words.extend(email);
            parties.extend(redact::known_as(ctx, tx, Some(id), &handles)?);
            let whose = Whose {
                account: Some(id),
                ..Whose::default()
            };
            if !privacy::erase(tx, whose, &kept, self.now)?.is_empty() {
                one.outcome = Outcome::Applied;
            }
            // A copy of the journal that was not mended yet still has what was put right.
            if let Some(account) = &one.subject {
                let fields = Class::rectifiable_without(&kept);
                self.cut.borrow_mut().insert(account.clone(), fields);
            }
        }
        if !kept.contains(&Class::Activity) {
            let parties = parties.into_iter().collect();
            // By the address also what others wrote about the person.
            let needles = Needles::new(words.iter().map(String::as_str))?;
            let named = |text: &str| {
                needles
                    .find_disclosed(text.as_bytes(), &mut vec![])
                    .is_some()
            };
            let again = redact::Again {
                parties,
                named: (!needles.is_empty()).then_some(&named),
                size: size.unwrap_or(u64::MAX),
                pseudonyms,
            };
            if redact::within(ctx, tx, again)? > 0
                && let Some(one) = applied.first_mut()
            {
                one.outcome = Outcome::Applied;
            }
        }
        Ok(applied)
    }

    /// Keeps in mind which factors an account had at the end.
    fn note_owed(&mut self, line: &Line) {
        let Act::FactorChange { what, factor } = &line.act else {
            return;
        };
        let (Some(subject), Some(factor)) = (&line.subject, factor) else {
            return;
        };
        let owed = self.owed.entry(subject.clone()).or_default();
        match what {
            Factor::Bound => {
                owed.insert(factor.clone());
            }
            _ => {
                owed.remove(factor);
            }
        }
    }

    /// Whoever had a factor must not sign in with the password alone because the factor is newer than the image.
    fn lock_owing(&mut self) -> Result<()> {
        let until = from_micros(FOR_EVER)?;
        let mut owing: Vec<String> = self
            .owed
            .iter()
            .filter(|(_, factors)| !factors.is_empty())
            .map(|(account, _)| account.clone())
            .collect();
        owing.sort_unstable();
        for account in owing {
            let (tx, now) = (self.tx, self.now);
            let before = role::administrators(tx, now)?;
            let (locked, fits) = tx.tentatively(|| {
                let locked = tx.lock_without_factor(&account, until)?;
                let fits = role::guard(tx, now, before).is_ok();
                Ok(((locked, fits), fits))
            })?;
            match (locked, fits) {
                (true, true) => self.done.owing.push(account),
                (true, false) => self.done.kept.push(format!(
                    "{account} was not locked for want of its second factor: nobody could administer the store then"
                )),
                (false, _) => {}
            }
        }
        Ok(())
    }
}

fn cannot(number: u64, act: &Act) -> Error {
    Error::refused(format!(
        "line {number} of the rights journal (`{}`) is newer than this backup, and this version cannot apply it",
        act.kind()
    ))
    .hint("restore with the version of optimactl that wrote it, or take a newer backup")
}

/// Takes unlockers from a restored keyring that were removed after its copy in `recovery/` was made: of which
/// generation that is, and the slot that opened it, which alone stays if all are gone: without any nothing could be
/// read.
pub fn retire_unlockers(
    ctx: &mut Context,
    removals: &[Removal],
    recovered: (u64, &str),
) -> Result<()> {
    let gone = drop_unlockers(ctx, removals, recovered);
    if gone.is_empty() {
        return Ok(());
    }
    let folder = ctx.store.folder.clone();
    keyring::write(&folder, &mut ctx.store.keyring, &ctx.store.master)?;
    gone.iter().try_for_each(|name| slot::remove(&folder, name))
}

/// The same in memory alone, for a keyring that is written later; which ones went.
pub fn drop_unlockers(
    ctx: &mut Context,
    removals: &[Removal],
    (recovered, opened): (u64, &str),
) -> Vec<String> {
    let later = removals
        .iter()
        .filter(|removal| removal.generation > recovered);
    let mut gone: Vec<String> = later.map(|removal| removal.unlocker.clone()).collect();
    let slots = &mut ctx.store.keyring.slots;
    gone.retain(|name| slots.iter().any(|slot| slot.name == *name));
    if slots.iter().all(|slot| gone.contains(&slot.name)) {
        gone.retain(|name| name != opened);
    }
    slots.retain(|slot| !gone.contains(&slot.name));
    gone
}

/// What is told when leftovers of a crash were applied.
pub fn settled(settled: &Settled) -> String {
    let lines = count(i128::from(settled.last - settled.first + 1), "line");
    format!(
        "a crash had left {lines} of the rights journal without their change: {} applied, {} taken back",
        settled.applied, settled.lifted
    )
}
