//! Imports and exports against a temporary store: what stays, what is undone, and who is told.

mod guards;
mod round_trip;

use std::io::Read;
use std::sync::Arc;

use super::format::{Format, Mapping, Names, Options};
use super::{
    Administrators, Exported, Form, IfExists, OnFault, Plan, Secrets, Source, Tally, Wanted,
    export, import, record,
};
use crate::base::clock::{self, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::name::Label;
use crate::base::progress::silent;
use crate::domain::Context;
use crate::domain::account;
use crate::domain::audit::{self, Event};
use crate::domain::fixture::{Fixture, NOW, add_account};
use crate::domain::role;
use crate::store::Mode;
use crate::store::account::{AccountRow, Going};
use crate::store::credential::NewPassword;

const ARGON2: &str =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
const BCRYPT: &str = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

fn plan(format: Format, map: &[&str]) -> Plan {
    let map: Vec<String> = map.iter().map(|pair| (*pair).to_owned()).collect();
    Plan {
        format,
        options: Arc::new(Options {
            mapping: Mapping::parse(&map).unwrap(),
            names: Names::default(),
            now: clock::parse(NOW).unwrap(),
        }),
        if_exists: IfExists::Fail,
        on_fault: OnFault::Undo,
        roles: vec![],
        groups: vec![],
        batch: None,
        max: None,
        administrators: Administrators::Refuse,
    }
}

fn source(from: impl Read + Send + 'static, digest: Option<&str>) -> Source {
    Source {
        name: "people".to_owned(),
        from: Box::new(from),
        bytes: Some(100),
        sha256: digest.map(str::to_owned),
    }
}

fn take(ctx: &Context, text: &str, plan: &Plan) -> Result<Tally> {
    let text = std::io::Cursor::new(text.to_owned().into_bytes());
    import(ctx, source(text, None), plan, &mut |_| Ok(()), &mut silent)
}

fn csv(ctx: &Context, text: &str) -> Result<Tally> {
    take(ctx, text, &plan(Format::Csv, &[]))
}

fn find(ctx: &Context, name: &str) -> Option<AccountRow> {
    ctx.store.read(|tx| tx.find_account(name)).unwrap()
}

fn hash_of(ctx: &Context, name: &str) -> Option<String> {
    let id = find(ctx, name).unwrap().id;
    ctx.store
        .read(|tx| tx.password(&id))
        .unwrap()
        .map(|row| row.hash)
}

#[test]
fn an_imported_account_points_to_the_event_that_tells_of_it() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tally = csv(
        &ctx,
        &format!(
            "name,email,hash,created\nMira,mira@mail.example,\"{ARGON2}\",2024-01-02\ntom,,,\n"
        ),
    )
    .unwrap();
    assert_eq!(
        (
            tally.rows,
            tally.created,
            tally.without_password,
            tally.without_email
        ),
        (2, 2, 1, 1)
    );
    assert_eq!(tally.schemes["argon2id"], 1);
    let mira = find(&ctx, "mira").unwrap();
    assert_eq!(mira.imported, tally.last_event);
    assert_eq!(seconds_text(mira.created), "2024-01-02T00:00:00Z");
    assert_eq!(hash_of(&ctx, "mira").as_deref(), Some(ARGON2));
    let mut seen = vec![];
    account::history(
        &ctx,
        "mira",
        clock::from_micros(0).unwrap(),
        None,
        |happened| {
            seen.push((
                happened.action.clone(),
                happened.values.get("accounts").cloned().unwrap_or_default(),
            ));
            Ok(Going::On)
        },
    )
    .unwrap_or_else(|_| panic!("no history"));
    assert!(seen.contains(&("account.import".to_owned(), 2.into())));
}

#[test]
fn one_bad_row_undoes_all_unless_the_others_are_wanted() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let text = "name,email\na,a@mail.example\nb,nothing\nc,c@mail.example\nA,other@mail.example\nd,C@MAIL.example\n";
    let error = csv(&ctx, text).unwrap_err();
    assert_eq!(error.kind, Kind::Usage);
    assert_eq!(error.details.len(), 3);
    assert!(error.details[1].contains(
        "line 5, account `A`, field `name`: it stands in the file twice, first in line 2"
    ));
    assert!(
        error.details[2].contains("field `email`: it stands in the file twice, first in line 4")
    );
    assert!(find(&ctx, "a").is_none());
    let mut told = vec![];
    let plan = Plan {
        on_fault: OnFault::Continue,
        ..plan(Format::Csv, &[])
    };
    let tally = import(
        &ctx,
        source(std::io::Cursor::new(text), None),
        &plan,
        &mut |outcome| {
            told.push((
                outcome.line,
                outcome.outcome,
                outcome.field.map(str::to_owned),
            ));
            Ok(())
        },
        &mut silent,
    )
    .unwrap();
    assert_eq!((tally.created, tally.failed), (2, 3));
    assert_eq!(told[0], (3, "failed", Some("email".to_owned())));
    assert_eq!(told.len(), 3);
}

#[test]
fn what_finds_another_account_is_refused() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "mira");
    // A name that is somebody's address, and an address that is somebody's name.
    let error = csv(&ctx, "name,email\nmira@mail.example,x@mail.example\n").unwrap_err();
    assert_eq!(error.kind, Kind::Conflict);
    let error = csv(
        &ctx,
        "name,email\nx@mail.example,x@mail.example\ny,X@mail.example\n",
    )
    .unwrap_err();
    assert_eq!(error.details.len(), 1);
    let error = csv(&ctx, "name,email\nx@mail.example,\ny,X@mail.example\n").unwrap_err();
    assert!(
        error.details[0].contains("belongs to another account"),
        "{:?}",
        error.details
    );
    assert_eq!(
        csv(&ctx, "name,email\nx@mail.example,x@mail.example\n")
            .unwrap()
            .created,
        1
    );
}

#[test]
fn an_account_that_is_there_fails_stays_or_changes() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let id = add_account(&ctx, "mira");
    ctx.store
        .write(Mode::Commit, |tx| {
            let new = NewPassword {
                hash: BCRYPT,
                require_change: None,
                needs_factor: false,
            };
            tx.put_password(&id, &new, ctx.now())
        })
        .unwrap();
    let text = format!("name,display_name,hash\nMIRA,Mira Sand,\"{ARGON2}\"\n");
    assert_eq!(csv(&ctx, &text).unwrap_err().kind, Kind::Conflict);
    let skip = Plan {
        if_exists: IfExists::Skip,
        ..plan(Format::Csv, &[])
    };
    assert_eq!(take(&ctx, &text, &skip).unwrap().skipped, 1);
    let update = Plan {
        if_exists: IfExists::Update,
        ..plan(Format::Csv, &[])
    };
    let tally = take(&ctx, &text, &update).unwrap();
    assert_eq!((tally.updated, tally.hashes_left), (1, 1));
    let row = find(&ctx, "mira").unwrap();
    assert_eq!(
        (row.id.as_str(), row.display_name.as_deref(), row.imported),
        (id.as_str(), Some("Mira Sand"), None)
    );
    assert_eq!(row.email.as_deref(), Some("mira@mail.example"));
    assert_eq!(hash_of(&ctx, "mira").as_deref(), Some(BCRYPT));
    assert_eq!(take(&ctx, &text, &update).unwrap().unchanged, 1);
    let replace = Plan {
        if_exists: IfExists::Update,
        ..plan(Format::Csv, &["hash=hash"])
    };
    assert_eq!(take(&ctx, &text, &replace).unwrap().updated, 1);
    assert_eq!(hash_of(&ctx, "mira").as_deref(), Some(ARGON2));
    // Twice in one file is a fault here, too.
    let twice = format!("{text}mira,Other,\n");
    assert_eq!(take(&ctx, &twice, &replace).unwrap_err().details.len(), 1);
}

#[test]
fn a_file_gives_roles_only_where_it_may() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let label = Label::new("support", "a role").unwrap();
    role::create(&ctx, &label, "x", &[]).unwrap();
    let text = "name,roles\na,support admin\nb,support\n";
    let tally = csv(&ctx, text).unwrap();
    assert_eq!(tally.roles_left, 2);
    assert!(find(&ctx, "a").unwrap().roles.is_empty());
    let text = text.replace("\na,", "\nc,").replace("\nb,", "\nd,");
    let mapped = plan(Format::Csv, &["roles=roles"]);
    let error = take(&ctx, &text, &mapped).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    let all = Plan {
        administrators: Administrators::Take,
        ..plan(Format::Csv, &["roles=roles"])
    };
    take(&ctx, &text, &all).unwrap();
    assert_eq!(find(&ctx, "c").unwrap().roles, ["admin", "support"]);
    let missing = take(&ctx, "name,roles\ne,nosuch\n", &mapped).unwrap_err();
    assert!(missing.details[0].contains("no role `nosuch`"));
    let given = Plan {
        roles: vec!["nosuch".to_owned()],
        ..plan(Format::Csv, &[])
    };
    assert_eq!(
        take(&ctx, "name\nf\n", &given).unwrap_err().kind,
        Kind::NotFound
    );
    let given = Plan {
        roles: vec!["support".to_owned()],
        ..plan(Format::Csv, &[])
    };
    take(&ctx, "name\nf\n", &given).unwrap();
    assert_eq!(find(&ctx, "f").unwrap().roles, ["support"]);
    let group = Plan {
        groups: vec!["nosuch".to_owned()],
        ..plan(Format::Csv, &[])
    };
    assert_eq!(
        take(&ctx, "name\ng\n", &group).unwrap_err().kind,
        Kind::NotFound
    );
}

#[test]
fn the_last_administrator_is_not_barred_by_a_file() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let all = Plan {
        administrators: Administrators::Take,
        ..plan(Format::Csv, &["roles=roles"])
    };
    take(
        &ctx,
        &format!("name,roles,hash\nroot,admin,\"{ARGON2}\"\n"),
        &all,
    )
    .unwrap();
    let update = Plan {
        if_exists: IfExists::Update,
        ..plan(Format::Csv, &[])
    };
    let error = take(&ctx, "name,disabled\nroot,yes\n", &update).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(find(&ctx, "root").unwrap().disabled.is_none());
}

#[test]
fn a_dry_run_changes_nothing_and_ends_as_the_real_one() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    ctx.mode = Mode::DryRun;
    let batched = Plan {
        batch: Some(1),
        ..plan(Format::Csv, &[])
    };
    let tally = take(&ctx, "name\na\nb\n", &batched).unwrap();
    assert_eq!((tally.created, tally.last_event), (2, None));
    assert_eq!(
        take(&ctx, "name\na\nA\n", &batched).unwrap_err().kind,
        Kind::Usage
    );
    ctx.mode = Mode::Commit;
    assert!(find(&ctx, "a").is_none());
}

/// Gives some bytes, and then the error of a disk that goes away.
struct Torn(std::io::Cursor<Vec<u8>>);

impl Read for Torn {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        match self.0.read(to)? {
            0 => Err(std::io::Error::other("gone")),
            read => Ok(read),
        }
    }
}

#[test]
fn a_batched_import_that_was_cut_off_goes_on_where_it_was() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let text: String = std::iter::once("name\n".to_owned())
        .chain((0..1000).map(|n| format!("user{n}\n")))
        .collect();
    let plan = Plan {
        batch: Some(100),
        ..plan(Format::Csv, &[])
    };
    let digest = super::digest(Box::new(std::io::Cursor::new(text.clone()))).unwrap();
    let half = text.as_bytes()[..text.len() / 2].to_vec();
    let torn = source(Torn(std::io::Cursor::new(half)), Some(&digest));
    assert!(import(&ctx, torn, &plan, &mut |_| Ok(()), &mut silent).is_err());
    let before = ctx.store.read(|tx| tx.count_accounts()).unwrap();
    assert!(before >= 100 && before.is_multiple_of(100), "{before}");
    let whole = |text: &str| source(std::io::Cursor::new(text.to_owned()), Some(&digest));
    let tally = import(&ctx, whole(&text), &plan, &mut |_| Ok(()), &mut silent).unwrap();
    assert_eq!((tally.resumed, tally.created), (before, 1000 - before));
    assert_eq!(
        tally.first_event.map(|first| first + tally.batches - 1),
        tally.last_event
    );
    // It is done: the same again starts from the top.
    let again = import(&ctx, whole(&text), &plan, &mut |_| Ok(()), &mut silent).unwrap_err();
    assert_eq!(again.kind, Kind::Conflict);
    audit::note(&ctx, &Event::new("test.done")).unwrap();
}

#[test]
fn more_rows_than_meant_are_refused() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let plan = Plan {
        max: Some(2),
        ..plan(Format::Csv, &[])
    };
    assert_eq!(
        take(&ctx, "name\na\nb\nc\n", &plan).unwrap_err().kind,
        Kind::Refused
    );
    assert!(find(&ctx, "a").is_none());
    assert_eq!(take(&ctx, "name\na\nb\n", &plan).unwrap().created, 2);
}
