//! Every type to its end: who may approve, what agents show, duplicates, appeals, and what is told.

use super::*;
use crate::base::clock::{self, Clock};
use crate::domain::context::{Caller, OsUser, Reach};
use crate::domain::optout::{self, NewOptout, Source, What, Whose};
use crate::domain::request::words::{Appellant, Datum, Dismissal, Telling};

pub(super) fn of(kind: Type, law: Law) -> NewRequest {
    NewRequest {
        kind,
        contested: if kind.is_correction() {
            vec![Datum::Email]
        } else {
            vec![]
        },
        agent: None,
        ..new(law, "2026-11-20")
    }
}

pub(super) fn made(ctx: &Context, kind: Type, law: Law) -> String {
    let opened = open(ctx, &of(kind, law)).unwrap();
    opened.value.request.row.reference
}

fn proven(ctx: &Context, kind: Type, law: Law) -> String {
    let reference = made(ctx, kind, law);
    verify(ctx, &reference, Proof::of(Method::Document)).unwrap();
    reference
}

pub(super) fn acting(fixture: &Fixture, uid: u32) -> Context {
    let ctx = fixture.open();
    let user = OsUser {
        uid,
        login: None,
        reach: Reach::Files,
    };
    Context {
        caller: Caller {
            user: Some(user),
            ..ctx.caller.clone()
        },
        ..ctx
    }
}

pub(super) fn at(fixture: &Fixture, time: &str) -> Context {
    Context {
        clock: Clock::fixed(clock::parse(time).unwrap()),
        ..fixture.open()
    }
}

pub(super) const TOLD: Told<'static> = Told {
    how: Telling::Told,
    count: 2,
    channel: Channel::Email,
    reason: None,
};

pub(super) fn opted_out(ctx: &Context, what: What) {
    let new = NewOptout {
        whose: Whose::Email(EmailAddress::new("kim@example.org").unwrap()),
        what,
        source: Source::Request,
        channel: crate::domain::privacy::Channel::Web,
        received: ctx.now(),
    };
    optout::set(ctx, &new).unwrap();
}

#[test]
fn an_opt_out_needs_nobody_verified_and_takes_fifteen_business_days() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let reference = made(&ctx, Type::OptOut, Law::Ccpa);
    let shown = show(&ctx, &reference).unwrap().request;
    let duties: Vec<_> = shown
        .duties
        .iter()
        .map(|duty| (duty.what, duty.due))
        .collect();
    assert_eq!(duties, [("answer", shown.clocks.ccpa.unwrap().optout)]);
    let notice = Extension {
        reason: "much to do",
        channel: Channel::Email,
    };
    for refused in [
        verify(&ctx, &reference, Proof::of(Method::Document)).unwrap_err(),
        ask_identity(&ctx, &reference, Channel::Email).unwrap_err(),
        deny(&ctx, &reference, Code::InsufficientVerification, "who?").unwrap_err(),
        extend(&ctx, &reference, notice).unwrap_err(),
        fulfil(&ctx, &reference, None, &CLOSING).unwrap_err(),
    ] {
        assert_eq!(refused.kind, Kind::Refused, "{refused}");
    }
    opted_out(&ctx, What::SaleSharing);
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    let done = fulfil(&ctx, &reference, None, &CLOSING).unwrap().value;
    assert_eq!(done.outcome.as_deref(), Some("fulfilled"));
}

#[test]
fn whom_a_law_does_not_know_is_refused_with_the_name_it_has_there() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    for (kind, law, hint) in [
        (Type::OptOut, Law::Gdpr, "`--type objection`"),
        (Type::Portability, Law::Ccpa, "`--type know-specific`"),
        (Type::Access, Law::Ccpa, "`--type know-specific`"),
        (Type::Delete, Law::Gdpr, "`--type erasure`"),
        (Type::HumanReview, Law::Ccpa, "`--law gdpr`"),
        (Type::Limit, Law::Both, "`--type restriction --law gdpr`"),
    ] {
        let refused = open(&ctx, &of(kind, law)).unwrap_err();
        assert_eq!(refused.kind, Kind::Usage);
        assert!(refused.hint.as_ref().unwrap().contains(hint), "{refused:?}");
    }
    for kind in [
        Type::Access,
        Type::KnowSpecific,
        Type::Erasure,
        Type::Correct,
    ] {
        made(&ctx, kind, Law::Both);
    }
}

#[test]
fn two_people_take_part_in_an_erasure() {
    let fixture = Fixture::new();
    let (opener, planner, approver) = (
        acting(&fixture, 1000),
        acting(&fixture, 1001),
        acting(&fixture, 1002),
    );
    let reference = proven(&opener, Type::Erasure, Law::Both);
    approve(&approver, &reference).unwrap_err();
    plan(&planner, &reference, |_, _, _| Ok(())).unwrap();
    for one in [&opener, &planner, &fixture.open()] {
        let refused = approve(one, &reference).unwrap_err();
        assert_eq!(refused.kind, Kind::Refused);
    }
    let row = approve(&approver, &reference).unwrap().value;
    assert_eq!(row.state, "ready");
    // A new plan takes the approval away, and whoever approved the old one may not approve their own.
    plan(&approver, &reference, |_, _, _| Ok(())).unwrap();
    approve(&approver, &reference).unwrap_err();
    approve(&planner, &reference).unwrap();
    let history = show(&opener, &reference).unwrap();
    let by: Vec<_> = history
        .steps
        .iter()
        .map(|step| (step.step.as_str(), step.operator.as_deref().unwrap()))
        .collect();
    assert_eq!(by[2], ("plan", "uid:1001"));
    assert_eq!(*by.last().unwrap(), ("approve", "uid:1001"));
    // Nothing says that it is done before it is.
    fulfil(&opener, &reference, None, &CLOSING).unwrap_err();
    tell_recipients(&opener, &reference, &TOLD).unwrap_err();
    deny(&opener, &reference, Code::LegalClaims, "a suit").unwrap();
    Approvers::new(0).unwrap_err();
    Approvers::new(3).unwrap_err();
}

#[test]
fn one_person_is_enough_where_that_is_set_and_it_is_marked() {
    let fixture = Fixture::new();
    let ctx = acting(&fixture, 1000);
    let reference = proven(&ctx, Type::Delete, Law::Ccpa);
    plan(&ctx, &reference, |_, _, _| Ok(())).unwrap();
    set_approvers(&ctx, Approvers::One).unwrap();
    approve(&ctx, &reference).unwrap();
    let steps = show(&ctx, &reference).unwrap().steps;
    assert_eq!(steps.last().unwrap().note.as_deref(), Some("single"));
    let access = proven(&ctx, Type::Access, Law::Gdpr);
    plan(&ctx, &access, |_, _, _| Ok(())).unwrap_err();
}

#[test]
fn a_correction_is_not_verified_by_what_is_wrong() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let unsaid = NewRequest {
        contested: vec![],
        ..of(Type::Correct, Law::Ccpa)
    };
    assert_eq!(open(&ctx, &unsaid).unwrap_err().kind, Kind::Usage);
    let reference = made(&ctx, Type::Correct, Law::Ccpa);
    let refused = verify(&ctx, &reference, Proof::of(Method::Email)).unwrap_err();
    assert!(refused.message.contains("7060(h)"), "{refused}");
    let points = Proof {
        points: &[Datum::Phone, Datum::Purchase],
        ..Proof::of(Method::DataPoints)
    };
    let row = verify(&ctx, &reference, points).unwrap().value;
    assert_eq!(row.level.as_deref(), Some("reasonable"));
    fulfil(&ctx, &reference, None, &CLOSING).unwrap_err();
    for wrong in [
        Told { count: 0, ..TOLD },
        Told {
            how: Telling::NoRecipients,
            ..TOLD
        },
        Told {
            how: Telling::Impossible,
            count: 0,
            ..TOLD
        },
    ] {
        let refused = tell_recipients(&ctx, &reference, &wrong).unwrap_err();
        assert_eq!(refused.kind, Kind::Usage);
    }
    let correction = Correction {
        edit: None,
        elsewhere: Some("the phone number, in the till"),
    };
    rectify(&ctx, &reference, correction).unwrap();
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    fulfil(&ctx, &reference, None, &CLOSING).unwrap();
    let steps = show(&ctx, &reference).unwrap().steps;
    assert!(steps.iter().any(|step| step.state == "recipients-told"));
}

#[test]
fn specific_pieces_need_a_high_degree_and_no_bundle_belongs_to_the_rest() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let reference = made(&ctx, Type::KnowSpecific, Law::Ccpa);
    let refused = verify(&ctx, &reference, Proof::of(Method::Email)).unwrap_err();
    assert!(refused.hint.unwrap().contains("know-categories"));
    let agentless = verify(&ctx, &reference, Proof::of(Method::Agent)).unwrap_err();
    assert!(agentless.message.contains("no agent asks"));
    let categories = proven(&ctx, Type::KnowCategories, Law::Ccpa);
    let place = tempfile::TempDir::new().unwrap();
    let order = Order {
        folder: place.path(),
        existing: Existing::Refuse,
        lock: &Lock::Passphrase(SecretText::new("six words are enough".to_owned())),
        controller: &Controller::default(),
        sources: &[],
        without: &[],
    };
    let refused = build(&ctx, &categories, &order).err().unwrap();
    assert!(refused.message.contains("no bundle"), "{refused}");
    fulfil(&ctx, &categories, None, &CLOSING).unwrap();
}

#[test]
fn an_agent_shows_a_permission_before_anything_is_done() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let silent = NewRequest {
        agent: Some(Agent {
            name: "Example Rights Ltd".to_owned(),
            proof: None,
        }),
        ..of(Type::OptOut, Law::Ccpa)
    };
    let reference = open(&ctx, &silent).unwrap().value.request.row.reference;
    opted_out(&ctx, What::SaleSharing);
    for refused in [
        start(&ctx, &reference).unwrap_err(),
        tell_recipients(&ctx, &reference, &TOLD).unwrap_err(),
    ] {
        assert!(refused.message.contains("no permission"), "{refused}");
    }
    agent(&ctx, &reference, AgentProof::SignedPermission).unwrap();
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    let row = fulfil(&ctx, &reference, None, &CLOSING).unwrap().value;
    assert_eq!(row.agent, None, "the name goes with the address");
    let nobody = made(&ctx, Type::OptOut, Law::Ccpa);
    agent(&ctx, &nobody, AgentProof::PowerOfAttorney).unwrap_err();
    let unnamed = NewRequest {
        agent: Some(Agent {
            name: " ".to_owned(),
            proof: None,
        }),
        ..of(Type::OptOut, Law::Ccpa)
    };
    open(&ctx, &unnamed).unwrap_err();
}

#[test]
fn an_unverified_request_never_ends_a_real_one() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let fake = made(&ctx, Type::Access, Law::Gdpr);
    let real = made(&ctx, Type::Access, Law::Gdpr);
    let as_duplicate = |one: &str, of: &str| dismiss(&ctx, one, (Dismissal::Duplicate, Some(of)));
    // Neither is certain yet.
    as_duplicate(&real, &fake).unwrap_err();
    verify(&ctx, &real, Proof::of(Method::Document)).unwrap();
    as_duplicate(&real, &fake).unwrap_err();
    as_duplicate(&real, &real).unwrap_err();
    let other = made(&ctx, Type::Portability, Law::Gdpr);
    as_duplicate(&other, &real).unwrap_err();
    dismiss(&ctx, &real, (Dismissal::Spam, None)).unwrap_err();
    let row = as_duplicate(&fake, &real).unwrap().value;
    assert_eq!(
        (row.state.as_str(), row.duplicate_of),
        ("dismissed", Some(real.clone()))
    );
    let spam = made(&ctx, Type::Access, Law::Gdpr);
    dismiss(&ctx, &spam, (Dismissal::Spam, None)).unwrap();
    let after = made(&ctx, Type::Access, Law::Gdpr);
    as_duplicate(&after, &spam).unwrap_err();
}

#[test]
fn an_appeal_opens_it_again_and_a_reversal_begins_anew() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    let reference = made(&ctx, Type::Delete, Law::Ccpa);
    deny(&ctx, &reference, Code::NoMatch, "Nobody of that name.").unwrap();
    let later = at(&fixture, "2027-02-01T12:00:00Z");
    let by = (Appellant::Person, Channel::Email);
    let row = appeal(&later, &reference, by).unwrap().value;
    assert_eq!((row.state.as_str(), row.closed), ("appealed", None));
    let waits = waiting(&later).unwrap();
    let duties: Vec<_> = waits[0]
        .duties
        .iter()
        .map(|duty| (duty.what, duty.due.to_string()))
        .collect();
    assert_eq!(duties, [("decide", "2027-03-18".to_owned())]);
    decide(&later, &reference, (Decision::Reversed, " ")).unwrap_err();
    let row = decide(
        &later,
        &reference,
        (Decision::Reversed, "You gave us your number."),
    )
    .unwrap()
    .value;
    assert_eq!(row.state, "reversed");
    // Nobody was verified the first time.
    plan(&later, &reference, |_, _, _| Ok(())).unwrap_err();
    verify(&later, &reference, Proof::of(Method::Document)).unwrap();
    plan(&later, &reference, |_, _, _| Ok(())).unwrap();
    let denied = deny(&later, &reference, Code::LegalObligation, "Invoices.")
        .unwrap()
        .value;
    assert_eq!(denied.answered, row.answered, "the first answer counts");
    appeal(&later, &reference, (Appellant::Authority, Channel::Post)).unwrap();
    let row = decide(&later, &reference, (Decision::Upheld, "They must be kept."))
        .unwrap()
        .value;
    assert_eq!(
        (row.state.as_str(), row.outcome.as_deref()),
        ("upheld", Some("denied"))
    );
    appeal(&later, &reference, by).unwrap_err();
}

#[test]
fn a_fee_is_told_and_a_hold_hinders_no_objection() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let reference = proven(&ctx, Type::Objection, Law::Gdpr);
    let amount = Fee::parse("12.50 EUR").unwrap();
    fee(&ctx, &reference, (&amount, "")).unwrap_err();
    fee(&ctx, &reference, (&amount, "The third this month.")).unwrap();
    let part = |code| fulfil(&ctx, &reference, Some((code, "A court asked.")), &CLOSING);
    let refused = part(Code::Hold).unwrap_err();
    assert!(refused.message.contains("stands in no way"), "{refused}");
    let row = part(Code::LegalClaims).unwrap().value;
    assert_eq!((row.state.as_str(), row.flags.as_str()), ("partial", "fee"));
    let taken_back = proven(&ctx, Type::WithdrawConsent, Law::Gdpr);
    let notice = Extension {
        reason: "much to do",
        channel: Channel::Email,
    };
    extend(&ctx, &taken_back, notice).unwrap_err();
    fee(&ctx, &taken_back, (&amount, "why")).unwrap_err();
    deny(&ctx, &taken_back, Code::LegalClaims, "no").unwrap_err();
}
