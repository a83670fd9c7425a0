//! Questions that stop the clock, more time, and requests that are taken back.

use super::*;
use crate::base::clock::{self, Clock};

fn at(fixture: &Fixture, time: &str) -> Context {
    Context {
        clock: Clock::fixed(clock::parse(time).unwrap()),
        ..fixture.open()
    }
}

fn due(ctx: &Context, reference: &str) -> String {
    let clocks = show(ctx, reference).unwrap().request.clocks;
    clocks.gdpr.unwrap().due.to_string()
}

fn row(ctx: &Context, reference: &str) -> RequestRow {
    show(ctx, reference).unwrap().request.row
}

const NOTICE: Extension<'_> = Extension {
    reason: "Your data lies in four systems.",
    channel: Channel::Email,
};

#[test]
fn days_until_an_answer_are_added_once_it_came() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    let reference = opened(&ctx, Law::Gdpr, "2026-11-20");
    assert_eq!(due(&ctx, &reference), "2026-12-21");
    let asked = ask_identity(&ctx, &reference, Channel::Email)
        .unwrap()
        .value;
    assert_eq!(asked.runs_on, None);
    assert_eq!(asked.row.state, "identity-pending");
    assert_eq!(asked.row.flags, "agent,suspended");
    let again = ask_identity(&ctx, &reference, Channel::Email).unwrap_err();
    assert_eq!(again.kind, Kind::Conflict);
    // While the answer is awaited nothing is added: reminders stay early.
    let later = at(&fixture, "2026-12-02T12:00:00Z");
    assert_eq!(due(&later, &reference), "2026-12-21");
    verify(&later, &reference, Proof::of(Method::Email)).unwrap();
    assert_eq!(row(&later, &reference).flags, "agent");
    assert_eq!(due(&later, &reference), "2026-12-30");
    assert_eq!(
        resume(&later, &reference, (Answered::Only, None))
            .unwrap_err()
            .kind,
        Kind::Conflict
    );
}

#[test]
fn a_question_may_be_answered_on_an_earlier_day_and_on_no_impossible_one() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    let reference = opened(&ctx, Law::Gdpr, "2026-11-20");
    suspend(&ctx, &reference, Channel::Email).unwrap();
    assert_eq!(
        suspend(&ctx, &reference, Channel::Email).unwrap_err().kind,
        Kind::Conflict
    );
    let later = at(&fixture, "2026-12-02T12:00:00Z");
    for impossible in ["2026-11-21", "2026-12-03"] {
        let day = Some(impossible.parse().unwrap());
        assert_eq!(
            resume(&later, &reference, (Answered::Only, day))
                .unwrap_err()
                .kind,
            Kind::Usage
        );
    }
    resume(
        &later,
        &reference,
        (Answered::Only, Some("2026-11-25".parse().unwrap())),
    )
    .unwrap();
    assert_eq!(due(&later, &reference), "2026-12-23");
    // A second question of the same request counts beside the first.
    let shown = show(&later, &reference).unwrap();
    assert_eq!(shown.pauses.len(), 1);
    assert_eq!(shown.pauses[0].answered.as_deref(), Some("2026-11-25"));
}

#[test]
fn a_late_question_and_the_ccpa_stop_no_clock() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    let late = opened(&ctx, Law::Gdpr, "2026-11-10");
    let asked = ask_identity(&ctx, &late, Channel::Email).unwrap().value;
    assert!(asked.runs_on.unwrap().contains("12 days after receipt"));
    let ccpa = opened(&ctx, Law::Ccpa, "2026-11-20");
    assert_eq!(
        suspend(&ctx, &ccpa, Channel::Email).unwrap_err().kind,
        Kind::Refused
    );
    let asked = ask_identity(&ctx, &ccpa, Channel::Email).unwrap().value;
    assert!(asked.runs_on.unwrap().contains("7021(b)"));
    let both = opened(&ctx, Law::Both, "2026-11-20");
    assert!(
        suspend(&ctx, &both, Channel::Email)
            .unwrap()
            .value
            .runs_on
            .is_some()
    );
}

#[test]
fn more_time_is_given_once_and_before_the_first_period_ends() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    let reference = opened(&ctx, Law::Both, "2026-11-20");
    let unsaid = Extension {
        reason: " ",
        ..NOTICE
    };
    assert_eq!(
        extend(&ctx, &reference, unsaid).unwrap_err().kind,
        Kind::Usage
    );
    let MoreTime { row, due: days } = extend(&ctx, &reference, NOTICE).unwrap().value;
    let days: Vec<(&str, String)> = days
        .iter()
        .map(|(law, day)| (*law, day.to_string()))
        .collect();
    // Three months and 90 days from receipt, whichever leads.
    let expected = [("ccpa", "2027-02-18"), ("gdpr", "2027-02-22")];
    assert_eq!(days, expected.map(|(law, day)| (law, day.to_owned())));
    assert_eq!(row.flags, "agent,extended");
    let twice = extend(&ctx, &reference, NOTICE).unwrap_err();
    assert!(twice.message.contains("one extension"), "{twice}");
}

#[test]
fn a_notice_that_comes_too_late_is_refused() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    let reference = opened(&ctx, Law::Gdpr, "2026-11-20");
    let open = opened(&ctx, Law::Gdpr, "2026-11-20");
    suspend(&ctx, &open, Channel::Email).unwrap();
    // The period ends at midnight in Berlin, and a question that nobody answers adds nothing.
    let last = at(&fixture, "2026-12-21T22:59:59Z");
    let over = at(&fixture, "2026-12-21T23:00:00Z");
    for reference in [&reference, &open] {
        let refused = extend(&over, reference, NOTICE).unwrap_err();
        assert!(refused.message.ends_with("GDPR ended with 2026-12-21"));
    }
    extend(&last, &reference, NOTICE).unwrap();
}

#[test]
fn each_question_has_its_own_answer() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-21T12:00:00Z");
    let reference = opened(&ctx, Law::Gdpr, "2026-11-20");
    ask_identity(&ctx, &reference, Channel::Email).unwrap();
    suspend(&ctx, &reference, Channel::Email).unwrap();
    let later = at(&fixture, "2026-12-02T12:00:00Z");
    let which = resume(&later, &reference, (Answered::Only, None)).unwrap_err();
    assert_eq!(which.kind, Kind::Usage);
    let day = |text: &str| Some(text.parse().unwrap());
    resume(&later, &reference, (Answered::Clarify, day("2026-11-25"))).unwrap();
    assert_eq!(due(&later, &reference), "2026-12-24");
    // The proof was not enough: it is asked for once more.
    resume(&later, &reference, (Answered::Only, day("2026-11-26"))).unwrap();
    let again = ask_identity(&later, &reference, Channel::Email)
        .unwrap()
        .value;
    assert!(again.runs_on.is_some(), "asked long after receipt");
    let proof = Proof {
        came: day("2026-12-01"),
        ..Proof::of(Method::Document)
    };
    let early = verify(&later, &reference, proof).unwrap_err();
    assert_eq!(early.kind, Kind::Usage, "before it was asked for");
    verify(&later, &reference, Proof::of(Method::Document)).unwrap();
    assert_eq!(due(&later, &reference), "2026-12-28");
}

#[test]
fn ones_own_delay_is_not_added() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    let reference = opened(&ctx, Law::Gdpr, "2026-11-20");
    ask_identity(&ctx, &reference, Channel::Email).unwrap();
    let later = at(&fixture, "2026-12-15T12:00:00Z");
    let proof = Proof {
        came: Some("2026-11-24".parse().unwrap()),
        ..Proof::of(Method::Document)
    };
    verify(&later, &reference, proof).unwrap();
    assert_eq!(due(&later, &reference), "2026-12-22");
}

#[test]
fn a_request_that_is_taken_back_is_closed_and_its_lateness_stays() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    let reference = opened(&ctx, Law::Gdpr, "2026-09-01");
    ask_identity(&ctx, &reference, Channel::Email).unwrap();
    let row = withdraw(&ctx, &reference, Channel::Phone).unwrap().value;
    assert_eq!(
        (row.state.as_str(), row.flags.as_str()),
        ("withdrawn", "agent,late")
    );
    assert_eq!(row.email, None);
    let pauses = show(&ctx, &reference).unwrap().pauses;
    assert!(pauses.iter().all(|pause| pause.answered.is_none()));
    for refused in [
        withdraw(&ctx, &reference, Channel::Phone).map(drop),
        extend(&ctx, &reference, NOTICE).map(drop),
        suspend(&ctx, &reference, Channel::Phone).map(drop),
    ] {
        assert_eq!(refused.unwrap_err().kind, Kind::Refused);
    }
}
