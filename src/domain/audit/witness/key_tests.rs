//! The log's keys change, and several witnesses sign one checkpoint.

use super::tests::{asked, key, look, more, now, policy};
use super::*;
use crate::base::error::Kind;
use crate::base::progress::silent;
use crate::crypto::note::{Checkpoint, SigningKey, Vkey, WitnessKey, handover_text, sign_note};
use crate::crypto::secret::Key;
use crate::domain::audit;
use crate::domain::audit::prove::{sign_now, sign_since};
use crate::domain::audit::verify::{Request, verify};
use crate::domain::fixture::Fixture;

/// Whoever says that the log has another key now may be whom the witness is there to control.
#[test]
fn a_witness_follows_to_another_key_by_a_note_that_both_signed() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let old = audit::vkey(&ctx.store.keyring).unwrap();
    more(&ctx);
    let ana = key("example.com/ana", 1);
    let first = sign_now(&ctx, "asked").unwrap().note;
    let state = asked(&State::empty(), &ana, &first, Some(&old))
        .unwrap()
        .state;
    let size = ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap();
    more(&ctx);
    let (row, proven) = sign_since(&ctx, &first).unwrap();
    let next = SigningKey::from_seed(&[9; 32]);
    let new = Vkey::new(old.name(), next.verify_key()).unwrap();
    let newer = Checkpoint::open(&row.note, std::slice::from_ref(&old)).unwrap();
    let proven = proven.replace(&row.note, &newer.sign(&next).unwrap());
    let text = handover_text(&old, &new, size);
    let note = |signers: &[(&str, &SigningKey)]| [sign_note(&text, signers).unwrap()];
    let own = audit::signing_key(&ctx.store.keyring);
    let by_both = note(&[(old.name(), &own), (old.name(), &next)]);
    let ask = |vkey: Option<&Vkey>, handovers: &[String], accepted: bool| {
        let ask = Ask {
            text: &proven,
            vkey,
            handovers,
            accepted,
        };
        sign(&state, &ana, ask, now()).map_err(|error| error.kind)
    };
    assert_eq!(ask(Some(&new), &[], false).unwrap_err(), Kind::Refused);
    assert_eq!(ask(None, &[], false).unwrap_err(), Kind::Integrity);
    let alone = note(&[(old.name(), &next)]);
    assert_eq!(ask(Some(&new), &alone, false).unwrap_err(), Kind::Integrity);
    for vkey in [None, Some(&new), Some(&old)] {
        let signed = ask(vkey, &by_both, false).unwrap();
        let seen = signed.state.seen(old.name()).unwrap();
        assert_eq!(seen.vkey, new.to_string());
        // From then on the new key is the one that is known.
        let again = Ask {
            text: &proven,
            vkey: None,
            handovers: &[],
            accepted: false,
        };
        assert!(sign(&signed.state, &ana, again, now()).is_ok());
    }
    assert!(ask(Some(&new), &[], true).is_ok());
}

#[test]
fn the_cosignatures_of_one_file_are_taken_in_together_or_not_at_all() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let (ana, ben) = (key("example.com/ana", 1), key("example.com/ben", 2));
    let policy = policy(&[&ana, &ben], 2);
    let note = sign_now(&ctx, "asked").unwrap().note;
    let time = |days: i64| u64::try_from(now().timestamp() + days * 86_400).unwrap();
    let by_ana = ana.cosign(&note, time(0)).unwrap();
    let early = ben.cosign(&by_ana, time(1)).unwrap();
    let error = add(&ctx, &early, &policy).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(newest(&ctx).unwrap().is_empty());
    let both = ben.cosign(&by_ana, time(0)).unwrap();
    let added = add(&ctx, &both, &policy).unwrap();
    let events: Vec<Option<u64>> = added.iter().map(|added| added.event).collect();
    assert_eq!(events[0].map(|seq| seq + 1), events[1]);
    assert!(events[0].is_some());
    let report = look(&ctx, &policy);
    assert!(report.is_good(), "{report:?}");
    assert!(report.anchoring.quorum.unwrap().size.is_some());
    // The log's own key is no witness.
    let seed = Key::new(*ctx.store.keyring.signing.seed.expose());
    let own = WitnessKey::new("example.com/own", seed).unwrap();
    let policy = Policy::new(&[own.witness().to_string()], 1).unwrap();
    let note = own.cosign(&note, time(0)).unwrap();
    assert_eq!(add(&ctx, &note, &policy).unwrap_err().kind, Kind::Usage);
    let request = Request {
        policy,
        ..Request::default()
    };
    assert!(verify(&ctx, &request, &mut silent).is_err());
}
