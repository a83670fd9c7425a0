//! A witness signs what continues, and nothing else; the store takes in what is about itself, and nothing else.

use super::*;
use crate::base::clock::{self, Time};
use crate::base::error::Kind;
use crate::base::progress::silent;
use crate::crypto::note::{Note, Vkey, WitnessKey};
use crate::crypto::secret::Key;
use crate::domain::audit::prove::{sign_now, sign_since};
use crate::domain::audit::verify::{Report, Request, verify};
use crate::domain::audit::{self, Event};
use crate::domain::context::Context;
use crate::domain::fixture::Fixture;
use crate::store::audit::tamper;

pub(super) fn key(name: &str, seed: u8) -> WitnessKey {
    WitnessKey::new(name, Key::new([seed; 32])).unwrap()
}

pub(super) fn now() -> Time {
    clock::parse("2026-11-22T12:00:00Z").unwrap()
}

pub(super) fn more(ctx: &Context) {
    for _ in 0..5 {
        audit::note(ctx, &Event::new("auth.check")).unwrap();
    }
}

pub(super) fn policy(keys: &[&WitnessKey], quorum: i64) -> Policy {
    let keys: Vec<String> = keys.iter().map(|key| key.witness().to_string()).collect();
    Policy::new(&keys, quorum).unwrap()
}

pub(super) fn look(ctx: &Context, policy: &Policy) -> Report {
    let request = Request {
        policy: policy.clone(),
        ..Request::default()
    };
    verify(ctx, &request, &mut silent).unwrap()
}

pub(super) fn asked(
    state: &State,
    key: &WitnessKey,
    text: &str,
    vkey: Option<&Vkey>,
) -> Result<Signed, Kind> {
    let ask = Ask {
        text,
        vkey,
        handovers: &[],
        accepted: false,
    };
    sign(state, key, ask, now()).map_err(|error| error.kind)
}

#[test]
fn the_published_example_of_a_cosignature_is_read() {
    // The form of the specification's own example: a line of 4 + 8 + 64 bytes.
    let note = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
    let parsed = Note::parse(note).unwrap();
    assert_eq!(parsed.signatures[1].bytes.len(), 72);
    assert_eq!(
        u64::from_be_bytes(parsed.signatures[1].bytes[..8].try_into().unwrap()),
        1_679_315_147
    );
    assert_eq!(parsed.to_text(), note);
}

#[test]
fn keys_are_read_back_and_no_altered_one() {
    let key = key("example.com/ana", 3);
    let text = key.witness().to_string();
    assert_eq!(
        crate::crypto::note::Witness::parse(&text).unwrap(),
        key.witness()
    );
    let secret = key.to_text();
    assert_eq!(WitnessKey::parse(&secret).unwrap().witness(), key.witness());
    // The key of a log is no key of a witness, and the other way round.
    assert!(Vkey::parse(&text).is_err());
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let altered = String::from_utf8(bytes).unwrap();
        assert!(
            crate::crypto::note::Witness::parse(&altered).is_err(),
            "{altered}"
        );
    }
}

#[test]
fn a_witness_signs_what_continues_and_nothing_else() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let vkey = audit::vkey(&ctx.store.keyring).unwrap();
    more(&ctx);
    let ana = key("example.com/ana", 1);
    let first = sign_now(&ctx, "asked").unwrap().note;
    let none = State::empty();
    assert_eq!(asked(&none, &ana, &first, None).unwrap_err(), Kind::Refused);
    let signed = asked(&none, &ana, &first, Some(&vkey)).unwrap();
    assert_eq!(signed.before, None);
    let state = State::parse(&signed.state.to_text()).unwrap();
    // The same once more, now that the log is known.
    assert_eq!(
        asked(&state, &ana, &first, None).unwrap().before,
        Some(signed.checkpoint.size)
    );

    more(&ctx);
    let (_, proven) = sign_since(&ctx, &signed.note).unwrap();
    let bare = sign_now(&ctx, "asked").unwrap().note;
    assert_eq!(asked(&state, &ana, &bare, None).unwrap_err(), Kind::Refused);
    let next = asked(&state, &ana, &proven, None).unwrap();
    // Turned back.
    assert_eq!(
        asked(&next.state, &ana, &first, None).unwrap_err(),
        Kind::Integrity
    );

    // The same store and key with another history: a copy of the rows that was rewritten.
    tamper::run(
        &ctx.store,
        "UPDATE event SET entry = CAST(replace(entry, 'success', 'failure') AS BLOB) WHERE seq = 2",
    );
    more(&ctx);
    let forked = ctx.store.read(|tx| {
        let mut tree = crate::crypto::merkle::Frontier::new();
        for leaf in tx.leaves(0, next.checkpoint.size)? {
            tree.push(leaf)?;
        }
        audit::sign_tree(&ctx, &tree, "asked")
    });
    let forked = forked.unwrap().note;
    assert_eq!(
        asked(&next.state, &ana, &forked, None).unwrap_err(),
        Kind::Integrity
    );
    // Another key under the log's own name.
    let other = Vkey::new(vkey.name(), ana.witness().key().clone()).unwrap();
    assert_eq!(
        asked(&state, &ana, &proven, Some(&other)).unwrap_err(),
        Kind::Integrity
    );
}

/// The keepers say what was signed; a memory that knows less is no reason to sign whatever comes.
#[test]
fn a_lost_memory_and_a_new_history_want_somebodys_word() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let vkey = audit::vkey(&ctx.store.keyring).unwrap();
    more(&ctx);
    let ana = key("example.com/ana", 1);
    let first = sign_now(&ctx, "asked").unwrap().note;
    let old = asked(&State::empty(), &ana, &first, Some(&vkey)).unwrap();
    more(&ctx);
    let (_, second) = sign_since(&ctx, &old.note).unwrap();
    let newer = asked(&old.state, &ana, &second, None).unwrap();
    more(&ctx);
    let (_, third) = sign_since(&ctx, &newer.note).unwrap();
    let accepting = |state: &State, text: &str| {
        let ask = Ask {
            text,
            vkey: Some(&vkey),
            handovers: &[],
            accepted: true,
        };
        sign(state, &ana, ask, now())
    };
    // Lost altogether, and an older copy.
    for state in [&State::empty(), &old.state] {
        let refused = asked(state, &ana, &third, Some(&vkey)).unwrap_err();
        assert_eq!(refused, Kind::Refused);
        accepting(state, &third).unwrap();
    }
    // Not even then one that is shorter than what is remembered.
    let turned = accepting(&newer.state, &first).unwrap_err();
    assert_eq!(turned.kind, Kind::Integrity);
    // Another epoch of the same store, and the same key under another store's name.
    for origin in [
        vkey.name().replace(&ctx.store.keyring.epoch, "00ff"),
        "optimactl/00000000/01".to_owned(),
    ] {
        let text = old.state.to_text().replace(vkey.name(), &origin);
        let state = State::parse(&text).unwrap();
        let refused = asked(&state, &ana, &first, Some(&vkey)).unwrap_err();
        assert_eq!(refused, Kind::Refused, "{origin}");
        let signed = accepting(&state, &first).unwrap();
        assert_eq!(signed.other.unwrap().origin, origin);
    }
}

#[test]
fn every_altered_byte_of_a_cosigned_checkpoint_and_of_a_proof_is_refused() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let vkey = audit::vkey(&ctx.store.keyring).unwrap();
    let ana = key("example.com/ana", 1);
    let first = sign_now(&ctx, "asked").unwrap().note;
    let signed = asked(&State::empty(), &ana, &first, Some(&vkey)).unwrap();
    let policy = policy(&[&ana], 1);
    let size = ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap();
    for at in 0..signed.note.len() {
        let mut bytes = signed.note.clone().into_bytes();
        bytes[at] ^= 1;
        let Ok(altered) = String::from_utf8(bytes) else {
            continue;
        };
        assert!(add(&ctx, &altered, &policy).is_err(), "{altered}");
    }
    let after = ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap();
    assert!(after >= size);
    more(&ctx);
    let (_, proven) = sign_since(&ctx, &first).unwrap();
    for at in 0..proven.len() {
        let mut bytes = proven.clone().into_bytes();
        bytes[at] ^= 1;
        if let Ok(altered) = String::from_utf8(bytes) {
            assert!(
                asked(&signed.state, &ana, &altered, None).is_err(),
                "{altered}"
            );
        }
    }
    assert!(asked(&signed.state, &ana, &proven, None).is_ok());
}

#[test]
fn a_quorum_vouches_as_far_as_enough_of_them_signed() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let vkey = audit::vkey(&ctx.store.keyring).unwrap();
    let (ana, ben, eva) = (
        key("example.com/ana", 1),
        key("example.com/ben", 2),
        key("example.com/eva", 3),
    );
    let policy = policy(&[&ana, &ben, &eva], 2);
    assert_eq!(look(&ctx, &policy).anchoring.anchored, None);
    let first = sign_now(&ctx, "asked").unwrap().note;
    let by_ana = asked(&State::empty(), &ana, &first, Some(&vkey)).unwrap();
    let added = add(&ctx, &by_ana.note, &policy).unwrap();
    assert!(!added[0].known && added[0].event.is_some());
    assert!(add(&ctx, &by_ana.note, &policy).unwrap()[0].known);
    let report = look(&ctx, &policy);
    assert!(report.is_good(), "{report:?}");
    assert_eq!(report.anchoring.quorum.unwrap().size, None);
    assert!(cosigned(&ctx, &policy).is_err());
    // The second one signs a later checkpoint, handed over as its line alone.
    more(&ctx);
    let later = sign_now(&ctx, "asked").unwrap();
    let by_ben = asked(&State::empty(), &ben, &later.note, Some(&vkey)).unwrap();
    let line = by_ben.note.lines().last().unwrap();
    add(&ctx, line, &policy).unwrap();
    let report = look(&ctx, &policy);
    assert!(report.is_good(), "{report:?}");
    assert_eq!(report.anchoring.anchored, Some(by_ana.checkpoint.size));
    // Both under one checkpoint: that one can be shown.
    let (_, proven) = sign_since(&ctx, &first).unwrap();
    let again = asked(&by_ana.state, &ana, &proven, None).unwrap();
    let by_ben = asked(&by_ben.state, &ben, &again.note, None);
    assert_eq!(by_ben.unwrap_err(), Kind::Refused);
    let (_, proven) = sign_since(&ctx, &later.note).unwrap();
    let by_ben = asked(
        &asked(&State::empty(), &ben, &later.note, Some(&vkey))
            .unwrap()
            .state,
        &ben,
        &proven,
        None,
    );
    add(&ctx, &again.note, &policy).unwrap();
    add(&ctx, &by_ben.unwrap().note, &policy).unwrap();
    let shown = cosigned(&ctx, &policy).unwrap();
    assert_eq!(shown.size, again.checkpoint.size);
    let note = Note::parse(&shown.note).unwrap();
    assert_eq!(note.signatures.len(), 3);
    assert!(policy.witnesses[1].verify(&note).unwrap().is_some());
}

#[test]
fn what_is_about_another_log_or_by_nobody_known_is_not_taken_in() {
    let (one, two) = (Fixture::new(), Fixture::new());
    let (ctx, other) = (one.open(), two.open());
    let ana = key("example.com/ana", 1);
    let policy = policy(&[&ana], 1);
    let foreign = sign_now(&other, "asked").unwrap().note;
    let vkey = audit::vkey(&other.store.keyring).unwrap();
    let foreign = asked(&State::empty(), &ana, &foreign, Some(&vkey))
        .unwrap()
        .note;
    let kind = |text: &str, policy: &Policy| add(&ctx, text, policy).unwrap_err().kind;
    assert_eq!(kind(&foreign, &policy), Kind::Integrity);
    let note = sign_now(&ctx, "asked").unwrap().note;
    assert_eq!(kind(&note, &policy), Kind::NotFound);
    assert_eq!(kind(&note, &Policy::default()), Kind::Refused);
    // From tomorrow.
    let vkey = audit::vkey(&ctx.store.keyring).unwrap();
    let ask = Ask {
        text: &note,
        vkey: Some(&vkey),
        handovers: &[],
        accepted: false,
    };
    let tomorrow = now() + chrono::TimeDelta::days(1);
    let early = sign(&State::empty(), &ana, ask, tomorrow).unwrap().note;
    assert_eq!(kind(&early, &policy), Kind::Refused);
}

#[test]
fn a_policy_that_cannot_be_meant_is_refused() {
    // One that changed its key is one witness.
    let both = [1, 2].map(|seed| key("example.com/ana", seed).witness().to_string());
    let one = Policy::new(&both, 1).unwrap();
    assert_eq!((one.voters(), one.witnesses.len()), (1, 2));
    assert_eq!(one.reached([("a", 7), ("a", 9)]), Some(9));
    Policy::new(&both, 2).unwrap_err();
    let ana = key("example.com/ana", 1).witness().to_string();
    let alias = key("example.com/other", 1).witness().to_string();
    let ben = key("example.com/ben", 2).witness().to_string();
    assert!(Policy::new(&[ana.clone(), alias], 1).is_err());
    assert!(Policy::new(std::slice::from_ref(&ana), 0).is_err());
    assert!(Policy::new(std::slice::from_ref(&ana), 2).is_err());
    assert!(Policy::new(&["nonsense".to_owned()], 1).is_err());
    let both = Policy::new(&[ana, ben], 2).unwrap();
    assert_eq!(both.reached([("a", 5)]), None);
    assert_eq!(both.reached([("a", 5), ("b", 9)]), Some(5));
}
