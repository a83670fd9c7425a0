//! The register as a whole: lists, numbers, what is kept for how long, what comes from elsewhere, the calendar file.

use super::register::{TOLD, at, made, opted_out};
use super::*;
use crate::base::period::Period;
use crate::domain::request::metrics::{Span, metrics};

#[test]
fn lists_are_narrowed() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let optout = made(&ctx, Type::OptOut, Law::Ccpa);
    let access = made(&ctx, Type::Access, Law::Both);
    let old = opened(&ctx, Law::Gdpr, "2026-09-01");
    deny(
        &ctx,
        &made(&ctx, Type::Access, Law::Gdpr),
        Code::NoMatch,
        "No.",
    )
    .unwrap();
    let found = |filter: Filter| -> Vec<String> {
        let requests = list(&ctx, &filter).unwrap();
        requests
            .into_iter()
            .map(|request| request.row.reference)
            .collect()
    };
    let any = Filter::default;
    assert_eq!(found(any()).len(), 3);
    assert_eq!(
        found(Filter {
            kind: Some(Type::OptOut),
            ..any()
        }),
        std::slice::from_ref(&optout)
    );
    assert_eq!(
        found(Filter {
            law: Some(Law::Ccpa),
            ..any()
        }),
        [optout.clone(), access.clone()]
    );
    assert_eq!(
        found(Filter {
            law: Some(Law::Both),
            ..any()
        }),
        [access]
    );
    assert_eq!(
        found(Filter {
            overdue: Some(crate::domain::request::list::Overdue),
            ..any()
        }),
        std::slice::from_ref(&old)
    );
    let soon = Filter {
        due_within: Some(Period::of_days(3)),
        ..any()
    };
    assert_eq!(found(soon), [old]);
    let denied = Filter {
        which: Which::All,
        state: Some(State::Denied),
        ..any()
    };
    assert_eq!(found(denied).len(), 1);
}

#[test]
fn numbers_of_a_year_name_nobody() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    deny(
        &ctx,
        &made(&ctx, Type::Delete, Law::Ccpa),
        Code::Security,
        "No.",
    )
    .unwrap();
    deny(
        &ctx,
        &made(&ctx, Type::Delete, Law::Ccpa),
        Code::NoMatch,
        "No.",
    )
    .unwrap();
    made(&ctx, Type::Erasure, Law::Both);
    let later = at(&fixture, "2026-11-30T12:00:00Z");
    let slow = made(&later, Type::OptOut, Law::Ccpa);
    opted_out(&later, crate::domain::optout::What::SaleSharing);
    tell_recipients(&later, &slow, &TOLD).unwrap();
    fulfil(&later, &slow, None, &CLOSING).unwrap();
    let lines = metrics(
        &ctx,
        Span {
            year: 2026,
            law: Some(Law::Ccpa),
        },
    )
    .unwrap();
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.kind, line.received, line.complied, line.denied))
        .collect();
    assert_eq!(
        told,
        [
            ("erasure", 1, 0, 0),
            ("delete", 2, 0, 2),
            ("opt-out", 1, 1, 0)
        ]
    );
    let delete = &lines[1];
    assert_eq!((delete.denied_exempt, delete.denied_not_verifiable), (1, 1));
    assert_eq!(
        (delete.median_days, lines[2].mean_days),
        (Some(2.0), Some(10.0))
    );
    assert_eq!(lines[0].open, 1);
    assert!(
        metrics(
            &ctx,
            Span {
                year: 2025,
                law: None
            }
        )
        .unwrap()
        .is_empty()
    );
}

#[test]
fn an_earlier_register_is_taken_over_once() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let usual = import::Usual {
        calendar: Some("DE"),
        zone: chrono_tz::Europe::Berlin,
        now: ctx.now(),
    };
    let file = "\u{feff}{\"id\":\"T-1\",\"type\":\"access\",\"law\":\"gdpr\",\"received\":\"2026-10-01\",\"email\":\"Kim@example.org\",\"state\":\"denied\",\"closed\":\"2026-10-20T10:00:00Z\",\"code\":\"no-match\",\"text\":\"No.\"}\r\n\n{\"id\":\"T-2\",\"type\":\"delete\",\"law\":\"ccpa\",\"received\":\"2026-11-01\",\"email\":\"kim@example.org\",\"calendar\":\"US-CA\"}";
    let entries = || import::read(file.as_bytes(), usual).unwrap();
    let done = import::import(&ctx, entries()).unwrap().value;
    assert_eq!((done.created, done.known), (2, 0));
    assert_eq!(done.references.unwrap().1, "R-2026-0002");
    let again = import::import(&ctx, entries()).unwrap().value;
    assert_eq!((again.created, again.known), (0, 2));
    let closed = show(&ctx, "R-2026-0001").unwrap().request.row;
    assert_eq!(
        (closed.email, closed.outcome.as_deref()),
        (None, Some("denied"))
    );
    // Found again by the address, and worked on like any other.
    let similar = open(&ctx, &register::of(Type::Delete, Law::Ccpa))
        .unwrap()
        .value
        .similar;
    assert_eq!(similar, ["R-2026-0002"]);
    verify(&ctx, "R-2026-0002", Proof::of(Method::Email)).unwrap();
    let other = file.replace("\"delete\"", "\"know-specific\"");
    let other = import::read(other.as_bytes(), usual).unwrap();
    assert_eq!(
        import::import(&ctx, other).unwrap_err().kind,
        Kind::Conflict
    );
}

#[test]
fn a_fault_in_an_earlier_register_is_told_with_its_line() {
    let usual = import::Usual {
        calendar: Some("DE"),
        zone: chrono_tz::Europe::Berlin,
        now: crate::base::clock::parse("2026-11-22T12:00:00Z").unwrap(),
    };
    for (line, said) in [
        ("{\"id\":\"a\"}", "is no request"),
        (
            "{\"id\":\"a\",\"type\":\"access\",\"law\":\"gdpr\",\"received\":\"2027-01-01\"}",
            "future",
        ),
        (
            "{\"id\":\"a\",\"type\":\"access\",\"law\":\"gdpr\",\"received\":\"2026-01-01\",\"state\":\"denied\"}",
            "`closed`",
        ),
        (
            "{\"id\":\"a\",\"type\":\"opt-out\",\"law\":\"gdpr\",\"received\":\"2026-01-01\"}",
            "CCPA",
        ),
        (
            "{\"id\":\"a\",\"type\":\"access\",\"law\":\"gdpr\",\"received\":\"2026-01-01\",\"state\":\"ready\"}",
            "`state`",
        ),
        (
            "{\"id\":\"a\",\"type\":\"access\",\"law\":\"gdpr\",\"received\":\"2026-01-01\",\"acknowledged\":\"2025-01-01\"}",
            "before it was received",
        ),
        (
            "{\"id\":\"\",\"type\":\"access\",\"law\":\"gdpr\",\"received\":\"2026-01-01\"}",
            "`id`",
        ),
        (
            "{\"id\":\"a\",\"type\":\"access\",\"law\":\"gdpr\",\"received\":\"2026-01-01\",\"passport\":\"x\"}",
            "is no request",
        ),
    ] {
        let error = import::read(line.as_bytes(), usual).unwrap_err();
        assert!(
            error.message.contains("line 1") && error.message.contains(said),
            "{line}: {error}"
        );
    }
    import::read(&b"\xff\n"[..], usual).unwrap_err();
    let twice = "{\"id\":\"a\",\"type\":\"access\",\"law\":\"gdpr\",\"received\":\"2026-01-01\",\"account\":\"kim\"}\n"
        .repeat(2);
    assert!(
        import::read(twice.as_bytes(), usual)
            .unwrap_err()
            .message
            .contains("line 2")
    );
}

fn usual(now: crate::base::clock::Time) -> import::Usual<'static> {
    import::Usual {
        calendar: Some("DE"),
        zone: chrono_tz::Europe::Berlin,
        now,
    }
}

fn of(kind: &str, law: &str, more: impl AsRef<str>) -> String {
    let more = more.as_ref();
    format!(
        "{{\"id\":\"7\",\"type\":\"{kind}\",\"law\":\"{law}\",\"received\":\"2026-11-01\"{more}}}"
    )
}

fn proven(how: &str) -> String {
    format!(
        ",\"email\":\"kim@example.org\",\"state\":\"verified\",\"verified\":\"2026-11-02\",\"verified_how\":\"{how}\""
    )
}

fn denied(code: &str, text: &str) -> String {
    format!(
        ",\"state\":\"denied\",\"closed\":\"2026-11-02\",\"code\":\"{code}\",\"text\":\"{text}\""
    )
}

/// What is refused to a request here is refused to one that is brought in.
#[test]
fn an_import_is_no_way_around_a_guard() {
    let fixed = crate::base::clock::parse("2026-11-22T12:00:00Z").unwrap();
    for (line, said) in [
        (of("access", "gdpr", String::new()), "about nobody"),
        (of("know-specific", "ccpa", proven("email")), "7062(c)"),
        (of("access", "both", proven("email")), "7062(c)"),
        (
            of("access", "gdpr", proven("data-points")),
            "which data matched",
        ),
        (of("erasure", "gdpr", proven("agent")), "names none"),
        (
            of(
                "erasure",
                "gdpr",
                format!("{},\"agent\":\"Rights Ltd\"", proven("agent")),
            ),
            "no agent showed",
        ),
        (
            of(
                "correct",
                "ccpa",
                format!("{},\"contested\":[\"email\"]", proven("email")),
            ),
            "7060(h)",
        ),
        (of("opt-out", "ccpa", denied("no-match", "No.")), "7060(b)"),
        (
            of("access", "gdpr", denied("hold", "No.")),
            "stands in no way",
        ),
        (
            of("access", "gdpr", denied("no-match", &"x".repeat(10_001))),
            "10001 characters",
        ),
        (
            of(
                "access",
                "gdpr",
                denied("no-match", "No.") + ",\"agent\":\" \"",
            ),
            "agent's name",
        ),
        (
            of("access", "gdpr", denied("no-match", "No.")).replace("\"7\"", "\"kim@x.org\""),
            "looks like an address",
        ),
    ] {
        let error = import::read(line.as_bytes(), usual(fixed)).unwrap_err();
        assert!(
            error.message.contains("line 1") && error.message.contains(said),
            "{line}: {error}"
        );
        assert!(!error.message.contains("kim@"), "{error}");
    }
}

#[test]
fn an_import_keeps_how_sure_it_is_and_has_a_bound() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let usual = usual(ctx.now());
    let entries =
        |how: &str| import::read(of("access", "both", proven(how)).as_bytes(), usual).unwrap();
    let refused = import::import(&ctx, entries("sign-in")).unwrap_err();
    assert!(refused.message.contains("line 1: no account"), "{refused}");
    import::import(&ctx, entries("document")).unwrap();
    let row = show(&ctx, "R-2026-0001").unwrap().request.row;
    assert_eq!(row.level.as_deref(), Some("high"));
    let blank = " ".repeat(1024 * 1024 - 1) + "\n";
    let error = import::read(blank.repeat(65).as_bytes(), usual).unwrap_err();
    assert!(error.message.contains("64 MiB"), "{error}");
    assert!(
        import::read(blank.repeat(64).as_bytes(), usual)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_calendar_file_names_references_and_nobody() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    made(&ctx, Type::Erasure, Law::Both);
    let text = ics::calendar(&waiting(&ctx).unwrap(), "store1", ctx.now());
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 3);
    assert_eq!(text.matches("TRIGGER:-P1D").count(), 3);
    assert!(text.contains("UID:R-2026-0001-answer-gdpr@store1.optimactl\r\n"));
    assert!(text.contains("DTSTART;VALUE=DATE:2026"));
    assert!(!text.to_lowercase().contains("kim"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    assert_eq!(
        text,
        ics::calendar(&waiting(&ctx).unwrap(), "store1", ctx.now())
    );
    // What is written here is a holiday table elsewhere: the reader takes it.
    let days = crate::domain::calendar::foreign::read(&text).unwrap();
    assert!(!days.is_empty());
}
