//! Accounts on a real store: creation, bars, lists, histories. The last administrator has a file of its own.

mod guard;
mod held;

use super::*;
use crate::base::clock::{self, Time};
use crate::base::email::EmailAddress;
use crate::base::error::Kind;
use crate::base::name::{AccountName, Label};
use crate::domain::Context;
use crate::domain::fixture::Fixture;
use crate::domain::role::{self, Permission};
use crate::store::account::{AccountKind, AccountOrder, Going, SortKey};

fn new(name: &str, roles: &[&str]) -> NewAccount {
    let address = format!("{}@mail.example", name.to_lowercase().replace(' ', "."));
    NewAccount {
        name: AccountName::new(name).unwrap(),
        email: Some(EmailAddress::new(&address).unwrap()),
        display_name: None,
        kind: AccountKind::Person,
        region: None,
        expires: None,
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
    }
}

/// An account that cannot sign in.
fn made(ctx: &Context, name: &str, roles: &[&str]) -> Result<AccountRow> {
    let made = create(ctx, &new(name, roles), IfExists::Fail, |_, _, _| Ok(()))?;
    Ok(made.value.row().clone())
}

fn who(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}

fn day(day: &str) -> Time {
    clock::parse(&format!("{day}T00:00:00Z")).unwrap()
}

fn lock_until(until: Time) -> Lock {
    Lock {
        until,
        reason: "test".to_owned(),
    }
}

fn names(ctx: &Context, query: &Query) -> Vec<String> {
    let mut names = vec![];
    each(ctx, query, |listed, _| {
        names.push(listed.row.name.clone());
        Ok(Going::On)
    })
    .unwrap();
    names
}

fn filtered(typed: &str) -> Query {
    let now = clock::parse(crate::domain::fixture::NOW).unwrap();
    Query {
        filter: Some(Filter::parse(typed, FIELDS, now, &chrono_tz::UTC).unwrap()),
        ..Query::default()
    }
}

#[test]
fn a_name_or_address_reaches_one_account_only() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let row = made(&ctx, "Straße", &[]).unwrap();
    let found = |typed: &str| ctx.store.read(|tx| find(tx, typed)).map(|row| row.id);
    for typed in ["STRASSE", "straße@MAIL.example", &row.id] {
        assert_eq!(found(typed).unwrap(), row.id, "{typed}");
    }
    let other = |name: &str, email: &str| {
        let mut other = new(name, &[]);
        other.email = Some(EmailAddress::new(email).unwrap());
        create(&ctx, &other, IfExists::Fail, |_, _, _| Ok(()))
            .unwrap_err()
            .kind
    };
    assert_eq!(other("strasse", "x@mail.example"), Kind::Conflict);
    assert_eq!(other("x", "STRASSE@mail.example"), Kind::Conflict);
    // A name that is another's address would reach that account by two ways.
    assert_eq!(
        other("straße@mail.example", "x@mail.example"),
        Kind::Conflict
    );
    assert_eq!(other(&row.id, "x@mail.example"), Kind::Usage);
    let missing = found("strase").unwrap_err();
    assert_eq!(missing.kind, Kind::NotFound);
    assert_eq!(missing.hint.as_deref(), Some("did you mean `Straße`?"));
}

#[test]
fn an_account_that_is_there_is_skipped_or_updated() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let row = made(&ctx, "mira", &[]).unwrap();
    let mut again = new("MIRA", &["admin"]);
    again.display_name = Some("Mira".to_owned());
    let run = |how| create(&ctx, &again, how, |_, _, _| panic!("credentials stay"));
    let skipped = run(IfExists::Skip).unwrap().value;
    assert!(matches!(&skipped, Made::Skipped(old) if *old == row));
    let updated = run(IfExists::Update).unwrap().value;
    assert!(matches!(updated, Made::Updated(_)));
    assert_eq!(updated.row().roles, ["admin"]);
    assert_eq!(updated.row().display_name.as_deref(), Some("Mira"));
    assert_eq!(
        (updated.row().name.as_str(), updated.row().version),
        ("mira", 2)
    );
    assert_eq!(made(&ctx, "x", &["admn"]).unwrap_err().kind, Kind::NotFound);
}

#[test]
fn bars_say_when_they_change_nothing() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mira = made(&ctx, "mira", &[]).unwrap();
    let changed = |done: Result<Vec<Did>>| done.unwrap()[0].changed;
    assert!(changed(disable(&ctx, &who("mira"))));
    assert!(!changed(disable(&ctx, &who("mira"))));
    assert!(changed(enable(&ctx, &who("mira"))));
    assert!(!changed(enable(&ctx, &who("mira"))));
    let long = lock_until(day("2027-01-01"));
    assert!(changed(lock(&ctx, &who("mira"), &long)));
    // A shorter lock must not let anybody in sooner.
    assert!(!changed(lock(
        &ctx,
        &who("mira"),
        &lock_until(day("2026-12-01"))
    )));
    let shown = show(&ctx, "mira").unwrap();
    assert_eq!(shown.state, State::Locked(long.until));
    assert!(changed(unlock(&ctx, &who("mira"))));
    assert!(!changed(unlock(&ctx, &who("mira"))));
    assert!(changed(remove(&ctx, &who("mira"))));
    assert!(!changed(remove(&ctx, &who("mira"))));
    assert_eq!(disable(&ctx, &who("mira")).unwrap_err().kind, Kind::Refused);
    assert_eq!(made(&ctx, "mira", &[]).unwrap_err().kind, Kind::Conflict);
    assert!(changed(restore(&ctx, &who("mira"))));
    assert!(!changed(restore(&ctx, &who("mira"))));
    assert_eq!(show(&ctx, &mira.id).unwrap().state, State::Enabled);
}

#[test]
fn a_removal_is_final_after_thirty_days() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    made(&ctx, "mira", &[]).unwrap();
    remove(&ctx, &who("mira")).unwrap();
    let later = Context {
        clock: clock::Clock::fixed(day("2026-12-23")),
        ..fixture.open()
    };
    assert_eq!(
        restore(&later, &who("mira")).unwrap_err().kind,
        Kind::Refused
    );
}

#[test]
fn lists_are_filtered_paged_and_in_a_stable_order() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    for name in ["zoe", "Anna", "mira", "tom", "Émile"] {
        made(&ctx, name, if name == "mira" { &["admin"] } else { &[] }).unwrap();
    }
    remove(&ctx, &who("tom")).unwrap();
    assert_eq!(
        names(&ctx, &Query::default()),
        ["Anna", "mira", "zoe", "Émile"]
    );
    let page = |after: Option<&str>| Query {
        after: after.map(str::to_owned),
        limit: Some(2),
        ..Query::default()
    };
    assert_eq!(names(&ctx, &page(None)), ["Anna", "mira"]);
    assert_eq!(names(&ctx, &page(Some("mira"))), ["zoe", "Émile"]);
    assert!(names(&ctx, &page(Some("émile"))).is_empty());
    let created = Query {
        order: AccountOrder {
            by: SortKey::Created,
            ..AccountOrder::default()
        },
        removed: Removed::Included,
        ..Query::default()
    };
    assert_eq!(names(&ctx, &created).len(), 5);
    assert_eq!(names(&ctx, &filtered("role=admin and 2fa=none")), ["mira"]);
    assert_eq!(
        names(&ctx, &filtered("password=none and not role=admin")).len(),
        3
    );
    assert!(names(&ctx, &filtered("state=removed")).is_empty());
    let picked = pick(&ctx, &filtered("role=none"), Some(3)).unwrap();
    assert_eq!((picked.ids.len(), picked.names.len()), (3, 3));
    assert_eq!(
        pick(&ctx, &filtered("role=none"), Some(2))
            .unwrap_err()
            .kind,
        Kind::Refused
    );
}

#[test]
fn a_history_tells_what_happened_and_that_it_was_looked_at() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mira = made(&ctx, "mira", &[]).unwrap();
    made(&ctx, "tom", &[]).unwrap();
    let edit = Edit {
        email: Some(EmailAddress::new("new@mail.example").unwrap()),
        ..Edit::default()
    };
    change(&ctx, "mira", &edit).unwrap();
    lock(&ctx, &who("mira"), &lock_until(day("2027-01-01"))).unwrap();
    show(&ctx, "mira").unwrap();
    let told = |limit| {
        let mut told = vec![];
        history(&ctx, "mira", Time::UNIX_EPOCH, limit, |event| {
            told.push(event);
            Ok(Going::On)
        })
        .unwrap();
        told
    };
    let events = told(None);
    let actions: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
    assert_eq!(
        actions,
        [
            "account.history",
            "account.show",
            "account.lock",
            "account.change",
            "account.create"
        ]
    );
    let (lock, change) = (&events[2], &events[3]);
    assert_eq!(lock.values["reason"], "test");
    assert_eq!(lock.actor, "0@test");
    assert_eq!(change.values["email_before"], "mira@mail.example");
    assert_eq!(change.values["email"], "new@mail.example");
    assert_eq!(change.values["what"][0], "email");
    assert_eq!(change.target.as_deref(), Some("mira"));
    assert_eq!(told(Some(2)).len(), 2);
    // Nothing personal stands in the entry itself.
    ctx.store
        .read(|tx| {
            tx.each_event_of(&mira.id, Time::UNIX_EPOCH, |row| {
                let entry = String::from_utf8(row.entry).unwrap();
                assert!(
                    !entry.contains("mira") && !entry.contains("mail.example"),
                    "{entry}"
                );
                Ok(Going::On)
            })
        })
        .unwrap();
}

#[test]
fn a_dry_run_changes_nothing_and_many_are_one_transaction() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    for name in ["a", "b", "c"] {
        made(&ctx, name, &[]).unwrap();
    }
    let dry = Context {
        mode: crate::store::Mode::DryRun,
        ..fixture.open()
    };
    let done = disable(&dry, &["a".to_owned(), "b".to_owned()]).unwrap();
    assert!(done.iter().all(|did| did.changed && did.event.is_none()));
    assert_eq!(show(&ctx, "a").unwrap().state, State::Enabled);
    let error = disable(&ctx, &["a".to_owned(), "missing".to_owned()]).unwrap_err();
    assert_eq!(error.kind, Kind::NotFound);
    assert_eq!(show(&ctx, "a").unwrap().state, State::Enabled);
    let done = disable(&ctx, &["a".to_owned(), "b".to_owned()]).unwrap();
    assert_eq!(done[0].event.unwrap() + 1, done[1].event.unwrap());
}

#[test]
fn a_permission_needs_a_role_and_an_account_that_can_act() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let events = || ctx.store.read(|tx| tx.rows_beyond(0)).unwrap();
    let before = events();
    let missing = grant(&ctx, "suport", &who("nobody")).unwrap_err();
    assert!(
        missing.message.contains("role `suport`"),
        "the role is told first"
    );
    assert_eq!(events().0, before.0 + 1, "the failure is recorded");
    let support = Label::new("support", "a role").unwrap();
    let show_any = [Permission::new("account.*").unwrap()];
    role::create(&ctx, &support, "", &show_any).unwrap();
    made(&ctx, "mira", &["support"]).unwrap();
    let asked =
        |permission: &str| permitted(&ctx, "mira", &Permission::new(permission).unwrap()).unwrap();
    let verdict = asked("account.show");
    assert!(verdict.is_permitted());
    let only = verdict.considered.first().unwrap();
    assert_eq!(
        (only.role.as_str(), only.by.as_deref()),
        ("support", Some("account.*"))
    );
    let refused = asked("backup.restore");
    assert!(!refused.is_permitted());
    assert_eq!(refused.others, [("admin".to_owned(), "*".to_owned())]);
    assert!(!asked("*").is_permitted());
    disable(&ctx, &who("mira")).unwrap();
    assert!(!asked("account.show").is_permitted());
}

#[test]
fn more_accounts_than_fit_into_one_transaction_are_refused_unseen() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let many = vec!["nobody".to_owned(); each::MOST + 1];
    let error = disable(&ctx, &many).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(error.hint.unwrap().contains("--names-from"));
}
