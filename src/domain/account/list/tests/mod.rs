//! The store's search holds to what the filter means: the same answers for any filter and any accounts, in any
//! order and on any page; and no page is found by reading more than it must.

mod people;

use proptest::prelude::*;

use super::*;
use crate::base::clock::{self, Time};
use crate::domain::fixture::{Fixture, NOW};
use crate::store::account::{Direction, SortKey};
use people::{HASHES, expression, fill};

fn now() -> Time {
    clock::parse(NOW).unwrap()
}

fn filter(typed: &str) -> Filter {
    Filter::parse(typed, FIELDS, now(), &chrono_tz::UTC)
        .unwrap_or_else(|error| panic!("{typed}: {error}"))
}

fn query(typed: &str) -> Query {
    Query {
        filter: Some(filter(typed)),
        removed: Removed::Included,
        ..Query::default()
    }
}

/// What the meaning of the filter finds, one account after the other.
fn meant(ctx: &Context, query: &Query) -> Vec<String> {
    let all = Query {
        order: query.order,
        removed: query.removed,
        ..Query::default()
    };
    let mut ids = vec![];
    each(ctx, &all, |listed, _| {
        if query
            .filter
            .as_ref()
            .is_none_or(|filter| filter.matches(listed))
        {
            ids.push(listed.row.id.clone());
        }
        Ok(Going::On)
    })
    .unwrap();
    ids
}

fn found(ctx: &Context, query: &Query) -> Vec<String> {
    pick(ctx, query, None).unwrap().ids
}

const KEYS: [SortKey; 9] = [
    SortKey::Name,
    SortKey::Email,
    SortKey::Created,
    SortKey::Changed,
    SortKey::Expires,
    SortKey::Disabled,
    SortKey::LockedUntil,
    SortKey::Removed,
    SortKey::LastSignIn,
];

fn orders() -> impl Iterator<Item = AccountOrder> {
    KEYS.into_iter().flat_map(|by| {
        [Direction::Ascending, Direction::Descending]
            .map(|direction| AccountOrder { by, direction })
    })
}

#[test]
fn the_store_finds_what_the_filter_means() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx);
    let config = ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(typed in expression(), order in prop::sample::select(orders().collect::<Vec<_>>()))| {
        let query = Query { order, ..query(&typed) };
        let meant = meant(&ctx, &query);
        prop_assert_eq!(&found(&ctx, &query), &meant, "{}", typed);
        prop_assert_eq!(count(&ctx, &query).unwrap(), u64::try_from(meant.len()).unwrap(), "{}", typed);
        // The ways that the size of a store forbids here.
        for way in ctx.store.read(|tx| Ok(tx.every_way_for_tests(&query.listing(&ctx, tx)?))).unwrap() {
            prop_assert_eq!(&way, &meant, "{}", typed);
        }
    });
}

#[test]
fn pages_put_together_are_the_list() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx);
    for order in orders() {
        for typed in [
            None,
            Some("name~n"),
            Some("state=enabled"),
            Some("region=de and not role=support"),
        ] {
            let base = || Query {
                order,
                filter: typed.map(filter),
                ..Query::default()
            };
            let whole = found(&ctx, &base());
            let (mut pages, mut after) = (vec![], None);
            loop {
                let page = Query {
                    after: after.clone(),
                    limit: Some(7),
                    ..base()
                };
                let mut size = 0;
                each(&ctx, &page, |listed, place| {
                    pages.push(listed.row.id.clone());
                    after = Some(token(order, place)?);
                    size += 1;
                    Ok(Going::On)
                })
                .unwrap();
                if size < 7 {
                    break;
                }
            }
            assert_eq!(pages, whole, "{order:?} {typed:?}");
            // An account by its name is as good a place as any.
            let behind = Query {
                after: whole.get(10).cloned(),
                ..base()
            };
            assert_eq!(
                found(&ctx, &behind),
                whole.get(11..).unwrap_or_default(),
                "{order:?} {typed:?}"
            );
        }
    }
}

#[test]
fn a_page_stays_what_it_is_when_its_account_goes() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx);
    let order = AccountOrder::default();
    let place = ctx
        .store
        .read(|tx| tx.place_of("acc_001", order, now()))
        .unwrap()
        .unwrap();
    let after = token(order, &place).unwrap();
    let next = || {
        found(
            &ctx,
            &Query {
                after: Some(after.clone()),
                limit: Some(3),
                ..Query::default()
            },
        )
    };
    let before = next();
    ctx.store
        .write(ctx.mode, |tx| tx.forget_for_tests("acc_001"))
        .unwrap();
    assert_eq!(next(), before);
    let other = super::page::place(super::order("-created").unwrap(), &after).unwrap_err();
    assert!(
        other.message.contains("sorted by `name`"),
        "{}",
        other.message
    );
    for damaged in ["page:", "page:AAAA", "page:!"] {
        assert!(super::page::place(order, damaged).is_err(), "{damaged}");
    }
}

#[test]
fn every_field_can_be_searched_by() {
    for field in FIELDS {
        assert!(plan::column(field.name).is_some(), "{}", field.name);
    }
}

#[test]
fn orders_are_read_in_each_way_of_writing_them() {
    for typed in [
        "-last-sign-in",
        "last_login:desc",
        "-last_login",
        "LAST_SIGN_IN:desc",
    ] {
        let read = super::order(typed).unwrap();
        assert_eq!(
            (read.by, read.direction),
            (SortKey::LastSignIn, Direction::Descending),
            "{typed}"
        );
    }
    assert_eq!(
        super::order("createt").unwrap_err().hint.as_deref(),
        Some("did you mean `created`?")
    );
    assert!(super::order("name:up").is_err());
}

/// What SQLite says that it will do.
fn plans(ctx: &Context, typed: &str, order: &str) -> Vec<String> {
    let query = Query {
        order: super::order(order).unwrap(),
        limit: Some(50),
        ..query(typed)
    };
    ctx.store
        .read(|tx| tx.plans_for_tests(&query.listing(ctx, tx)?))
        .unwrap()
}

#[test]
#[expect(clippy::too_many_lines, reason = "one list of cases")]
fn no_walk_sorts_and_no_search_reads_a_whole_table() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx);
    for order in [
        "name",
        "-name",
        "email",
        "-created",
        "changed",
        "expires",
        "-disabled",
        "locked_until",
        "-removed",
        "last_sign_in",
        "-last_sign_in",
    ] {
        for typed in [
            "role=admin2 and 2fa=none",
            "region=de",
            "state=enabled or group=staff",
            "scheme=bcrypt and name~n",
        ] {
            let walks = plans(&ctx, typed, order);
            let all = walks.join("\n");
            assert!(!all.contains("TEMP B-TREE"), "{order} {typed}: {all}");
            assert!(
                all.contains("CO-ROUTINE p") && !all.contains("SCAN a\n"),
                "{order} {typed}: {all}"
            );
        }
    }
    for typed in [
        "role=admin2",
        "group=staff",
        "name=bot*",
        "email=1@mail.example",
        "created>7d",
        "last_sign_in<90d",
        "last_login=none",
        "expires<+7d",
        "disabled!=none",
        "state=locked",
        "state=expired",
        "kind=service",
        "kind!=person",
        "scheme=bcrypt",
        "password=code",
        "require_change<+1d",
        "operator=1000",
        "id=acc_003",
        "role in (admin2, support)",
        "last_login<90d or last_login=none",
        "2fa=totp",
        "2fa!=none",
    ] {
        let query = query(typed);
        let plan = ctx
            .store
            .read(|tx| tx.driver_plan_for_tests(&query.listing(&ctx, tx)?))
            .unwrap();
        let all = plan.join("\n");
        assert!(!all.is_empty(), "nothing drives {typed}");
        let tables = [
            "SCAN account\n",
            "SCAN account_role\n",
            "SCAN password\n",
            "SCAN group_member\n",
        ];
        assert!(
            tables.iter().all(|scan| !format!("{all}\n").contains(scan)),
            "{typed}: {all}"
        );
    }
}

#[test]
fn schemes_are_named_by_the_stored_text() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx);
    for (scheme, hash) in [
        ("argon2id", HASHES[0]),
        ("bcrypt", HASHES[1]),
        ("sha512-crypt", HASHES[2]),
        ("other", HASHES[3]),
    ] {
        assert_eq!(crate::store::account::scheme(hash), scheme);
        assert!(
            !found(&ctx, &query(&format!("scheme={scheme}"))).is_empty(),
            "{scheme}"
        );
    }
}
