//! Accounts of every sort, and filters made up at random to ask for them.

use proptest::prelude::*;

use super::now;
use crate::base::clock::Time;
use crate::domain::Context;
use crate::store::account::{AccountKind, AccountRow};

/// An instant some days from now, on the edges of what filters below ask for.
fn day(days: i64) -> Time {
    now() + chrono::TimeDelta::days(days)
}

const NAMES: [&str; 12] = [
    "anna",
    "Ännchen",
    "bot-1",
    "bot-2",
    "bot*3",
    "STRASSE",
    "straße 2",
    "zoë",
    "a?b",
    "x[y]z",
    "漢字",
    "annabel",
];
pub(super) const HASHES: [&str; 4] = [
    "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$x",
    "$2b$12$abcdefghijklmnopqrstuv",
    "$6$salt$hash",
    "nothing known",
];

/// Accounts of every sort, some twice alike: a filter that goes wrong for one of them is seen.
pub(super) fn fill(ctx: &Context) {
    let pick = |number: usize, step: usize, of: usize| number / step % of;
    let maybe = |number: usize, step: usize| match pick(number, step, 4) {
        0 => Some(day(-100)),
        1 => Some(day(-5)),
        2 => Some(day(5)),
        _ => None,
    };
    ctx.store
        .write(ctx.mode, |tx| {
            for role in ["admin2", "Support", "auditor"] {
                tx.insert_role(role, "", now())?;
            }
            for (number, name) in NAMES.iter().cycle().take(96).enumerate() {
                let row = AccountRow {
                    id: format!("acc_{number:03}"),
                    name: format!(
                        "{name}{}",
                        if number < 12 {
                            String::new()
                        } else {
                            number.to_string()
                        }
                    ),
                    email: (number % 5 > 0).then(|| format!("{number}@mail.example")),
                    display_name: (number % 3 > 0).then(|| format!("Frau {name}")),
                    kind: if number % 7 == 0 {
                        AccountKind::Service
                    } else {
                        AccountKind::Person
                    },
                    region: [None, Some("DE".to_owned()), Some("SE".to_owned())][number % 3]
                        .clone(),
                    created: day(-(i64::try_from(number % 9).unwrap())),
                    changed: day(-3),
                    expires: maybe(number, 1),
                    disabled: maybe(number, 3).filter(|time| *time < now()),
                    locked_until: maybe(number, 5),
                    lock_reason: None,
                    removed: (number % 11 == 0).then_some(day(-2)),
                    last_sign_in: maybe(number, 2),
                    version: 1,
                    restricted: None,
                    imported: (number % 4 == 0).then_some(7),
                    roles: vec![],
                    groups: vec![],
                    password_set: None,
                    code_until: None,
                    factors: 0,
                };
                tx.insert_account(&row)?;
                if number % 4 == 1 {
                    tx.grant_role(&row.id, ["admin2", "Support"][number % 8 / 4], now())?;
                }
            }
            tx.fill_for_tests(&HASHES)
        })
        .unwrap();
}

#[expect(clippy::too_many_lines, reason = "one case per field")]
fn leaf() -> impl Strategy<Value = String> {
    let text = prop::sample::select(vec![
        "name",
        "email",
        "display_name",
        "id",
        "role",
        "roles",
        "group",
        "groups",
        "region",
        "scheme",
    ]);
    let value = prop::sample::select(vec![
        "anna",
        "ann*",
        "*n*",
        "\"bot*3\"",
        "\"a?b\"",
        "\"x[y]*\"",
        "straße*",
        "none",
        "admin2",
        "SUPPORT",
        "s*",
        "de",
        "staff",
        "acc_00*",
        "acc_004",
        "1@mail.example",
        "bcrypt",
        "argon2id",
        "sha512-crypt",
        "other",
        "*",
        "\"\"",
        "漢*",
        "ÄNN*",
        "\"*Ä*\"",
        "STRAẞE*",
        "**",
        "*a*n*",
        "\"a[?]b\"",
        "\"?nna\"",
        "\"*]*\"",
        "guests",
    ]);
    let time = prop::sample::select(vec![
        "created",
        "changed",
        "expires",
        "disabled",
        "locked_until",
        "removed",
        "last_sign_in",
        "last_login",
        "require_change",
    ]);
    let when = prop::sample::select(vec![
        "5d",
        "+5d",
        "90d",
        "2026-11-17",
        "none",
        "1y",
        "2026-11-22T12:00:00Z",
        "2026-11-22T13:00:00+01:00",
        "2026-11-22T12:00:00.000001Z",
    ]);
    let word = prop::sample::select(vec![
        "kind=person",
        "kind!=service",
        "kind=service",
        "state=enabled",
        "state=locked",
        "state!=disabled",
        "state=expired",
        "state=removed",
        "password=set",
        "password=code",
        "password!=none",
        "2fa=totp",
        "2fa=none",
        "2fa!=none",
        "imported=7",
        "imported=none",
        "imported>3",
        "operator=none",
        "operator=1000",
        "operator<2000",
        "role in (admin2, support)",
        "name not in (anna, zoë)",
        "role=none",
        "group!=none",
        "groups=none",
        "group not in (staff, none)",
        "role in (none, auditor)",
        "scheme=none",
        "scheme!=none",
        "scheme in (bcrypt, none)",
        "operator!=none",
        "operator>=0",
        "operator!=1000",
        "imported!=7",
        "imported<=7",
        "imported in (7, none)",
        "imported=9223372036854775807",
        "require_change in (none, 2026-11-22)",
        "expires not in (none, 2026-11-27)",
    ]);
    let sign = prop::sample::select(vec!["=", "!=", "<", "<=", ">", ">=", "~"]);
    let order = prop::sample::select(vec!["=", "!=", "<", "<=", ">", ">="]);
    prop_oneof![
        (text, sign, value).prop_map(|(field, sign, value)| {
            if value == "none" && !["=", "!="].contains(&sign) {
                format!("{field}=none")
            } else {
                format!("{field}{sign}{value}")
            }
        }),
        (time, order, when).prop_map(|(field, sign, value)| {
            if value == "none" && !["=", "!="].contains(&sign) {
                format!("{field}=none")
            } else {
                format!("{field}{sign}{value}")
            }
        }),
        word.prop_map(str::to_owned),
    ]
}

pub(super) fn expression() -> impl Strategy<Value = String> {
    leaf().prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|one| format!("not ({one})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) and ({b})")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("({a}) or ({b})")),
        ]
    })
}
