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
