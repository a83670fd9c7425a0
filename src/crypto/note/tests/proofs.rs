//! Proof files, and what must hold for any text: every changed byte refused, nothing panics.

use data_encoding::BASE64;
use proptest::prelude::*;

use super::super::*;
use super::{ORIGIN, key, refused, vkey};
use crate::crypto::merkle::{Hash, MemoryTree, leaf, prove_inclusion, root_at};

fn entry(index: u64) -> Vec<u8> {
    format!("{{\"seq\":{index}}}").into_bytes()
}

fn proof(index: u64, size: u64) -> TlogProof {
    let leaves: Vec<Hash> = (0..size).map(|number| leaf(&entry(number))).collect();
    let tree = MemoryTree::new(leaves);
    let root = root_at(&tree, size).unwrap();
    TlogProof {
        index,
        extra: Some(entry(index)),
        hashes: prove_inclusion(&tree, index, size).unwrap(),
        checkpoint: Checkpoint {
            origin: ORIGIN.into(),
            size,
            root,
        }
        .sign(&key(1))
        .unwrap(),
    }
}

#[test]
fn proofs_verify_without_a_store() {
    for (index, size) in [(0, 1), (0, 2), (6, 7), (70, 100)] {
        let text = proof(index, size).to_text();
        let read = TlogProof::parse(&text).unwrap();
        assert_eq!(read, proof(index, size));
        assert_eq!(read.verify(&[vkey(ORIGIN, 1)]).unwrap().size, size);
        refused(read.verify(&[vkey(ORIGIN, 2)]), "known keys");
        let without = TlogProof {
            extra: None,
            ..read
        };
        let read = TlogProof::parse(&without.to_text()).unwrap();
        refused(read.verify(&[vkey(ORIGIN, 1)]), "entry");
        read.verify_entry(&entry(index), &[vkey(ORIGIN, 1)])
            .unwrap();
        refused(
            read.verify_entry(&entry(index + 1), &[vkey(ORIGIN, 1)]),
            "root",
        );
    }
}

#[test]
fn broken_proofs_are_refused() {
    let good = proof(6, 7).to_text();
    let hash = format!("{}\n", BASE64.encode(&[1; 32]));
    let entry = good.lines().nth(1).unwrap();
    for (wrong, word) in [
        (String::new(), "checkpoint"),
        (good.replacen("@v1", "@v2", 1), "begin"),
        (good.replacen("index 6", "index 06", 1), "index"),
        (good.replacen("index 6", "index -6", 1), "index"),
        (good.replacen("index 6\n", "", 1), "index"),
        (
            good.replacen(entry, &format!("{entry}\n{entry}"), 1),
            "index",
        ),
        (good.replacen(entry, "extra ", 1), "entry"),
        (good.replacen(entry, "extra ====", 1), "base64"),
        (
            good.replacen(
                entry,
                &format!("extra {}", BASE64.encode(&vec![0; 65_536])),
                1,
            ),
            "65535",
        ),
        (
            good.replacen("index 6\n", &format!("index 6\n{}", hash.repeat(65)), 1),
            "more hashes",
        ),
        (good.replacen("index 6\n", "index 6\nAA==\n", 1), "SHA-256"),
        (good.replacen("\n\n", "\n", 2), "checkpoint"),
        (good.replacen("\n\n", "\n\n\n", 1), "empty line"),
        (good.replace('\n', "\r\n"), "checkpoint"),
        (good.repeat(MAX_NOTE / good.len() + 1), "longer"),
    ] {
        refused(TlogProof::parse(&wrong), word);
    }
}

/// Every byte changed in several ways; a change that is no longer text was refused on reading.
fn accepted_changes(text: &str, flips: [u8; 3], accept: impl Fn(&str) -> bool) -> Vec<usize> {
    let mut accepted = vec![];
    for place in 0..text.len() {
        for flip in flips {
            let mut bytes = text.as_bytes().to_vec();
            bytes[place] ^= flip;
            if std::str::from_utf8(&bytes).is_ok_and(&accept) {
                accepted.push(place);
            }
        }
    }
    accepted
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn each_changed_byte_of_a_checkpoint_is_refused(
        size: u64, root: [u8; 32], flip in 1..128_u8, extension in "[a-z]{0,8}",
    ) {
        let checkpoint = Checkpoint { origin: ORIGIN.into(), size, root };
        let mut text = checkpoint.to_text();
        if !extension.is_empty() {
            text = format!("{text}{extension}\n");
        }
        let note = sign_note(&text, &[(ORIGIN, &key(1))]).unwrap();
        let known = [vkey(ORIGIN, 1)];
        prop_assert_eq!(Checkpoint::open(&note, &known).unwrap(), checkpoint);
        let accepted =
            accepted_changes(&note, [flip, 1, 0x20], |text| Checkpoint::open(text, &known).is_ok());
        prop_assert_eq!(accepted, Vec::<usize>::new());
    }

    #[test]
    fn each_changed_byte_of_a_proof_is_refused(
        (size, index) in (1..40_u64).prop_flat_map(|size| (Just(size), 0..size)),
        flip in 1..128_u8,
    ) {
        let text = proof(index, size).to_text();
        let known = [vkey(ORIGIN, 1)];
        let accept = |text: &str| TlogProof::parse(text).and_then(|proof| proof.verify(&known)).is_ok();
        prop_assert!(accept(&text));
        prop_assert_eq!(accepted_changes(&text, [flip, 1, 0x20], accept), Vec::<usize>::new());
    }
}

proptest! {
    #[test]
    fn foreign_text_never_panics(text in "(c2sp.org/tlog-proof@v1\n)?(index |extra |— |[a+/=0\n ]){0,40}") {
        prop_assert!(TlogProof::parse(&text).is_err());
        prop_assert!(open_note(&text, &[vkey("a", 1)]).is_err());
        prop_assert!(Checkpoint::parse(&text).is_err());
        prop_assert!(Vkey::parse(&text).is_err());
        prop_assert!(parse_handover(&text).is_err());
    }

    #[test]
    fn any_text_signed_opens_again(text in "[^\\x00-\\x1f]{0,20}(\n{1,3}[^\\x00-\\x1f]{0,20}){0,4}") {
        let text = format!("{text}\n");
        let note = sign_note(&text, &[("log", &key(1))]).unwrap();
        prop_assert_eq!(open_note(&note, &[vkey("log", 1)]).unwrap().text, text);
    }
}
