//! What filters mean and how wrong ones are refused.

use chrono_tz::Europe::Berlin;

use super::*;
use crate::base::clock;

struct Row {
    name: &'static str,
    roles: Vec<String>,
    seen: Option<Time>,
    size: i64,
}

const FIELDS: &[Field<Row>] = &[
    Field {
        name: "name",
        form: Form::Text,
        get: |row, _| Found::Text(row.name.to_owned()),
    },
    Field {
        name: "role",
        form: Form::Text,
        get: |row, _| Found::Many(row.roles.clone()),
    },
    Field {
        name: "last_login",
        form: Form::Time,
        get: |row, _| Found::time(row.seen),
    },
    Field {
        name: "size",
        form: Form::Number,
        get: |row, _| Found::Number(row.size),
    },
    Field {
        name: "2fa",
        form: Form::Word(&["none", "totp"]),
        get: |row, _| Found::Text(if row.size > 5 { "totp" } else { "none" }.to_owned()),
    },
];

fn now() -> Time {
    clock::parse("2026-11-22T12:00:00Z").unwrap()
}

fn filter(typed: &str) -> Result<Filter<Row>> {
    Filter::parse(typed, FIELDS, now(), &Berlin)
}

fn row() -> Row {
    Row {
        name: "Mira König",
        roles: vec!["admin".to_owned(), "support".to_owned()],
        seen: Some(clock::parse("2026-07-31T22:30:00Z").unwrap()),
        size: 7,
    }
}

#[test]
fn comparisons_mean_what_they_say() {
    for (typed, meant) in [
        ("role=admin", true),
        ("role=ADMIN and 2fa=totp", true),
        ("role!=admin", false),
        ("role=none", false),
        ("role!=none", true),
        ("role=auditor or role=support", true),
        ("role=admin and 2fa=none and last_login<90d", false),
        ("last_login<90d", true),
        ("last_login>90d", false),
        ("last_login<+1d", true),
        // 22:30 UTC is the next day in Berlin.
        ("last_login=2026-08-01", true),
        ("last_login<=2026-07-31", false),
        ("last_login>2026-07-31", true),
        ("last_login=none", false),
        ("name=\"mira könig\"", true),
        ("name=mira*", true),
        ("name=*nig", true),
        ("name=m*ra*g", true),
        ("name=m*x*g", false),
        ("name~KÖ", true),
        ("size>=7 and size<8", true),
        ("not size=7", false),
        ("not (role=auditor or size=8)", true),
        ("role=auditor and size=7 or name~mira", true),
        ("role=auditor and (size=7 or name~mira)", false),
        ("NOT NOT size == 7", true),
    ] {
        let read = filter(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!(read.matches(&row()), meant, "{typed}");
    }
}

#[test]
fn nothing_is_neither_before_nor_after() {
    let row = Row {
        seen: None,
        roles: vec![],
        ..row()
    };
    for (typed, meant) in [
        ("last_login<90d", false),
        ("last_login>90d", false),
        ("last_login=none", true),
        ("last_login=none or last_login<90d", true),
        ("role=none", true),
        ("role!=admin", true),
    ] {
        assert_eq!(filter(typed).unwrap().matches(&row), meant, "{typed}");
    }
}

#[test]
fn wrong_filters_are_refused_with_a_reason() {
    for (typed, why) in [
        ("", "ends where a field was expected"),
        ("rol=admin", "there is no field `rol`"),
        ("role", "needs a comparison"),
        ("role=", "compared with nothing"),
        (
            "role=admin size=7",
            "`and` or `or` is missing before `size`",
        ),
        ("(role=admin", "a `)` is missing"),
        ("role=admin)", "closes nothing"),
        ("2fa=topt", "`2fa` is never `topt`"),
        ("2fa<totp", "cannot be compared by `<`"),
        ("size=many", "compared with a number"),
        ("last_login<soon", "`soon` is not a time"),
        ("name=\"mira", "not closed"),
        ("! role=admin", "`!` stands alone"),
        (&"(".repeat(1000), "nested too deep"),
        (&"not ".repeat(1000), "nested too deep"),
        (&"x".repeat(5000), "longer than"),
    ] {
        let error = filter(typed)
            .err()
            .unwrap_or_else(|| panic!("{typed} was read"));
        assert_eq!(error.kind.exit(), 2, "{typed}");
        assert!(error.message.contains(why), "{typed}: {}", error.message);
    }
    let error = filter("rle=admin").err().unwrap();
    assert_eq!(error.hint.as_deref(), Some("did you mean `role`?"));
}
