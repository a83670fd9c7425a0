//! The specifications' own examples and every refusal of keys, notes, checkpoints, handovers.

mod proofs;

use data_encoding::{BASE64, HEXLOWER};

use super::*;
use crate::base::error::Kind;

const ORIGIN: &str = "optimactl/00112233445566778899aabbccddeeff/0011223344556677";

fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(&[seed; 32])
}

fn vkey(name: &str, seed: u8) -> Vkey {
    Vkey::new(name, key(seed).verify_key()).unwrap()
}

fn refused<T: std::fmt::Debug>(result: Result<T>, word: &str) {
    let error = result.unwrap_err();
    assert_eq!(error.kind, Kind::Integrity);
    assert!(
        error.to_string().contains(word),
        "`{error}` does not say `{word}`"
    );
}

#[test]
fn rfc_8032_signature() {
    // RFC 8032 §7.1, test 3.
    let seed = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
    let seed: [u8; 32] = HEXLOWER
        .decode(seed.as_bytes())
        .unwrap()
        .try_into()
        .unwrap();
    let public = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
    let key = SigningKey::from_seed(&seed).verify_key();
    assert_eq!(HEXLOWER.encode(&key.to_bytes()), public);
    let signature = "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac\
        18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";
    let signature = HEXLOWER.decode(signature.as_bytes()).unwrap();
    key.verify(&[0xaf, 0x82], signature.as_slice().try_into().unwrap())
        .unwrap();
}

#[test]
fn the_example_of_the_specification_opens() {
    let known =
        Vkey::parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
            .unwrap();
    let note = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq\
        6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    let opened = open_note(note, std::slice::from_ref(&known)).unwrap();
    assert_eq!(opened.text, "This is an example message.\n");
    assert_eq!(opened.signers, [known]);
}

#[test]
fn raw_signatures_belong_to_their_context() {
    let key = key(1);
    let signature = key.sign_raw("optimactl/test/1", b"bytes");
    let public = key.verify_key();
    public
        .verify_raw("optimactl/test/1", b"bytes", &signature)
        .unwrap();
    refused(
        public.verify_raw("optimactl/test/2", b"bytes", &signature),
        "optimactl/test/2",
    );
    refused(
        public.verify_raw("optimactl/test/1", b"Bytes", &signature),
        "wrong",
    );
    let mut other = signature;
    other[63] ^= 0x80;
    refused(
        public.verify_raw("optimactl/test/1", b"bytes", &other),
        "wrong",
    );
}

#[test]
fn weak_and_broken_keys_are_refused() {
    let mut identity = [0; 32];
    identity[0] = 1;
    refused(VerifyKey::from_bytes(&identity), "weak");
    let broken = (0..=255)
        .find_map(|byte| VerifyKey::from_bytes(&[byte; 32]).err())
        .unwrap();
    assert_eq!(broken.kind, Kind::Integrity);
}

#[test]
fn vkeys_are_read_strictly() {
    let good = vkey(ORIGIN, 1).to_string();
    assert_eq!(Vkey::parse(&good).unwrap(), vkey(ORIGIN, 1));
    assert_eq!(Vkey::parse(&good).unwrap().to_string(), good);
    let id = HEXLOWER.encode(&vkey(ORIGIN, 1).id());
    for (wrong, word) in [
        (String::new(), "form"),
        (good.replacen(&id, "00000000", 1), "id"),
        (good.replacen(&id, &id.to_uppercase(), 1), "id"),
        (good.replacen("optimactl", "optimact1", 1), "id"),
        (good.replacen("optimactl", "opti mactl", 1), "name"),
        (good.replacen("optimactl", "opti\u{a0}mactl", 1), "name"),
        (good.replacen(ORIGIN, "", 1), "name"),
        (good.replacen("+A", "+C", 1), "type"),
        (format!("{good}\n"), "form"),
        (good.trim_end_matches('=').to_owned() + "==", "form"),
        (good.rsplit_once('+').unwrap().0.to_owned(), "form"),
        (format!("{good}+x"), "form"),
    ] {
        refused(Vkey::parse(&wrong), word);
    }
    assert!(Vkey::new("a+b", key(1).verify_key()).is_err());
    assert_eq!(Vkey::key_part("a+01+b+c/d+e="), Some("b+c/d+e="));
    assert_eq!(Vkey::key_part("a+01"), None);
}

#[test]
fn notes_say_who_signed() {
    let (log, witness) = (vkey("log", 1), vkey("witness", 2));
    let text = "a\n\nb\n\n";
    let note = sign_note(
        text,
        &[("log", &key(1)), ("witness", &key(2)), ("log", &key(1))],
    )
    .unwrap();
    let opened = open_note(&note, &[witness.clone(), log.clone()]).unwrap();
    assert_eq!(opened.text, text);
    assert_eq!(opened.signers, [log.clone(), witness.clone()]);
    let opened = open_note(&note, std::slice::from_ref(&witness)).unwrap();
    assert_eq!(opened.signers, [witness]);
    assert_eq!(opened.unknown.len(), 2);
    refused(open_note(&note, &[]), "none");
    // The same name with another key is an unknown key, by its id.
    refused(open_note(&note, &[vkey("log", 3)]), "none");
    let forged = note.replacen("a\n\nb", "a\n\nc", 1);
    refused(open_note(&forged, &[log]), "`log` is wrong");
}

#[test]
fn one_wrong_signature_of_a_known_key_spoils_the_note() {
    let note = sign_note("text\n", &[("log", &key(1)), ("witness", &key(2))]).unwrap();
    let other = sign_note("other\n", &[("witness", &key(2))]).unwrap();
    let line = other.lines().last().unwrap();
    let mixed = note
        .lines()
        .take(3)
        .chain([line])
        .fold(String::new(), |all, l| all + l + "\n");
    refused(
        open_note(&mixed, &[vkey("log", 1), vkey("witness", 2)]),
        "`witness` is wrong",
    );
    assert_eq!(
        open_note(&mixed, &[vkey("log", 1)]).unwrap().unknown.len(),
        1
    );
}

#[test]
fn broken_notes_are_refused() {
    let note = sign_note("text\n", &[("log", &key(1))]).unwrap();
    let short = format!("— log {}\n", BASE64.encode(&vkey("log", 1).id()));
    let cut = format!(
        "— log {}\n",
        BASE64.encode(&[&vkey("log", 1).id()[..], &[0; 63]].concat())
    );
    for (wrong, word) in [
        (String::new(), "empty line"),
        (note.replacen("\n\n", "\n", 1), "empty line"),
        (note.trim_end().to_owned(), "whole signature line"),
        (format!("{note}\n"), "whole signature line"),
        (format!("{note}junk\n"), "form"),
        (note.replacen('—', "-", 1), "form"),
        (note.replacen("— ", "—\u{a0}", 1), "form"),
        (note.replacen("— log", "— l+g", 1), "name"),
        (note.replacen("— log", "— ", 1), "name"),
        (note.replacen("text\n", "text\r\n", 1), "control"),
        (note.replacen("text", "te\0t", 1), "control"),
        (format!("text\n\n{short}"), "form"),
        (format!("text\n\n{cut}"), "`log` is wrong"),
        (
            format!("text\n\n{}", note.lines().last().unwrap().repeat(2) + "\n"),
            "form",
        ),
        (format!("{}{note}", "x".repeat(MAX_NOTE)), "longer"),
        (
            format!("text\n\n{}", "— x AAAAAAA=\n".repeat(101)),
            "more than 100",
        ),
    ] {
        refused(open_note(&wrong, &[vkey("log", 1)]), word);
    }
    for (text, name) in [
        ("text", "log"),
        ("", "log"),
        ("te\tt\n", "log"),
        ("text\n", "a b"),
    ] {
        assert_eq!(
            sign_note(text, &[(name, &key(1))]).unwrap_err().kind,
            Kind::Bug
        );
    }
    assert_eq!(sign_note("text\n", &[]).unwrap_err().kind, Kind::Bug);
}

#[test]
fn checkpoints_are_read_strictly() {
    let checkpoint = Checkpoint {
        origin: ORIGIN.into(),
        size: 20,
        root: [7; 32],
    };
    let text = checkpoint.to_text();
    assert_eq!(Checkpoint::parse(&text).unwrap(), checkpoint);
    assert_eq!(
        Checkpoint::parse(&format!("{text}extension\n")).unwrap(),
        checkpoint
    );
    let root = BASE64.encode(&[7; 32]);
    for (wrong, word) in [
        (String::new(), "newline"),
        ("\n".into(), "empty line"),
        (text.trim_end().to_owned(), "newline"),
        (format!("{text}\n"), "empty line"),
        (format!("\n{text}"), "empty line"),
        (text.replacen("\n20\n", "\n020\n", 1), "size"),
        (text.replacen("\n20\n", "\n+20\n", 1), "size"),
        (
            text.replacen("\n20\n", "\n18446744073709551616\n", 1),
            "size",
        ),
        (text.replacen("\n20\n", "\n2O\n", 1), "size"),
        (text.replacen("\n20\n", "\n", 1), "three lines"),
        (text.replacen(&root, &BASE64.encode(&[7; 31]), 1), "root"),
        (text.replacen(&root, &root.replace("c=", "d="), 1), "root"),
        (text.replacen(&root, root.trim_end_matches('='), 1), "root"),
        (text.replacen(&root, &format!(" {root}"), 1), "root"),
        (text.replacen('\n', "\r\n", 1), "control"),
    ] {
        refused(Checkpoint::parse(&wrong), word);
    }
}

#[test]
fn only_the_logs_own_key_signs_its_checkpoint() {
    let checkpoint = Checkpoint {
        origin: ORIGIN.into(),
        size: 0,
        root: [7; 32],
    };
    let note = checkpoint.sign(&key(1)).unwrap();
    assert_eq!(
        Checkpoint::open(&note, &[vkey(ORIGIN, 1)]).unwrap(),
        checkpoint
    );
    let by_other = sign_note(&checkpoint.to_text(), &[("witness", &key(2))]).unwrap();
    refused(
        Checkpoint::open(&by_other, &[vkey(ORIGIN, 1), vkey("witness", 2)]),
        "own log",
    );
    for origin in ["", "a\n5", "two words", "a+b"] {
        let odd = Checkpoint {
            origin: origin.into(),
            ..checkpoint.clone()
        };
        assert_eq!(odd.sign(&key(1)).unwrap_err().kind, Kind::Bug);
    }
}

#[test]
fn a_handover_needs_both_keys() {
    let (old, new) = (vkey(ORIGIN, 1), vkey(ORIGIN, 2));
    let text = handover_text(&old, &new, 42);
    assert_eq!(text, format!("optimactl/handover/1\n{old}\n{new}\n42\n"));
    let handover = Handover {
        old: old.clone(),
        new: new.clone(),
        size: 42,
    };
    assert_eq!(parse_handover(&text).unwrap(), handover);
    let (first, second) = (key(1), key(2));
    let note = sign_note(&text, &[(ORIGIN, &first), (ORIGIN, &second)]).unwrap();
    assert_eq!(open_handover(&note).unwrap(), handover);
    let stranger = sign_note(&text, &[(ORIGIN, &key(3))]).unwrap();
    refused(open_handover(&stranger), "known keys");
    for one in [&first, &second] {
        let alone = sign_note(&text, &[(ORIGIN, one)]).unwrap();
        refused(open_handover(&alone), "both keys");
    }
    for (wrong, word) in [
        (text.replacen("/1", "/2", 1), "no key handover"),
        (text.replacen("\n42\n", "\n042\n", 1), "size"),
        (text.replacen("\n42\n", "\n42", 1), "no key handover"),
        (format!("{text}more\n"), "no key handover"),
        (handover_text(&old, &old, 42), "twice"),
    ] {
        refused(parse_handover(&wrong), word);
    }
    // A handover is never a checkpoint, nor the other way round.
    assert!(Checkpoint::parse(&text).is_err());
}
