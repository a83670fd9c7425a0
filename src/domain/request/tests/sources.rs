//! The platform's own data: an erasure is not whole before every data source erased, and one that fails stops nothing
//! else.

use std::path::PathBuf;
use std::time::Duration;

use super::held::{account_of, held};
use super::register::{TOLD, at};
use super::*;
use crate::base::name::AccountName;
use crate::domain::account::{Edit, change};
use crate::domain::fixture::add_account;
use crate::domain::privacy::Class;
use crate::domain::source::{Category, Erasure, Form, Key, Place, Purpose, Source};
use crate::store::file;

struct Platform {
    fixture: Fixture,
    folder: tempfile::TempDir,
}

impl Platform {
    fn new() -> Self {
        let platform = Self {
            fixture: Fixture::new(),
            folder: tempfile::tempdir().unwrap(),
        };
        add_account(&platform.open(), "kim");
        set_approvers(&platform.open(), Approvers::One).unwrap();
        platform
    }

    fn open(&self) -> Context {
        at(&self.fixture, "2026-11-22T12:00:00Z")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn source(&self, name: &str, erasure: Erasure) -> Source {
        let path = self.path(name);
        let lines = "{\"who\":\"Kim\"}\n{\"who\":\"lee\"}\n{\"who\":\"kim\"}\n";
        file::write_atomic(&path, lines.as_bytes()).unwrap();
        Source {
            name: name.to_owned(),
            place: Place::Lines {
                path,
                form: Form::Jsonl,
                subject: "who".to_owned(),
            },
            key: Key::Name,
            fields: [("who".to_owned(), Category::Identity)].into(),
            erasure,
            cascade: false,
            patience: Duration::from_secs(5),
            purpose: Purpose::default(),
        }
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }
}

fn planned(ctx: &Context, reference: &str, sources: &[Source]) {
    plan(ctx, reference, |tx, row, event| {
        erase::freeze(ctx, tx, (row, sources), event).map(drop)
    })
    .unwrap();
}

fn approved(ctx: &Context, sources: &[Source]) -> String {
    let reference = account_of(ctx, Type::Erasure, Law::Gdpr);
    planned(ctx, &reference, sources);
    approve(ctx, &reference).unwrap();
    reference
}

fn run(ctx: &Context, reference: &str, sources: &[Source]) -> Erased {
    erase(ctx, reference, sources, &mut crate::base::progress::silent).unwrap()
}

fn closed(ctx: &Context, reference: &str) -> Result<RequestRow> {
    closed_as(ctx, reference, None)
}

/// In full, or in part for this reason.
fn closed_as(ctx: &Context, reference: &str, partial: Option<Code>) -> Result<RequestRow> {
    let closing = Closing {
        backups_gone_by: ctx.now() + chrono::TimeDelta::days(90),
        local_only: Some("a test"),
        mentions: Mentions::Reviewed,
    };
    let withheld = partial.map(|code| (code, "Why."));
    fulfil(ctx, reference, withheld, &closing).map(|changed| changed.value)
}

fn outcomes(erased: &Erased) -> Vec<(&str, &str, u64, u64)> {
    let runs = erased.runs.iter().filter(|run| run.action == "erase");
    runs.map(|run| {
        (
            run.source.as_str(),
            run.outcome.as_str(),
            run.rows,
            run.remain,
        )
    })
    .collect()
}

#[test]
fn every_source_is_counted_by_the_plan_and_erased_with_the_person() {
    let platform = Platform::new();
    let ctx = platform.open();
    let sources = [platform.source("orders", Erasure::Delete)];
    let reference = account_of(&ctx, Type::Erasure, Law::Gdpr);
    planned(&ctx, &reference, &sources);
    let asked = super::super::sources::counted(&ctx, &reference, &sources).unwrap();
    assert_eq!((asked.runs[0].rows, asked.failures.len()), (2, 0));
    approve(&ctx, &reference).unwrap();
    let erased = run(&ctx, &reference, &sources);
    assert_eq!(outcomes(&erased), [("orders", "done", 2, 0)]);
    assert_eq!(platform.text("orders"), "{\"who\":\"lee\"}\n");
    assert!(ctx.store.read(|tx| tx.intents()).unwrap().is_empty());
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    assert_eq!(closed(&ctx, &reference).unwrap().state, "fulfilled");
}

#[test]
fn a_source_that_fails_is_told_and_asked_again_and_nothing_else_waits_for_it() {
    let platform = Platform::new();
    let ctx = platform.open();
    let sources = [
        platform.source("crm", Erasure::Delete),
        platform.source("orders", Erasure::Delete),
    ];
    let reference = approved(&ctx, &sources);
    std::fs::rename(platform.path("crm"), platform.path("away")).unwrap();
    let erased = run(&ctx, &reference, &sources);
    assert_eq!(
        outcomes(&erased),
        [("crm", "failed", 0, 0), ("orders", "done", 2, 0)]
    );
    assert_eq!(erased.failures[0].0, "crm");
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    let refused = closed(&ctx, &reference).unwrap_err();
    assert!(
        refused.message.contains("`crm` failed to erase"),
        "{refused}"
    );
    // A configuration without it, or with another rule, is not what was approved.
    for own in [
        vec![sources[1].clone()],
        vec![
            sources[0].clone(),
            Source {
                erasure: Erasure::Keep("no".to_owned()),
                ..sources[1].clone()
            },
        ],
    ] {
        let refused = erase(&ctx, &reference, &own, &mut crate::base::progress::silent);
        assert_eq!(refused.err().unwrap().kind, Kind::Refused);
    }
    std::fs::rename(platform.path("away"), platform.path("crm")).unwrap();
    let again = run(&ctx, &reference, &sources);
    assert!(again.failures.is_empty());
    assert_eq!(closed(&ctx, &reference).unwrap().state, "fulfilled");
}

#[test]
fn a_source_that_keeps_records_is_no_whole_erasure() {
    let platform = Platform::new();
    let ctx = platform.open();
    let kept = [platform.source("invoices", Erasure::Keep("tax law".to_owned()))];
    let reference = approved(&ctx, &kept);
    let erased = run(&ctx, &reference, &kept);
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    assert_eq!(outcomes(&erased), [("invoices", "kept", 0, 2)]);
    assert_eq!(erased.runs[0].note.as_deref(), Some("tax law"));
    let refused = closed(&ctx, &reference).unwrap_err();
    assert!(refused.message.contains("keeps 2 records"), "{refused}");
    // What is kept is held, whatever the person would be told.
    closed_as(&ctx, &reference, Some(Code::NotHoldingData)).unwrap_err();
    let row = closed_as(&ctx, &reference, Some(Code::LegalObligation)).unwrap();
    assert_eq!(row.state, "partial");
}

#[test]
fn a_source_that_failed_is_no_reason_to_keep_anything() {
    let platform = Platform::new();
    let ctx = platform.open();
    let sources = [platform.source("crm", Erasure::Delete)];
    let reference = approved(&ctx, &sources);
    std::fs::remove_file(platform.path("crm")).unwrap();
    run(&ctx, &reference, &sources);
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    for code in [Code::LegalObligation, Code::NotHoldingData, Code::Hold] {
        let refused = closed_as(&ctx, &reference, Some(code)).unwrap_err();
        assert!(refused.message.contains("failed to erase"), "{refused}");
    }
    let row = closed_as(&ctx, &reference, Some(Code::Other)).unwrap();
    assert_eq!(row.state, "partial");
}

#[test]
fn what_was_erased_stays_counted_when_it_is_asked_again() {
    let platform = Platform::new();
    let ctx = platform.open();
    let empties = Erasure::Empty(vec!["note".to_owned()]);
    let mut source = platform.source("orders", empties);
    source.fields.insert("note".to_owned(), Category::Content);
    let lines = "{\"who\":\"kim\",\"note\":\"x\"}\n";
    file::write_atomic(&platform.path("orders"), lines.as_bytes()).unwrap();
    let sources = [source];
    let hold = held(&ctx, Class::Sessions);
    let reference = approved(&ctx, &sources);
    run(&ctx, &reference, &sources);
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    closed_as(&ctx, &reference, Some(Code::Hold)).unwrap();
    release(&ctx, &hold).unwrap();
    planned(&ctx, &reference, &sources);
    approve(&ctx, &reference).unwrap();
    let again = run(&ctx, &reference, &sources);
    assert_eq!(outcomes(&again), [("orders", "done", 1, 0)]);
}

#[test]
fn a_hold_on_sources_keeps_them_and_its_end_takes_them_up() {
    let platform = Platform::new();
    let ctx = platform.open();
    let sources = [platform.source("orders", Erasure::Delete)];
    let hold = held(&ctx, Class::Sources);
    let reference = approved(&ctx, &sources);
    let erased = run(&ctx, &reference, &sources);
    assert_eq!(outcomes(&erased), [("orders", "held", 0, 0)]);
    assert!(platform.text("orders").contains("Kim"));
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    closed_as(&ctx, &reference, Some(Code::Hold)).unwrap();
    release(&ctx, &hold).unwrap();
    planned(&ctx, &reference, &sources);
    approve(&ctx, &reference).unwrap();
    let erased = run(&ctx, &reference, &sources);
    assert_eq!(outcomes(&erased), [("orders", "done", 2, 0)]);
}

#[test]
fn who_has_the_name_by_now_is_not_erased_elsewhere_and_that_is_told() {
    let platform = Platform::new();
    let ctx = platform.open();
    let sources = [platform.source("orders", Erasure::Delete)];
    let reference = approved(&ctx, &sources);
    std::fs::rename(platform.path("orders"), platform.path("away")).unwrap();
    run(&ctx, &reference, &sources);
    add_account(&ctx, "kim");
    std::fs::rename(platform.path("away"), platform.path("orders")).unwrap();
    let erased = run(&ctx, &reference, &sources);
    assert_eq!(outcomes(&erased), [("orders", "not-asked", 0, 0)]);
    assert!(platform.text("orders").contains("Kim"));
    tell_recipients(&ctx, &reference, &TOLD).unwrap();
    let refused = closed(&ctx, &reference).unwrap_err();
    assert!(refused.message.contains("somebody else has"), "{refused}");
}

#[test]
fn a_former_name_is_looked_for_nowhere_else() {
    let platform = Platform::new();
    let ctx = platform.open();
    let sources = [platform.source("orders", Erasure::Delete)];
    let edit = Edit {
        name: Some(AccountName::new("kim-lee").unwrap()),
        ..Edit::default()
    };
    change(&ctx, "kim", &edit).unwrap();
    let new = NewRequest {
        subject: Subject::Account("kim-lee".to_owned()),
        ..register::of(Type::Erasure, Law::Gdpr)
    };
    let reference = open(&ctx, &new).unwrap().value.request.row.reference;
    verify(&ctx, &reference, Proof::of(Method::SignIn)).unwrap();
    planned(&ctx, &reference, &sources);
    approve(&ctx, &reference).unwrap();
    let erased = run(&ctx, &reference, &sources);
    assert_eq!(outcomes(&erased), [("orders", "done", 0, 0)]);
    assert!(platform.text("orders").contains("Kim"));
}
