//! What a crash was about to give back or to undo: it stays taken, also where an older backup is restored.

use std::fs;

use super::super::tests::{crash, hold, kinds, optout};
use super::super::*;
use crate::domain::Context;
use crate::domain::account;
use crate::domain::audit::{self, Event};
use crate::domain::fixture::{Fixture, Older, add_account};
use crate::store::optout::ChoiceKind;
use crate::store::tx::{Mode, Tx};

/// Takes one of each right from tom, and the sign-in from both.
fn take(ctx: &Context, tom: &str) {
    let now = ctx.now();
    account::disable(ctx, &["tom".to_owned(), "zoe".to_owned()]).unwrap();
    ctx.store
        .write(Mode::Commit, |tx| {
            tx.insert_hold(&hold(Some(tom), now))?;
            tx.insert_hold(&hold(None, now))?;
            tx.insert_optout(&optout(now), ChoiceKind::OptOut)?;
            tx.restrict_account(tom, "claims", now).map(drop)
        })
        .unwrap();
}

fn give_back(ctx: &Context, tx: &Tx<'_>, tom: &str) {
    let now = ctx.now();
    tx.release_hold(&hold(Some(tom), now), now).unwrap();
    tx.release_hold(&hold(None, now), now).unwrap();
    tx.clear_optout(&optout(now), ChoiceKind::OptOut, now)
        .unwrap();
    tx.lift_restriction(tom).unwrap();
    tx.lift(Some(tom), &Act::Disable).unwrap();
}

/// How many holds are in force; whether the opt-out is, tom is restricted, tom and zoe are disabled.
fn in_force(ctx: &Context) -> (usize, [bool; 4]) {
    let found = ctx.store.read(|tx| {
        let holds = tx.holds()?;
        let out = tx.optout("opt_1")?;
        let tom = tx.find_account("tom")?.unwrap();
        let zoe = tx.find_account("zoe")?.unwrap();
        Ok((
            holds.iter().filter(|row| row.released.is_none()).count(),
            [
                out.is_some_and(|row| row.cleared.is_none()),
                tom.restricted.is_some(),
                tom.disabled.is_some(),
                zoe.disabled.is_some(),
            ],
        ))
    });
    found.unwrap()
}

/// What was not committed was not lifted: a restore must not leave out what the database still has in force.
#[test]
fn what_a_crash_was_about_to_give_back_stays_taken() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    add_account(&ctx, "zoe");
    let older = Older::of(&fixture, &ctx);
    take(&ctx, &tom);
    crash(&ctx, |tx| give_back(&ctx, tx, &tom));
    // Also where the settling is cut off.
    let cut_off = Tx::begin(&ctx.store).unwrap();
    ctx.store.settle(&cut_off).unwrap();
    ctx.store.append_lines(&cut_off).unwrap();
    drop(cut_off);
    audit::note(&ctx, &Event::new("test.next")).unwrap();
    assert!(!ctx.store.has_lines_left().unwrap());
    assert_eq!(in_force(&ctx), (2, [true; 4]));
    let (_, again) = older.restore(&fixture, &ctx);
    assert_eq!(in_force(&again), (2, [true; 4]));
    // What is truly given back is given back by a restore, too.
    let done = ctx.store.write(Mode::Commit, |tx| {
        give_back(&ctx, tx, &tom);
        Ok(())
    });
    done.unwrap();
    fs::remove_dir_all(again.store.folder.path()).unwrap();
    drop(again);
    let (restored, again) = older.restore(&fixture, &ctx);
    assert!(restored.reapplied.lifted > 0);
    assert_eq!(in_force(&again), (0, [false, false, false, true]));
}

/// A line that is about no account is taken back for none.
#[test]
fn an_erasure_of_values_that_a_crash_undid_is_not_done_by_a_restore() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let ranges = [("ip".to_owned(), vec![(1, 1)])];
    crash(&ctx, |tx| {
        tx.note_redaction(ranges.into(), "AAAAAA==".to_owned());
    });
    audit::note(&ctx, &Event::new("test.next")).unwrap();
    assert_eq!(kinds(&ctx), ["redaction", "lift"]);
}
