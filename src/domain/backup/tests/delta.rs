//! A delta of a real store: what it and its base make together is the new image, and it restores.

use super::*;
use crate::base::place::Place;
use crate::crypto::seal::sha256;
use crate::crypto::secret::Key;
use crate::domain::fixture::add_account;
use crate::store::Mode;
use crate::store::backup::delta::{Index, Indexer, Pair, find_changes, pack_delta, unpack_delta};
use crate::store::backup::{Local, Packing, Written, pack, rebuild};

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
    let merged = rebuild(&fixture.dir.path().join("again.db"), &key, |take| {
        unpack_delta(&pair, &[&ring], take)
    })
    .unwrap();
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

fn digest(hex: &str) -> [u8; 32] {
    let bytes = data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap();
    bytes.try_into().unwrap()
}
