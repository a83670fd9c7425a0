//! The table of steps: the usual ways, what no way reaches, and that every hint is possible.

use proptest::prelude::*;

use super::*;
use crate::domain::request::kind::{Facts, Product, Proving, Recipients};
use crate::domain::request::words::Type;

fn walk(kind: Type, way: &[Step]) -> Option<State> {
    let facts = kind.facts();
    way.iter()
        .try_fold(State::Received, |state, step| after(state, *step, &facts))
}

#[test]
fn the_usual_way_of_every_product_leads_to_the_end() {
    let bundle = [
        Step::Ack,
        Step::Verify,
        Step::Announce,
        Step::Build,
        Step::Deliver,
        Step::Fulfil,
    ];
    assert_eq!(walk(Type::Access, &bundle), Some(State::Fulfilled));
    let erasure = [
        Step::Verify,
        Step::Plan,
        Step::Approve,
        Step::Erase,
        Step::TellRecipients,
        Step::FulfilPartly,
    ];
    assert_eq!(walk(Type::Delete, &erasure), Some(State::Partial));
    let change = [Step::Verify, Step::TellRecipients, Step::Fulfil];
    assert_eq!(walk(Type::Restriction, &change), Some(State::Fulfilled));
    assert_eq!(walk(Type::Correct, &change), None, "nothing was put right");
    let correction = [
        Step::Verify,
        Step::Rectify,
        Step::Rectify,
        Step::TellRecipients,
        Step::Fulfil,
    ];
    assert_eq!(walk(Type::Correct, &correction), Some(State::Fulfilled));
    assert_eq!(walk(Type::Correct, &correction[1..]), None);
    assert_eq!(walk(Type::OptOut, &change), None, "nobody is verified");
    assert_eq!(walk(Type::OptOut, &change[1..]), Some(State::Fulfilled));
    assert_eq!(
        walk(Type::Objection, &[Step::Fulfil]),
        Some(State::Fulfilled)
    );
    let explained = [Step::Verify, Step::Start, Step::Fulfil];
    assert_eq!(
        walk(Type::KnowCategories, &explained),
        Some(State::Fulfilled)
    );
}

#[test]
fn a_decision_can_be_appealed_and_the_work_begins_again() {
    let way = [Step::Deny, Step::Appeal, Step::Reverse, Step::Verify];
    assert_eq!(walk(Type::Erasure, &way), Some(State::Verified));
    assert_eq!(
        walk(Type::Erasure, &[Step::Deny, Step::Appeal, Step::Uphold]),
        Some(State::Upheld)
    );
    assert_eq!(walk(Type::Erasure, &[Step::Withdraw, Step::Appeal]), None);
}

#[test]
fn only_an_appeal_and_the_end_of_a_hold_leave_a_final_state() {
    for kind in Type::ALL {
        for step in Step::ALL {
            for state in State::ALL.into_iter().filter(|state| state.is_final()) {
                let next = after(state, step, &kind.facts());
                let stays = step == Step::Discard && next == Some(state);
                let leaves = matches!(step, Step::Appeal | Step::Requeue | Step::Reopen);
                assert!(
                    next.is_none() || stays || leaves,
                    "{kind:?} {state:?} {step:?}"
                );
            }
        }
    }
}

fn reachable(facts: &Facts) -> Vec<State> {
    let mut found = vec![State::Received];
    let mut looked = 0;
    while let Some(state) = found.get(looked).copied() {
        for next in Step::ALL
            .iter()
            .filter_map(|step| after(state, *step, facts))
        {
            if !found.contains(&next) {
                found.push(next);
            }
        }
        looked += 1;
    }
    found
}

#[test]
fn what_is_next_is_possible() {
    for kind in Type::ALL {
        let facts = kind.facts();
        for state in reachable(&facts) {
            let Some(next) = next_command(state, &facts) else {
                continue;
            };
            let mut steps = Step::ALL.into_iter().filter(|step| {
                step.as_str() == next || (next == "build" && *step == Step::Announce)
            });
            assert!(
                steps.any(|step| after(state, step, &facts).is_some()),
                "{kind:?} {state:?} {next}"
            );
        }
    }
}

#[test]
fn names_are_read_back_and_a_refusal_says_what_is_next() {
    for state in State::ALL {
        assert_eq!(State::read(state.as_str()).unwrap(), state);
    }
    State::read("").unwrap_err();
    let facts = Type::Access.facts();
    let refused = |state, step| advance("R-2026-0001", state, (step, &facts)).unwrap_err();
    let hint = refused(State::Received, Step::Build).hint.unwrap();
    assert!(hint.contains("request ack R-2026-0001"));
    refused(State::Denied, Step::Ack);
    let opt_out = Type::OptOut.facts();
    let refused = advance("R-1", State::Received, (Step::Verify, &opt_out)).unwrap_err();
    assert!(refused.message.contains("7060(b)"));
}

proptest! {
    /// Whatever is tried, in whatever order: nothing personal leaves and nothing is erased before it is known who
    /// asks, nothing is erased unapproved, and nothing is closed as done before those concerned were told.
    #[test]
    fn no_walk_reaches_what_is_forbidden(
        kind in prop::sample::select(Type::ALL),
        tried in prop::collection::vec(prop::sample::select(Step::ALL.as_slice()), 0..60),
    ) {
        let facts = kind.facts();
        let (mut state, mut taken) = (State::Received, vec![]);
        for step in tried {
            let Some(next) = after(state, step, &facts) else { continue };
            if step == Step::Requeue {
                taken.retain(|step| *step == Step::Verify);
            }
            if step == Step::Reopen {
                taken.clear();
            }
            let was = |wanted: Step| taken.contains(&wanted);
            if facts.proving == Proving::Needed && step.is_work() && state != State::Reversed {
                // The guard of the row asks again behind a decision that does not stand.
                let begins_anew = was(Step::Reverse) || was(Step::Requeue);
                prop_assert!(was(Step::Verify) || begins_anew, "{kind:?} {taken:?} {step:?}");
            }
            if step == Step::Erase {
                let approved = taken.iter().rposition(|step| *step == Step::Approve);
                let planned = taken.iter().rposition(|step| *step == Step::Plan);
                prop_assert!(planned.is_some() && approved > planned, "{taken:?}");
            }
            if matches!(step, Step::Fulfil | Step::FulfilPartly) {
                prop_assert!(facts.recipients == Recipients::Spare || was(Step::TellRecipients));
                prop_assert!(facts.product != Product::Bundle || was(Step::Deliver));
                prop_assert!(facts.product != Product::Erasure || was(Step::Erase));
                prop_assert!(facts.product != Product::Correction || was(Step::Rectify));
            }
            let leaves = matches!(step, Step::Appeal | Step::Requeue | Step::Reopen);
            prop_assert!(!state.is_final() || leaves || step == Step::Discard);
            taken.push(step);
            state = next;
        }
    }
}
