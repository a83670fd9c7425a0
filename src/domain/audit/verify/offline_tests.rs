//! What an outsider learns from files: whose key signed, which witnesses, and that one who did not is named.

use super::offline::{Shown, Trust};
use super::tests::{fill, log};
use crate::base::error::{Kind, Result};
use crate::crypto::note::{
    Checkpoint, SigningKey, Vkey, Witness, WitnessKey, handover_text, sign_note,
};
use crate::crypto::secret::Key;
use crate::domain::audit::prove::{prove, sign_now};
use crate::domain::audit::{signing_key, vkey};
use crate::domain::context::Context;

const TIME: u64 = 1_795_348_800;

fn key(name: &str, seed: u8) -> WitnessKey {
    WitnessKey::new(name, Key::new([seed; 32])).unwrap()
}

fn trust(ctx: &Context, named: &[&WitnessKey]) -> Trust {
    let witnesses: Vec<Witness> = named.iter().map(|key| key.witness()).collect();
    Trust::new(&vkey(&ctx.store.keyring).unwrap(), &[], witnesses).unwrap()
}

#[track_caller]
fn refused(shown: Result<Shown>, word: &str) {
    let error = shown.unwrap_err();
    assert_eq!(error.kind, Kind::Integrity, "{error}");
    assert!(error.to_string().contains(word), "{error}");
}

#[test]
fn every_named_witness_must_have_signed_the_checkpoint() {
    let (_fixture, ctx) = log();
    let (ana, ben) = (key("example.com/ana", 1), key("example.com/ben", 2));
    let bare = sign_now(&ctx, "asked").unwrap().note;
    let one = ana.cosign(&bare, TIME).unwrap();
    let both = ben.cosign(&one, TIME + 60).unwrap();
    let shown = trust(&ctx, &[&ana, &ben]).checkpoint(&both).unwrap();
    let told: Vec<(&str, u64, i64)> = shown
        .witnessed
        .iter()
        .map(|known| (known.name.as_str(), known.size, known.signed.timestamp()))
        .collect();
    let time = i64::try_from(TIME).unwrap();
    assert_eq!(
        told,
        [
            ("example.com/ana", 700, time),
            ("example.com/ben", 700, time + 60)
        ]
    );
    for note in [&bare, &one] {
        let shown = trust(&ctx, &[&ana, &ben]).checkpoint(note);
        refused(shown, "signed nothing of this");
    }
    // One of the same name with another key, and a line that was altered.
    let other = key("example.com/ana", 3);
    refused(
        trust(&ctx, &[&other]).checkpoint(&one),
        "`example.com/ana` signed nothing",
    );
    for place in [12, 40, 80] {
        let (head, line) = one.split_once("example.com/ana ").unwrap();
        let mut line = line.as_bytes().to_vec();
        line[place] = if line[place] == b'A' { b'B' } else { b'A' };
        let line = String::from_utf8(line).unwrap();
        let altered = format!("{head}example.com/ana {line}");
        refused(trust(&ctx, &[&ana]).checkpoint(&altered), "is wrong");
    }
    // Nobody else stands behind the log's own key.
    let own = vkey(&ctx.store.keyring).unwrap();
    let seed = *ctx.store.keyring.signing.seed.expose();
    let own_witness = WitnessKey::new("example.com/own", Key::new(seed)).unwrap();
    let refused = Trust::new(&own, &[], vec![own_witness.witness()]).unwrap_err();
    assert_eq!(refused.kind, Kind::Usage);
}

#[test]
fn a_witness_vouches_for_an_event_only_up_to_what_it_signed() {
    let (_fixture, ctx) = log();
    let ana = key("example.com/ana", 1);
    let cosigned = sign_now(&ctx, "asked").unwrap().note;
    let cosigned = ana.cosign(&cosigned, TIME).unwrap();
    fill(&ctx, 20);
    let trust = trust(&ctx, &[&ana]);
    let early = prove(&ctx, 699, Some(&cosigned)).unwrap();
    let consistency = early.consistency.unwrap();
    let shown = trust.proof_since(&early.text, &cosigned, &consistency);
    let shown = shown.unwrap();
    assert_eq!((shown.size, shown.continues), (720, Some(700)));
    assert_eq!(shown.witnessed[0].size, 700);
    // The proof alone says nothing of any witness.
    refused(trust.proof(&early.text), "signed nothing of this");
    let late = prove(&ctx, 700, Some(&cosigned)).unwrap();
    let shown = trust.proof_since(&late.text, &cosigned, &late.consistency.unwrap());
    refused(shown, "up to event 699, and not event 700");
    // What connects another tree with the witness connects this one with nobody.
    fill(&ctx, 1);
    let newer = prove(&ctx, 5, None).unwrap();
    refused(
        trust.proof_since(&newer.text, &cosigned, &consistency),
        "another checkpoint",
    );
    let shown = trust.consistency(&cosigned, &consistency).unwrap();
    assert_eq!((shown.size, shown.witnessed[0].size), (720, 700));
}

#[test]
fn a_proof_under_a_newer_key_is_verified_with_the_older_one_and_the_note() {
    let (_fixture, ctx) = log();
    let origin = ctx.store.keyring.origin();
    let old = vkey(&ctx.store.keyring).unwrap();
    let next = SigningKey::from_seed(&[9; 32]);
    let new = Vkey::new(&origin, next.verify_key()).unwrap();
    let note = sign_note(
        &handover_text(&old, &new, 700),
        &[
            (&origin, &signing_key(&ctx.store.keyring)),
            (&origin, &next),
        ],
    )
    .unwrap();
    fill(&ctx, 3);
    let mut proof =
        crate::crypto::note::TlogProof::parse(&prove(&ctx, 5, None).unwrap().text).unwrap();
    let signed = Checkpoint::open(&proof.checkpoint, std::slice::from_ref(&old)).unwrap();
    let by_old = proof.to_text();
    proof.checkpoint = signed.sign(&next).unwrap();
    let by_new = proof.to_text();
    let shown = |key: &Vkey, notes: &[String], text: &str| {
        Trust::new(key, notes, vec![]).unwrap().proof(text)
    };
    let notes = [note];
    refused(shown(&old, &[], &by_new), "none of the known keys");
    assert_eq!(shown(&old, &notes, &by_new).unwrap().signer, new);
    assert_eq!(shown(&new, &[], &by_new).unwrap().signer, new);
    // 703 events: the old key had been replaced by then.
    refused(shown(&old, &notes, &by_old), "had been replaced");
    refused(shown(&new, &notes, &by_old), "had been replaced");
}
