//! A store through the pages and back.

use super::*;
use crate::base::progress::silent;
use crate::crypto::random::Random;
use crate::crypto::secret::Key;
use crate::domain::fixture::Fixture;
use crate::store::Mode;

#[test]
fn an_image_goes_out_and_comes_back() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    ctx.store
        .write(Mode::Commit, |tx| {
            for number in 0..3000 {
                tx.set_meta(&format!("filler-{number}"), &"x".repeat(1000))?;
            }
            Ok(())
        })
        .unwrap();
    let file = fixture.dir.path().join("image.age");
    let recipients = [ctx.store.master.recipient.clone()];
    let packing = Packing {
        recipients: &recipients,
        level: 1,
    };
    let written = ctx
        .store
        .snapshot(|snapshot| pack(snapshot, &packing, &file, &mut silent))
        .unwrap();
    assert!(written.image.pages > 700);
    let ring = ctx.store.master.identities().unwrap();
    let key = Key::random(&Random::system()).unwrap();
    let database = fixture.dir.path().join("again.db");
    let unpacked = rebuild(&database, &key, |take| {
        unpack(&file, &[&ring], written.image.bytes, take)
    })
    .unwrap();
    assert_eq!(unpacked.image_sha256, written.image.sha256);
    assert_eq!(
        (unpacked.bytes, unpacked.sha256),
        (written.bytes, written.sha256)
    );
    let conn = crate::store::open::connect(&database, &key, std::time::Duration::ZERO).unwrap();
    let ok: String = conn
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(ok, "ok");
}
