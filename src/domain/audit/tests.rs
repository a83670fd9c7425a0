//! The log against a real store: numbering, tree, tiles, failures, intents, replacement under it.

use super::*;
use crate::base::clock;
use crate::crypto::merkle::{self, MemoryTree, Nodes as _};
use crate::crypto::secret::Key;
use crate::domain::fixture::{Fixture, NOW, holder};
use crate::store::audit::TreeNodes;
use crate::store::check::Depth;
use crate::store::{Store, replace};

#[test]
fn events_are_numbered_and_the_tree_grows_with_them() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    ctx.store
        .write(Mode::Commit, |tx| {
            for number in 1..700 {
                assert_eq!(
                    append(&ctx, tx, &Event::new("test.step").field("number", number))?,
                    number
                );
            }
            Ok(())
        })
        .unwrap();
    ctx.store
        .read(|tx| {
            let leaves = tx.leaves(0, 700)?;
            let memory = MemoryTree::new(leaves);
            let tree = tx.tree()?;
            assert_eq!(tree.size(), 700);
            assert_eq!(tree.root(), merkle::root_at(&memory, 700)?);
            let nodes = TreeNodes(tx);
            for (level, index) in [(0, 0), (0, 699), (3, 11), (8, 0), (8, 1), (9, 0)] {
                assert_eq!(
                    nodes.node(level, index)?,
                    memory.node(level, index)?,
                    "{level} {index}"
                );
            }
            assert!(tx.tile(0, 1)?.is_some() && tx.tile(0, 2)?.is_none());
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_refused_change_leaves_no_trace_but_its_event() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let before = ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap();
    let refused = change(&ctx, Event::new("test.change"), |tx, _| {
        tx.set_meta("half", "done")?;
        Err::<(), _>(Error::refused("no"))
    });
    assert_eq!(refused.unwrap_err().kind, Kind::Refused);
    ctx.store
        .read(|tx| {
            assert_eq!(tx.meta("half")?, None);
            assert_eq!(tx.tree()?.size(), before + 1);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_dry_run_writes_nothing_but_what_was_read() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    ctx.mode = Mode::DryRun;
    let done = change(&ctx, Event::new("test.change"), |tx, _| {
        tx.set_meta("half", "done")
    })
    .unwrap();
    assert_eq!(done.event, None);
    read(&ctx, Event::new("test.read"), |tx, _| tx.meta("half")).unwrap();
    assert_eq!(ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap(), 2);
}

#[test]
fn replacing_the_database_keeps_the_log_and_changes_the_key() {
    let fixture = Fixture::new();
    let ctx = fixture.open_exclusive();
    note(&ctx, &Event::new("test.before")).unwrap();
    let old = std::fs::read(fixture.folder.database()).unwrap();
    let key = Key::random(&ctx.random).unwrap();
    replace::with_fresh_key(ctx.store, key, clock::parse(NOW).unwrap()).unwrap();
    assert_ne!(std::fs::read(fixture.folder.database()).unwrap(), old);
    let ctx = fixture.open();
    assert!(ctx.store.warnings.is_empty(), "{:?}", ctx.store.warnings);
    assert_eq!(ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap(), 2);
    let (_, findings) = ctx.store.check(Depth::Deep).unwrap();
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn every_changed_byte_of_the_closed_database_is_noticed() {
    let fixture = Fixture::new();
    let path = fixture.folder.database();
    let good = std::fs::read(&path).unwrap();
    let step = 97;
    for at in (0..32)
        .chain((32..good.len()).step_by(step))
        .chain([good.len() - 1])
    {
        let mut changed = good.clone();
        changed[at] ^= 4;
        std::fs::write(&path, &changed).unwrap();
        let noticed = match Store::open(&fixture.folder, &fixture.unlockers, &holder()) {
            Err(error) => error.kind == Kind::Integrity,
            Ok(store) => match store.check(Depth::Standard) {
                Err(error) => error.kind == Kind::Integrity,
                Ok((_, findings)) => !findings.is_empty(),
            },
        };
        assert!(noticed, "byte {at} of {}", good.len());
    }
}

#[test]
fn every_changed_byte_of_keyring_slot_and_journal_is_noticed() {
    let fixture = Fixture::new();
    for path in [
        fixture.folder.keyring(),
        fixture.folder.journal(),
        fixture.folder.slots().join("first.age"),
    ] {
        let good = std::fs::read(&path).unwrap();
        for at in 0..good.len() {
            let mut changed = good.clone();
            changed[at] ^= 1;
            std::fs::write(&path, &changed).unwrap();
            let opened = Store::open(&fixture.folder, &fixture.unlockers, &holder());
            let kind = opened.err().map(|error| error.kind);
            let slot = path.ends_with("first.age") && kind == Some(Kind::WrongKey);
            assert!(
                slot || kind == Some(Kind::Integrity),
                "byte {at} of {}: {kind:?}",
                path.display()
            );
        }
        std::fs::write(&path, &good).unwrap();
    }
    assert!(Store::open(&fixture.folder, &fixture.unlockers, &holder()).is_ok());
}

#[test]
fn nobody_chooses_the_name_of_a_pseudonym() {
    use super::record::{Foreign, record};
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let told = |fields: Vec<(String, serde_json::Value)>| Foreign {
        count: None,
        action: "vpn.connect".to_owned(),
        source: "vpn".to_owned(),
        actor: Some("eve".to_owned()),
        target: None,
        outcome: Outcome::Success,
        severity: Severity::Info,
        time: None,
        key: None,
        fields,
    };
    for field in ["actor_name", "target_name", "reason"] {
        let fields = vec![(field.to_owned(), "0@vm".into())];
        let refused = record(&ctx, &told(fields)).unwrap_err();
        assert_eq!(refused.kind, crate::base::error::Kind::Usage);
    }
    // Even an event that got past that check does not rename who acts.
    let seq = ctx
        .store
        .write(crate::store::Mode::Commit, |tx| {
            let event = Event::foreign("vpn.connect", "vpn")
                .actor(Party::Name("eve".to_owned()))
                .personal("actor_name", "0@vm");
            append(&ctx, tx, &event)
        })
        .unwrap();
    let shown = ctx
        .store
        .read(|tx| {
            let entry = tx.entry(seq)?.unwrap();
            let mut names = super::shown::Names::default();
            super::shown::Shown::of(tx, seq, &entry, &mut names)
        })
        .unwrap();
    assert_eq!(shown.actor_name.as_deref(), Some("eve"));
    assert!(ctx.store.read(|tx| tx.entry(u64::MAX)).unwrap().is_none());
}

/// Of two people in turn, each third one a failure, from ten addresses.
fn connections(ctx: &Context, count: u64) {
    let event = |number: u64| {
        let name = ["eve", "Tom"][usize::from(number.is_multiple_of(2))];
        Event::foreign("vpn.connect", "vpn")
            .actor(Party::Name(name.to_owned()))
            .outcome(Outcome::ALL[usize::from(number.is_multiple_of(3))])
            .personal("ip", format!("192.0.2.{}", number % 10))
    };
    ctx.store
        .write(Mode::Commit, |tx| {
            (0..count).try_for_each(|number| append(ctx, tx, &event(number)).map(drop))
        })
        .unwrap();
}

#[test]
fn a_filter_finds_what_the_flags_find_and_what_no_flag_can_say() {
    use super::expression::Expression;
    use super::query::{Query, each_row};
    let fixture = Fixture::new();
    let ctx = fixture.open();
    connections(&ctx, 600);
    let found = |typed: &str, mut query: Query| {
        let filter = Expression::parse(typed, ctx.now()).unwrap();
        filter.narrow(&mut query);
        query.filter = Some(filter);
        let mut found = vec![];
        let each = &mut |row: &crate::store::audit::FoundRow<'_>| {
            found.push(row.seq);
            Ok(std::ops::ControlFlow::Continue(()))
        };
        ctx.store
            .read(|tx| each_row(&ctx, tx, &query, u64::MAX, each))
            .unwrap();
        found
    };
    let all = found("source=vpn", Query::default());
    assert_eq!(all.len(), 600);
    let first = all[0];
    let by = |fits: fn(u64) -> bool| -> Vec<u64> {
        let fits = |seq: &u64| fits(*seq - first);
        all.iter().copied().filter(fits).collect()
    };
    for (typed, wanted) in [
        ("actor=tom", by(|n| n % 2 == 0)),
        ("actor=tom and outcome=failure", by(|n| n % 6 == 0)),
        (
            "actor=eve or outcome=failure and source=vpn",
            by(|n| n % 2 == 1 || n % 3 == 0),
        ),
        ("ip=192.0.2.3 and not actor=tom", by(|n| n % 10 == 3)),
        (
            "ip in (192.0.2.3, 192.0.2.4) and actor=tom",
            by(|n| n % 10 == 4),
        ),
        (
            "action=vpn.connect and actor!=tom and outcome!=failure",
            by(|n| n % 2 == 1 && n % 3 > 0),
        ),
    ] {
        assert_eq!(found(typed, Query::default()), wanted, "{typed}");
    }
    // Flags and filter both hold.
    let query = Query {
        actors: vec!["eve".to_owned()],
        ..Query::default()
    };
    assert!(found("actor=tom", query).is_empty());
}

#[test]
fn an_index_alone_counts_what_a_walk_counts() {
    use super::count::{By, Grouping, count};
    use super::query::Query;
    use crate::base::period::Period;
    let fixture = Fixture::new();
    let ctx = fixture.open();
    connections(&ctx, 300);
    let counted = |query: &Query, by: By| {
        let grouping = Grouping {
            by: vec![by],
            per: None,
        };
        let groups = ctx
            .store
            .read(|tx| count(&ctx, tx, query, 290, &grouping))
            .unwrap();
        let rows = groups.into_iter().map(|group| (group.words, group.count));
        rows.collect::<Vec<_>>()
    };
    for by in [By::Action, By::Actor] {
        for numbers in [None, Some((10, 200)), Some((250, 1_000)), Some((400, 500))] {
            let alone = Query {
                numbers,
                ..Query::default()
            };
            // With a time that all events have every event is looked at.
            let walked = Query {
                since: Some(Period::of_days(30_000).before(ctx.now())),
                ..alone.clone()
            };
            assert!(alone.asks_for_numbers_alone() && !walked.asks_for_numbers_alone());
            assert_eq!(
                counted(&alone, by),
                counted(&walked, by),
                "{by:?} {numbers:?}"
            );
        }
    }
    assert_eq!(counted(&Query::default(), By::Actor)[0].1, 145);
}

#[test]
fn a_plan_is_told_without_an_event() {
    use super::query::Query;
    let fixture = Fixture::new();
    let ctx = fixture.open();
    connections(&ctx, 900);
    let told = |query: &Query| explain::explain(&ctx, query, None).unwrap();
    let all = told(&Query::default());
    assert_eq!((all.plan.span, all.plan.stretches), (all.events, 1));
    assert!(all.plan.index.is_none() && all.columns.is_empty());
    let by_actor = Query {
        actors: vec!["eve".to_owned()],
        outcomes: vec![Outcome::Failure],
        grep: Some("x".to_owned()),
        ..Query::default()
    };
    let told = told(&by_actor);
    let index = told.plan.index.unwrap();
    assert!(["actor", "outcome"].contains(&index.column), "{index:?}");
    assert!(index.events < 900 && !index.more);
    assert_eq!((told.columns.len(), told.values), (1, vec!["grep"]));
    let now = ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap();
    assert_eq!(now, all.events);
    let counted = |grouping: count::Grouping, query: &Query| {
        let told = explain::explain(&ctx, query, Some(&grouping)).unwrap();
        told.instead
    };
    let by = |by: &[count::By]| count::Grouping {
        by: by.to_vec(),
        per: None,
    };
    assert_eq!(counted(by(&[]), &Query::default()), Some("numbers"));
    assert_eq!(
        counted(by(&[count::By::Actor]), &Query::default()),
        Some("actor")
    );
    assert_eq!(counted(by(&[count::By::Target]), &Query::default()), None);
    assert_eq!(counted(by(&[]), &by_actor), None);
}
