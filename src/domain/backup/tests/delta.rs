//! A delta of a real store: what it and its base make together is the new image, and it restores.

use super::*;
use crate::base::error::Result;
use crate::base::place::Place;
use crate::crypto::seal::sha256;
use crate::crypto::secret::Key;
use crate::domain::fixture::add_account;
use crate::store::Mode;
use crate::store::backup::delta::{Index, Indexer, Pair, find_changes, pack_delta, unpack_delta};
use crate::store::backup::{Block, Local, Packing, Reread, Written, pack, rebuild};

fn fill(ctx: &Context, from: u32, to: u32) {
    let filled = ctx.store.write(Mode::Commit, |tx| {
        (from..to).try_for_each(|number| {
            let text = data_encoding::HEXLOWER.encode(&sha256(&number.to_be_bytes()));
            tx.set_meta(&format!("filler-{:05}", number % 5000), &text.repeat(3))
        })
    });
    filled.unwrap();
}

fn full(ctx: &Context, place: &Local, packing: &Packing<'_>) -> (Written, Index) {
    let mut indexer = Indexer::new(Key::random(&Random::system()).unwrap());
    let mut upload = place.create("full").unwrap();
    let packed = ctx.store.snapshot(|snapshot| {
        let written = pack(
            snapshot,
            packing,
            upload.as_mut(),
            &mut silent,
            Some(&mut indexer),
        )?;
        Ok((written, snapshot.page_size))
    });
    let (written, page_size) = packed.unwrap();
    upload.seal().unwrap();
    upload.publish().unwrap();
    let index = indexer.finish("bkp".to_owned(), page_size, written.image.sha256.clone());
    (written, index)
}

type Take<'a> = &'a mut dyn FnMut(&Block) -> Result<()>;

#[test]
fn a_delta_and_its_base_make_the_new_image() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx, 0, 5000);
    let recipients = [ctx.store.master.recipient.clone()];
    let packing = Packing {
        recipients: &recipients,
        level: 1,
    };
    let place = Local::at(fixture.dir.path()).unwrap();
    let (base, index) = full(&ctx, &place, &packing);
    assert_eq!(index.pages, base.image.pages);
    ctx.store
        .write(Mode::Commit, |tx| tx.set_delta_base(&index))
        .unwrap();
    fill(&ctx, 5000, 5040);
    add_account(&ctx, "anna");
    let index = ctx.store.read(|tx| tx.delta_base()).unwrap().unwrap();
    let mut upload = place.create("delta").unwrap();
    let written = ctx
        .store
        .snapshot(|snapshot| {
            let changes = find_changes(snapshot, &index, &mut silent)?;
            pack_delta(snapshot, &changes, &packing, upload.as_mut())
        })
        .unwrap();
    upload.seal().unwrap();
    upload.publish().unwrap();
    assert!(written.changed > 0 && written.changed < base.image.pages / 4);
    assert!(written.bytes < base.bytes / 4, "{written:?}");

    let ring = ctx.store.master.identities().unwrap();
    let pair = Pair {
        base: &|| place.open("full"),
        base_bytes: base.image.bytes,
        base_sha256: digest(&base.image.sha256),
        delta: &|| place.open("delta"),
        limit: written.image.bytes,
    };
    let key = Key::random(&Random::system()).unwrap();
    let again = fixture.dir.path().join("again.db");
    let merge = |take: Take<'_>| unpack_delta(&pair, &[&ring], take);
    let merged = rebuild(&again, (&key, Reread::Every), merge).unwrap();
    assert_eq!(merged.image_sha256, written.image.sha256);
    assert_eq!(merged.image_bytes, written.image.bytes);
    assert_eq!(merged.base.image_sha256, base.image.sha256);
    assert_eq!(merged.delta.sha256, written.sha256);
    assert_eq!(merged.delta.image_sha256, written.content_sha256);

    // Against another base, and for an image that may not be that long.
    let mut wrong = pair;
    wrong.base_sha256 = [9; 32];
    let refused = unpack_delta(&wrong, &[&ring], |_| Ok(())).unwrap_err();
    assert_eq!(
        refused.message,
        "the delta was not made against this backup"
    );
    wrong.base_sha256 = digest(&base.image.sha256);
    wrong.limit = 4096;
    assert_eq!(
        unpack_delta(&wrong, &[&ring], |_| Ok(())).unwrap_err().kind,
        Kind::Integrity
    );
}

fn order_delta() -> Order {
    Order {
        delta: Some("7d".parse().unwrap()),
        ..order()
    }
}

fn made(ctx: &Context, targets: &[&Path]) -> (Option<String>, Manifest) {
    let mut made = create(ctx, &order_delta(), specs(targets), &mut silent).unwrap();
    let outcomes: Vec<_> = made
        .outcomes
        .drain(..)
        .map(|(_, done)| done.unwrap())
        .collect();
    (made.full_because, outcomes[0].manifest.clone())
}

#[test]
fn a_run_makes_a_delta_when_it_can_and_a_full_one_when_it_must() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx, 0, 3000);
    let (a, b) = (fixture.dir.path().join("a"), fixture.dir.path().join("b"));
    let (because, full) = made(&ctx, &[&a]);
    assert!(full.delta.is_none() && because.unwrap().contains("no full backup yet"));
    add_account(&ctx, "anna");
    let (because, first) = made(&ctx, &[&a]);
    assert_eq!(because, None);
    let part = first.delta.clone().unwrap();
    assert_eq!(
        (part.base.as_str(), &part.base_image_sha256),
        (full.id.as_str(), &full.image.sha256)
    );
    assert!(first.file.name.ends_with(".delta.zst.age"));
    assert!(first.file.bytes < full.file.bytes / 2);
    // Always against the full one: chains are two long.
    let (_, second) = made(&ctx, &[&a]);
    assert_eq!(second.delta.clone().unwrap().base, full.id);
    // A place that lacks the base gets a full one, and so do the others.
    let (because, both) = made(&ctx, &[&a, &b]);
    assert!(both.delta.is_none() && because.unwrap().contains("is not at"));
    let (_, next) = made(&ctx, &[&a, &b]);
    assert_eq!(next.delta.clone().unwrap().base, both.id);
    // Too much has changed.
    fill(&ctx, 3000, 9000);
    let (because, much) = made(&ctx, &[&a]);
    assert!(much.delta.is_none() && because.unwrap().contains("40 %"));
    // The last full one is old.
    let mut later = fixture.open();
    later.clock = Clock::fixed(clock::parse(NOW).unwrap() + chrono::TimeDelta::days(8));
    let (because, old) = made(&later, &[&a]);
    assert!(old.delta.is_none() && because.unwrap().contains("older than"));
    let (because, _) = made(&later, &[&a]);
    assert_eq!(because, None);
    // The clock was set back behind it: by it no full one would be due for long.
    let (because, _) = made(&ctx, &[&a]);
    assert!(because.unwrap().contains("in the future"));
    let (because, old) = made(&later, &[&a]);
    assert!(old.delta.is_none() && because.unwrap().contains("older than"));
    // Its file was cut.
    let path = a.join(&old.file.name);
    fs_write(&path, &std::fs::read(&path).unwrap()[1..]);
    let (because, _) = made(&later, &[&a]);
    assert!(because.unwrap().contains("is not at"));
}

fn fs_write(path: &Path, bytes: &[u8]) {
    use std::io::Write as _;
    std::fs::remove_file(path).unwrap();
    let mut file = crate::store::file::create_new(path).unwrap();
    file.write_all(bytes).unwrap();
}

#[test]
fn a_delta_is_verified_and_restored_with_its_base_and_refused_without() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx, 0, 3000);
    let a = fixture.dir.path().join("a");
    let (_, full) = made(&ctx, &[&a]);
    add_account(&ctx, "anna");
    let (_, delta) = made(&ctx, &[&a]);
    let target = Target::at(&a).unwrap();
    let trust = Trust::of_keyring(&ctx.store.keyring).unwrap();
    let read = || Listing::read(&target, &trust).unwrap();
    let listing = read();
    assert!(listing.findings().is_empty(), "{:?}", listing.findings());
    let item = listing.choose(&Chosen::Latest).unwrap();
    assert_eq!(item.manifest.id, delta.id);
    let opener = Opener {
        keyring: &ctx.store.keyring,
        master: &ctx.store.master,
        own: vec![],
    };
    Quick::new(&target).check(item, &mut silent).unwrap();
    verify::full(&target, item, &opener, &mut silent).unwrap();
    let to = fixture.dir.path().join("restored");
    restore_latest(&fixture, &a, &to).unwrap();
    let again = Store::open(&Folder::new(&to), &fixture.unlockers, &holder()).unwrap();
    let anna = again.read(|tx| tx.account_named("anna"));
    assert!(anna.unwrap().is_some());
    assert!(again.read(|tx| tx.delta_base()).unwrap().is_none());
    // One flipped byte in the base.
    let path = a.join(&full.file.name);
    let good = std::fs::read(&path).unwrap();
    let mut bad = good.clone();
    *bad.last_mut().unwrap() ^= 1;
    fs_write(&path, &bad);
    let error = Quick::new(&target).check(item, &mut silent).unwrap_err();
    assert_eq!(error.kind, Kind::Integrity);
    assert!(verify::full(&target, item, &opener, &mut silent).is_err());
    std::fs::remove_file(&path).unwrap();
    let listing = read();
    assert!(
        listing
            .findings()
            .iter()
            .any(|one| one.contains("is a delta"))
    );
    let item = listing.choose(&Chosen::Latest).unwrap();
    let error = Quick::new(&target).check(item, &mut silent).unwrap_err();
    assert!(
        error
            .message
            .contains("is a delta, and what it is based on is not here")
    );
}

fn digest(hex: &str) -> [u8; 32] {
    let bytes = data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap();
    bytes.try_into().unwrap()
}
