//! Deltas and their bases between their place and the trash: one without the other is worth nothing.

use super::*;
use crate::domain::fixture::add_account;

/// A full backup, a delta against it, and two more full ones.
fn with_delta() -> (Fixture, Context, PathBuf) {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let to = fixture.dir.path().join("backups");
    for (day, delta) in [(1, Some("7d")), (2, Some("7d")), (3, None), (4, None)] {
        at_day(&mut ctx, day);
        add_account(&ctx, &format!("anna{day}"));
        let order = create::Order {
            scratch: std::env::temp_dir(),
            label: None,
            level: 1,
            recipients: vec![],
            delta: delta.map(|period| period.parse().unwrap()),
        };
        let at = At::Folder(to.clone());
        let append_only = false;
        let there = (at.name(), Ok(PlaceSpec { at, append_only }));
        create(&ctx, &order, vec![there], &mut silent).unwrap();
    }
    assert!(listing(&ctx, &to).items[1].manifest.delta.is_some());
    (fixture, ctx, to)
}

#[test]
fn a_pin_of_a_delta_that_was_cut_brings_its_base_back_too() {
    let (_fixture, mut ctx, to) = with_delta();
    prune(&ctx, &hold(&to), &order(2, Some("7d"))).unwrap();
    assert_eq!(states(&ctx, &to), "ttpp");
    let delta = listing(&ctx, &to).items.remove(1);
    // Killed behind the pin: both still lie in the trash.
    let before: Vec<PathBuf> = [0, 1].map(|at| pruned_record(&ctx, &to, at)).into();
    let records: Vec<_> = before.iter().map(|path| fs::read(path).unwrap()).collect();
    pin_one(&ctx, &to, &delta.manifest.id, None).unwrap();
    assert_eq!(states(&ctx, &to), "pppp");
    for (at, (path, record)) in before.iter().zip(records).enumerate() {
        fs::write(path, record).unwrap();
        let file = listing(&ctx, &to).items.remove(at).manifest.file.name;
        fs::rename(to.join(&file), to.join(trash_name(&file))).unwrap();
    }
    assert_eq!(states(&ctx, &to), "ttpp");
    let done = prune(&ctx, &hold(&to), &order(2, Some("7d"))).unwrap();
    assert_eq!(done.finished.len(), 2, "{:?}", done.finished);
    at_day(&mut ctx, 20);
    prune(&ctx, &hold(&to), &order(2, Some("7d"))).unwrap();
    assert_eq!(states(&ctx, &to), "pppp");
    assert!(listing(&ctx, &to).findings().is_empty());
}

fn pruned_record(ctx: &Context, to: &Path, at: usize) -> PathBuf {
    let item = listing(ctx, to).items.remove(at);
    to.join(crate::domain::backup::beside::pruned_name(item.stem()))
}
