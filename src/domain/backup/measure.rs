//! A large store streams in constant memory; run by hand, because making the store takes a while.

use crate::base::place::Place;
use crate::base::progress::silent;
use crate::crypto::random::Random;
use crate::crypto::seal::sha256;
use crate::crypto::secret::Key;
use crate::domain::fixture::Fixture;
use crate::store::Mode;
use crate::store::backup::{Local, Packing, Reread, pack, rebuild, unpack};

/// `cargo test --lib large_store -- --ignored`
#[test]
#[ignore = "it makes a store of 300 MB"]
fn a_large_store_streams_in_constant_memory() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    for part in 0..30_u32 {
        ctx.store
            .write(Mode::Commit, |tx| {
                for number in 0..25_000_u32 {
                    let digest = sha256(format!("{part} {number}").as_bytes());
                    let text = format!(
                        "{} user-{number}@example.org signed in from a terminal {}",
                        data_encoding::HEXLOWER.encode(&digest),
                        "and went on ".repeat(18)
                    );
                    tx.set_meta(&format!("filler-{part}-{number}"), &text)?;
                }
                Ok(())
            })
            .unwrap();
    }
    ctx.store.fold_log().unwrap();
    let recipients = [ctx.store.master.recipient.clone()];
    let packing = Packing {
        recipients: &recipients,
        level: 1,
    };
    let place = Local::at(fixture.dir.path()).unwrap();
    let mut upload = place.create("image.age").unwrap();
    let written = ctx
        .store
        .snapshot(|snapshot| pack(snapshot, &packing, upload.as_mut(), &mut silent, None))
        .unwrap();
    upload.seal().unwrap();
    upload.publish().unwrap();
    let source = || place.open("image.age");
    let ring = ctx.store.master.identities().unwrap();
    unpack(&source, &[&ring], u64::MAX, |_| Ok(())).unwrap();
    let key = Key::random(&Random::system()).unwrap();
    rebuild(
        &fixture.dir.path().join("again.db"),
        (&key, Reread::Every),
        |take| unpack(&source, &[&ring], u64::MAX, take),
    )
    .unwrap();
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status
        .lines()
        .find_map(|line| {
            line.strip_prefix("VmHWM:")?
                .strip_suffix("kB")?
                .trim()
                .parse::<u64>()
                .ok()
        })
        .unwrap();
    assert!(
        written.image.bytes > 250_000_000 && peak < 128 * 1024,
        "{peak} KiB"
    );
}
