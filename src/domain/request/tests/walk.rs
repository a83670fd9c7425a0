//! Random steps through the store: every step that is taken is one row and one event of its own, and every one that is
//! refused changes nothing.

use std::collections::BTreeSet;

use super::*;
use crate::domain::request::words::{Appellant, Dismissal, Telling};

const STEPS: usize = 18;

/// One try at a step; whether it was taken.
fn attempt(ctx: &Context, reference: &str, number: usize) -> bool {
    let told = Told {
        how: Telling::NoRecipients,
        count: 0,
        channel: Channel::Email,
        reason: None,
    };
    let notice = Extension {
        reason: "much to do",
        channel: Channel::Email,
    };
    let fee_of = Fee::parse("1.00 EUR").unwrap();
    let done = match number {
        0 => ack(ctx, reference, Channel::Email).map(drop),
        1 => ask_identity(ctx, reference, Channel::Email).map(drop),
        2 => verify(ctx, reference, Proof::of(Method::Document)).map(drop),
        3 => suspend(ctx, reference, Channel::Email).map(drop),
        4 => resume(ctx, reference, (Answered::Clarify, None)).map(drop),
        5 => extend(ctx, reference, notice).map(drop),
        6 => fee(ctx, reference, (&fee_of, "why")).map(drop),
        7 => start(ctx, reference).map(drop),
        8 => plan(ctx, reference, |_, _, _| Ok(())).map(drop),
        9 => {
            set_approvers(ctx, Approvers::One).unwrap();
            approve(ctx, reference).map(drop)
        }
        10 => tell_recipients(ctx, reference, &told).map(drop),
        11 => fulfil(ctx, reference, None, &CLOSING).map(drop),
        12 => fulfil(ctx, reference, Some((Code::Other, "a part")), &CLOSING).map(drop),
        13 => deny(ctx, reference, Code::Other, "no").map(drop),
        14 => dismiss(ctx, reference, (Dismissal::Mistake, None)).map(drop),
        15 => appeal(ctx, reference, (Appellant::Person, Channel::Email)).map(drop),
        16 => decide(ctx, reference, (Decision::Reversed, "yes")).map(drop),
        _ => decide(ctx, reference, (Decision::Upheld, "no")).map(drop),
    };
    match done {
        Ok(()) => true,
        Err(error) => {
            assert!(
                matches!(error.kind, Kind::Refused | Kind::Conflict),
                "{error:?}"
            );
            false
        }
    }
}

/// What holds for every row, whatever was done.
fn require_whole(request: &Request) {
    let row = &request.row;
    let state = State::read(&row.state).unwrap();
    let is_closed = row.closed.is_some();
    assert_eq!(state.is_final(), is_closed);
    let was_closed = is_closed || state == State::Appealed || row.clock_from.is_some();
    assert_eq!(was_closed, row.outcome.is_some());
    if is_closed {
        assert!(row.email.is_none() && request.duties.is_empty());
    }
    if matches!(state, State::Ready | State::AwaitingApproval) {
        assert!(row.verified.is_some());
    }
}

#[test]
fn every_step_is_one_event_and_a_refused_one_changes_nothing() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mut seed = 7_usize;
    let mut taken = 0;
    for kind in Type::ALL {
        let facts = kind.facts();
        let new = NewRequest {
            kind: *kind,
            agent: None,
            contested: if kind.is_correction() {
                vec![words::Datum::Name]
            } else {
                vec![]
            },
            ..new(facts.law, "2026-11-20")
        };
        let reference = open(&ctx, &new).unwrap().value.request.row.reference;
        for _ in 0..40 {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let before = show(&ctx, &reference).unwrap();
            let was_taken = attempt(&ctx, &reference, (seed >> 33) % STEPS);
            let after = show(&ctx, &reference).unwrap();
            let row = &after.request.row;
            if was_taken {
                taken += 1;
                assert_eq!(after.steps.len(), before.steps.len() + 1);
                let last = after.steps.last().unwrap();
                assert_eq!(last.state, row.state);
                let entry = ctx
                    .store
                    .read(|tx| tx.entry(u64::try_from(last.event).unwrap()))
                    .unwrap();
                let entry = String::from_utf8(entry.unwrap()).unwrap();
                assert!(
                    entry.contains(&format!("\"request.{}\"", last.step)),
                    "{entry}"
                );
                assert!(entry.contains(&reference), "{entry}");
            } else {
                assert_eq!(row, &before.request.row);
                assert_eq!(after.steps, before.steps);
            }
            require_whole(&after.request);
        }
        let steps = show(&ctx, &reference).unwrap().steps;
        let events: BTreeSet<_> = steps.iter().map(|step| step.event).collect();
        assert_eq!(events.len(), steps.len());
    }
    assert!(taken > 60, "{taken} steps were taken");
}
