//! What lies beside a backup and inside one: whoever can write to a place can have written it.

use std::sync::OnceLock;

use optimactl::crypto::note::{SigningKey, Vkey};
use optimactl::crypto::secret::SecretText;
use optimactl::crypto::wrap::{self, Identity, Recipient};
use optimactl::domain::backup::manifest::FORMAT;
use optimactl::domain::backup::{Manifest, Trust, signed as documents};
use optimactl::store::backup::delta::{Header, Merge};
use optimactl::store::journal::Line;
use serde_json::Value;

/// The most that an image has here.
const LIMIT: u64 = 1 << 22;

/// A delta after decryption, merged into a base of three pages: never more than was allowed, and what was read is
/// written as the same bytes.
pub fn delta(bytes: &[u8]) {
    let Ok(header) = Header::read(&mut &bytes[..], LIMIT) else {
        return;
    };
    let written = header.write().expect("what was read");
    assert!(bytes.starts_with(&written));
    let size = usize::try_from(header.page_size).expect("a page");
    let base = vec![7; size * 3];
    let mut input = bytes;
    let mut made = 0;
    let mut out = |pages: &[u8]| {
        made += pages.len() as u64;
        Ok(())
    };
    let Ok(mut merge) = Merge::begin(&mut input, &header.base_sha256, LIMIT) else {
        return;
    };
    let merged = merge
        .take(&base, &mut out)
        .and_then(|()| merge.finish(&mut out));
    assert!(made <= LIMIT);
    if merged.is_ok() {
        assert_eq!(made, header.pages * u64::from(header.page_size));
        assert_eq!(header.total(), bytes.len() as u64);
    }
}

/// Whose header is read: the identity of the seed's files.
const IDENTITY: &str = "AGE-SECRET-KEY-10DLTKG0WP8V3PGZA7QUQ6U0LFXNMKNDYHWR3YMZVULHUPA0Y0NWS524RAL";

struct Keys {
    identities: Vec<Identity>,
    recipient: Recipient,
    signer: SigningKey,
    trust: Trust,
}

fn keys() -> &'static Keys {
    static KEYS: OnceLock<Keys> = OnceLock::new();
    KEYS.get_or_init(|| {
        let text = SecretText::new(IDENTITY.to_owned());
        let signer = SigningKey::from_seed(&[7; 32]);
        let vkey =
            Vkey::new("optimactl/store_demo/epoch_demo", signer.verify_key()).expect("a key");
        Keys {
            identities: wrap::parse_identities(&text, "seed").expect("an identity"),
            recipient: Recipient::parse(
                "age1jufejfgs4ptxe2652sfn2ln4c7xaur3vz49jd5eufuxzhwre8caspfqzx6",
            )
            .expect("a recipient"),
            signer,
            trust: Trust::from_vkey(&vkey, &[]).expect("a key of a store"),
        }
    })
}

/// An encrypted file whose header is written anew: the rest stays, and the new one opens again.
pub fn rewrap(bytes: &[u8]) {
    let keys = keys();
    let to = std::slice::from_ref(&keys.recipient);
    let mut out = vec![];
    let Ok(count) = wrap::rewrap_header(&keys.identities, to, bytes, &mut out) else {
        assert!(
            out.is_empty(),
            "something was written before the header opened"
        );
        return;
    };
    assert_eq!(count, out.len() as u64);
    wrap::rewrap_header(&keys.identities, to, &out[..], &mut vec![]).expect("what was written");
}

/// Bytes beside a manifest; and the same signed, so that what stands behind a signature is read too.
pub fn signed(bytes: &[u8]) {
    let keys = keys();
    for format in [FORMAT, "optimactl/pin/1"] {
        if let Ok(value) = documents::open(bytes, format, &keys.trust) {
            let again = documents::sign(value, format, &keys.signer).expect("what was read");
            assert_eq!(again, bytes);
        }
        let Some(whole) = sign(bytes, format) else {
            return;
        };
        let opened = documents::open(&whole, format, &keys.trust).expect("what was signed");
        assert_eq!(opened["store_id"], keys.trust.store_id());
        // One byte less or another format is not what was signed.
        assert!(documents::open(&whole[..whole.len() - 1], format, &keys.trust).is_err());
        assert!(documents::open(&whole, "optimactl/verified/1", &keys.trust).is_err());
    }
}

fn sign(bytes: &[u8], format: &str) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(bytes).ok()?;
    let map = value.as_object_mut()?;
    map.remove("signature");
    map.insert("store_id".to_owned(), keys().trust.store_id().into());
    documents::sign(value, format, &keys().signer).ok()
}

/// A manifest with a signature that fits, whatever it says.
pub fn manifest(bytes: &[u8]) {
    let _claim = Manifest::claimed(bytes);
    let Some(whole) = sign(bytes, FORMAT) else {
        return;
    };
    let Ok(manifest) = Manifest::open(&whole, &keys().trust) else {
        return;
    };
    let _told = (
        manifest.stem(),
        manifest.form(),
        manifest.rewraps(),
        manifest.created(),
    );
    let again = manifest.sign(&keys().signer).expect("what was read");
    assert_eq!(Manifest::open(&again, &keys().trust).ok(), Some(manifest));
}

/// An opened line of the rights journal: what is known of it is written so that it reads the same.
pub fn rights_line(bytes: &[u8]) {
    let line = Line::read(bytes);
    let _told = (
        line.accounts().count(),
        line.act.lifted_as(),
        line.act.died_with_its_change(),
    );
    // Numbers that JSON's readers would round are not written (RFC 8785).
    if let Ok(written) = line.bytes() {
        assert_eq!(Line::read(&written), line);
    }
}
