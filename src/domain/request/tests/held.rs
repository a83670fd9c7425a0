//! What a hold kept is taken up again when it ends, whatever became of the request meanwhile, and nothing else waits.

use super::register::{TOLD, at, made};
use super::*;
use crate::base::period::Period;
use crate::domain::fixture::add_account;
use crate::domain::hold::{self, NewHold};
use crate::domain::privacy::Class;
use crate::domain::request::words::Appellant;

pub(super) fn held(ctx: &Context, class: Class) -> String {
    held_of(ctx, "kim", class)
}

fn held_of(ctx: &Context, name: &str, class: Class) -> String {
    let new = NewHold {
        subject: Some(name.to_owned()),
        classes: [class].into(),
        basis: "HGB §257".to_owned(),
        owner: Some("legal".to_owned()),
        review: Period::of_months(3).after(ctx.now()),
        ceiling: Period::of_months(6).after(ctx.now()),
    };
    hold::place(ctx, &new).unwrap().value.hold.id
}

pub(super) fn account_of(ctx: &Context, kind: Type, law: Law) -> String {
    let new = NewRequest {
        subject: Subject::Account("kim".to_owned()),
        ..register::of(kind, law)
    };
    let reference = open(ctx, &new).unwrap().value.request.row.reference;
    if kind.facts().proving == kind::Proving::Needed {
        verify(ctx, &reference, Proof::of(Method::SignIn)).unwrap();
    }
    reference
}

pub(super) fn planned(ctx: &Context, reference: &str) {
    plan(ctx, reference, |tx, row, event| {
        erase::freeze(ctx, tx, (row, &[]), event).map(drop)
    })
    .unwrap();
}

/// Erased but for what is held; closed in part for this reason.
fn in_part(ctx: &Context, reference: &str, code: Code) -> RequestRow {
    planned(ctx, reference);
    set_approvers(ctx, Approvers::One).unwrap();
    approve(ctx, reference).unwrap();
    erase(ctx, reference, &[], &mut crate::base::progress::silent).unwrap();
    tell_recipients(ctx, reference, &TOLD).unwrap();
    let closing = Closing {
        backups_gone_by: ctx.now() + chrono::TimeDelta::days(90),
        local_only: Some("a test"),
        mentions: Mentions::Unseen,
    };
    fulfil(ctx, reference, Some((code, "A court.")), &closing)
        .unwrap()
        .value
}

fn row(ctx: &Context, reference: &str) -> RequestRow {
    show(ctx, reference).unwrap().request.row
}

fn fixture() -> (Fixture, Context) {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    add_account(&ctx, "kim");
    (fixture, ctx)
}

#[test]
fn an_erasure_that_was_closed_in_part_is_taken_up_with_the_release() {
    for code in [Code::Hold, Code::LegalClaims] {
        let (fixture, ctx) = fixture();
        let hold = held(&ctx, Class::Sessions);
        let reference = account_of(&ctx, Type::Erasure, Law::Gdpr);
        let closed = in_part(&ctx, &reference, code);
        assert_eq!(
            (closed.state.as_str(), closed.flags.as_str()),
            ("partial", "held")
        );
        let later = at(&fixture, "2029-03-01T12:00:00Z");
        let done = release(&later, &hold).unwrap();
        assert_eq!(done.reopened, [reference.as_str()]);
        let again = row(&later, &reference);
        assert_eq!((again.state.as_str(), again.closed), ("verified", None));
        let steps = show(&later, &reference).unwrap().steps;
        let last = steps.last().unwrap();
        assert_eq!(last.step, "requeue");
        let own = i64::try_from(done.placed.event.unwrap()).unwrap();
        assert_eq!(last.event, own + 1, "an event of its own");
        planned(&later, &reference);
        let denied = deny(&later, &reference, Code::LegalObligation, "Invoices.")
            .unwrap()
            .value;
        assert_eq!(denied.flags, "", "the delay was the hold's");
    }
}

#[test]
fn a_release_that_fails_releases_nothing() {
    let (_fixture, ctx) = fixture();
    let hold = held(&ctx, Class::Sessions);
    let reference = account_of(&ctx, Type::Erasure, Law::Gdpr);
    in_part(&ctx, &reference, Code::Hold);
    let failed = hold::release_then(&ctx, &hold, |_, _, waiting| {
        assert_eq!(waiting, [reference.as_str()]);
        Err(crate::base::error::Error::failed("cut short"))
    });
    failed.unwrap_err();
    assert_eq!(hold::show(&ctx, &hold).unwrap().hold.released, None);
    assert_eq!(row(&ctx, &reference).state, "partial");
    let dry = Context {
        mode: crate::store::Mode::DryRun,
        ..ctx
    };
    assert_eq!(release(&dry, &hold).unwrap().reopened, [reference.as_str()]);
    assert_eq!(row(&dry, &reference).state, "partial");
    // One that was released without it is taken up by the next plan.
    let ctx = Context {
        mode: crate::store::Mode::Commit,
        ..dry
    };
    hold::release(&ctx, &hold).unwrap();
    planned(&ctx, &reference);
    assert_eq!(row(&ctx, &reference).state, "awaiting-approval");
}

#[test]
fn a_denial_for_a_hold_keeps_its_promise() {
    let (_fixture, ctx) = fixture();
    let reference = account_of(&ctx, Type::Erasure, Law::Gdpr);
    let refused = deny(&ctx, &reference, Code::Hold, "A court.").unwrap_err();
    assert!(refused.hint.unwrap().contains("hold place"));
    let hold = held(&ctx, Class::Contact);
    let denied = deny(&ctx, &reference, Code::Hold, "A court.")
        .unwrap()
        .value;
    assert_eq!(denied.flags, "held");
    // An answer in another matter does not stand in the way.
    let other = account_of(&ctx, Type::Access, Law::Gdpr);
    assert_eq!(release(&ctx, &hold).unwrap().reopened, [reference.as_str()]);
    let again = row(&ctx, &reference);
    assert_eq!(
        (again.state.as_str(), again.flags.as_str()),
        ("reversed", "")
    );
    planned(&ctx, &reference);
    assert_eq!(row(&ctx, &other).state, "verified");
}

#[test]
fn an_appeal_during_the_hold_loses_nothing() {
    for decision in [Decision::Upheld, Decision::Reversed] {
        let (_fixture, ctx) = fixture();
        let hold = held(&ctx, Class::Sessions);
        let reference = account_of(&ctx, Type::Erasure, Law::Gdpr);
        in_part(&ctx, &reference, Code::Hold);
        appeal(&ctx, &reference, (Appellant::Person, Channel::Email)).unwrap();
        assert_eq!(release(&ctx, &hold).unwrap().reopened, [""; 0]);
        let decided = decide(&ctx, &reference, (decision, "so")).unwrap().value;
        assert_eq!(
            (
                decided.state.as_str(),
                decided.flags.as_str(),
                decided.closed
            ),
            ("reversed", "", None)
        );
        planned(&ctx, &reference);
    }
}

#[test]
fn a_decision_that_stands_is_no_end_of_what_is_held() {
    let (_fixture, ctx) = fixture();
    let hold = held(&ctx, Class::Sessions);
    let reference = account_of(&ctx, Type::Erasure, Law::Gdpr);
    in_part(&ctx, &reference, Code::Hold);
    appeal(&ctx, &reference, (Appellant::Person, Channel::Email)).unwrap();
    decide(&ctx, &reference, (Decision::Upheld, "so")).unwrap();
    assert_eq!(row(&ctx, &reference).state, "upheld");
    assert_eq!(release(&ctx, &hold).unwrap().reopened, [reference.as_str()]);
    planned(&ctx, &reference);
}

#[test]
fn the_mark_goes_with_what_it_was_for() {
    let (_fixture, ctx) = fixture();
    let reference = account_of(&ctx, Type::Erasure, Law::Gdpr);
    let hold = held(&ctx, Class::Contact);
    assert_eq!(row(&ctx, &reference).flags, "held");
    let taken_back = withdraw(&ctx, &reference, Channel::Email).unwrap().value;
    assert_eq!(taken_back.flags, "");
    assert_eq!(release(&ctx, &hold).unwrap().reopened, [""; 0]);
    assert_eq!(made(&ctx, Type::Access, Law::Gdpr), "R-2026-0002");
}

/// A hold on somebody else kept values in events that both are in: its end takes the rest up again, on the same request
/// and the same clock, and nothing else does.
#[test]
fn a_hold_on_somebody_else_is_waited_for_too() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let kim = add_account(&ctx, "kim");
    let mira = add_account(&ctx, "mira");
    add_account(&ctx, "zoe");
    let (on_mira, on_zoe) = (
        held_of(&ctx, "mira", Class::Activity),
        held_of(&ctx, "zoe", Class::Activity),
    );
    let shared = Event::new("account.change")
        .actor(audit::Party::Id(kim))
        .target(&mira)
        .personal("ip", "192.0.2.1");
    audit::note(&ctx, &shared).unwrap();
    let reference = account_of(&ctx, Type::Erasure, Law::Gdpr);
    let closed = in_part(&ctx, &reference, Code::Hold);
    assert_eq!(
        (closed.state.as_str(), closed.flags.as_str()),
        ("partial", "held")
    );
    let sealed = || {
        ctx.store
            .read(|tx| tx.erasure(&closed.id))
            .unwrap()
            .unwrap()
            .sealed
    };
    assert!(sealed().is_some(), "whom it is about is needed again");
    let waiting = hold::show(&ctx, &on_mira).unwrap().waiting;
    assert_eq!(waiting, [reference.as_str()]);
    // One that kept nothing of it is not waited for.
    assert!(release(&ctx, &on_zoe).unwrap().reopened.is_empty());
    assert_eq!(row(&ctx, &reference).state, "partial");
    assert_eq!(
        release(&ctx, &on_mira).unwrap().reopened,
        [reference.as_str()]
    );
    let again = row(&ctx, &reference);
    assert_eq!(again.state, "verified");
    assert_eq!(again.received, closed.received);
    assert!(again.clock_from.is_none(), "its clock is not started again");
    planned(&ctx, &reference);
    approve(&ctx, &reference).unwrap();
    let done = erase(&ctx, &reference, &[], &mut crate::base::progress::silent).unwrap();
    let went = done.certificate.went;
    assert_eq!((went.log_held, went.log_holds.len()), (0, 0));
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    let closing = Closing {
        backups_gone_by: ctx.now() + chrono::TimeDelta::days(90),
        local_only: Some("a test"),
        mentions: Mentions::Unseen,
    };
    fulfil(&ctx, &reference, None, &closing).unwrap();
    assert!(sealed().is_none());
}
