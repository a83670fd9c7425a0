//! The way of a request through the store: steps, guards, events, bundle.

mod calendars;
mod guards;
mod held;
mod records;
mod register;
mod sources;
mod time;
mod walk;

use super::words::{AgentProof, Channel, Code, Law, Method, Type};
use super::*;
use crate::base::email::EmailAddress;
use crate::base::error::Kind;
use crate::crypto::secret::SecretText;
use crate::crypto::wrap;
use crate::domain::bundle::Controller;
use crate::domain::deadline::Received;
use crate::domain::fixture::Fixture;
use crate::store::file::Existing;

/// For requests that erase nothing.
const CLOSING: Closing<'_> = Closing {
    backups_gone_by: crate::base::clock::Time::UNIX_EPOCH,
    local_only: None,
    mentions: Mentions::Unseen,
};

fn new(law: Law, received: &str) -> NewRequest {
    NewRequest {
        subject: Subject::Email(EmailAddress::new("Kim@Example.org").unwrap()),
        kind: if law == Law::Ccpa {
            Type::KnowSpecific
        } else {
            Type::Access
        },
        law,
        received: Received::On(received.parse().unwrap()),
        zone: chrono_tz::Europe::Berlin,
        calendar: "DE".to_owned(),
        channel: Channel::Email,
        contested: vec![],
        agent: Some(Agent {
            name: "Example Rights Ltd".to_owned(),
            proof: Some(AgentProof::SignedPermission),
        }),
    }
}

fn opened(ctx: &Context, law: Law, received: &str) -> String {
    let opened = open(ctx, &new(law, received)).unwrap();
    opened.value.request.row.reference
}

#[test]
fn the_whole_way_leaves_one_event_and_row_a_step() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let reference = opened(&ctx, Law::Both, "2026-11-20");
    assert_eq!(reference, "R-2026-0001");
    ack(&ctx, &reference, Channel::Email).unwrap();
    verify(&ctx, "r-2026-0001", Proof::of(Method::Document)).unwrap();
    let lock = Lock::Passphrase(SecretText::new("six words are enough".to_owned()));
    let place = tempfile::TempDir::new().unwrap();
    let folder = place.path().join("out");
    let order = Order {
        folder: &folder,
        existing: Existing::Refuse,
        lock: &lock,
        controller: &Controller::default(),
        sources: &[],
        without: &[],
    };
    let built = build(&ctx, &reference, &order).unwrap();
    let sealed = std::fs::read(&built.path).unwrap();
    let row = built.bundle.unwrap();
    assert_eq!(row.bytes, u64::try_from(sealed.len()).unwrap());
    let Lock::Passphrase(text) = &lock else {
        panic!("the lock changed")
    };
    let clear = wrap::decrypt_with_passphrase(text, &sealed).unwrap();
    assert!(
        tar::Archive::new(clear.as_slice())
            .entries()
            .unwrap()
            .count()
            > 8
    );
    deliver(&ctx, &reference, Channel::Portal).unwrap();
    let done = fulfil(&ctx, &reference, None, &CLOSING).unwrap().value;
    assert_eq!((done.state.as_str(), done.email), ("fulfilled", None));
    let history = show(&ctx, &reference).unwrap();
    let steps: Vec<_> = history
        .steps
        .iter()
        .map(|step| step.step.as_str())
        .collect();
    assert_eq!(
        steps,
        [
            "open", "ack", "verify", "start", "build", "deliver", "fulfil"
        ]
    );
    assert!(history.steps.is_sorted_by_key(|step| step.event));
    assert_eq!(history.bundles[0].channel.as_deref(), Some("portal"));
    assert!(ctx.store.read(|tx| tx.intents()).unwrap().is_empty());
    let left = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(left, 1, "the bundle and nothing else");
}

#[test]
fn nothing_is_built_before_it_is_known_who_asks() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let reference = opened(&ctx, Law::Gdpr, "2026-11-20");
    let place = tempfile::TempDir::new().unwrap();
    let folder = place.path().join("out");
    let lock = Lock::Passphrase(SecretText::new("six words are enough".to_owned()));
    let order = Order {
        folder: &folder,
        existing: Existing::Refuse,
        lock: &lock,
        controller: &Controller::default(),
        sources: &[],
        without: &[],
    };
    let refused = build(&ctx, &reference, &order).err().unwrap();
    assert_eq!(refused.kind, Kind::Refused);
    assert!(!folder.exists());
    deliver(&ctx, &reference, Channel::Post).unwrap_err();
}

#[test]
fn two_builds_of_one_request_never_mix() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let reference = opened(&ctx, Law::Gdpr, "2026-11-20");
    verify(&ctx, &reference, Proof::of(Method::Email)).unwrap();
    let lock = Lock::Passphrase(SecretText::new("six words are enough".to_owned()));
    let place = tempfile::TempDir::new().unwrap();
    let order = Order {
        folder: place.path(),
        existing: Existing::Replace,
        lock: &lock,
        controller: &Controller::default(),
        sources: &[],
        without: &[],
    };
    let announced = Event::new("request.build").request(reference.as_str());
    let seq = audit::intend(&ctx, announced.clone()).unwrap();
    let second = build(&ctx, &reference, &order).err().unwrap();
    assert_eq!(second.kind, Kind::Conflict);
    audit::conclude(&ctx, seq, announced).unwrap();
    // Only what a dead build of the same store and bundle left goes away.
    let store = &ctx.store.keyring.store_id;
    let dead = format!("bundle-{reference}-1.tar.age.{store}-00.partial");
    let foreign = format!("bundle-{reference}-1.tar.age.other-00.partial");
    for name in [&dead, &foreign] {
        std::fs::write(place.path().join(name), "left").unwrap();
    }
    let built = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let own = fixture.open();
                    build(&own, &reference, &order)
                })
            })
            .collect();
        tries
            .into_iter()
            .map(|one| one.join().unwrap())
            .collect::<Vec<_>>()
    });
    let mut confirmed = 0;
    for built in built {
        match built {
            Err(error) => assert_eq!(error.kind, Kind::Conflict, "{error:?}"),
            Ok(built) => {
                let bytes = std::fs::read(&built.path).unwrap();
                let digest = crate::crypto::seal::sha256(&bytes);
                let digest = data_encoding::HEXLOWER.encode(&digest);
                assert_eq!(built.bundle.unwrap().file_sha256, digest);
                confirmed += 1;
            }
        }
    }
    let left = std::fs::read_dir(place.path()).unwrap().count();
    assert_eq!(left, confirmed + 1, "bundles and the foreign file");
    assert!(!place.path().join(dead).exists());
}

#[test]
fn an_unverified_duplicate_blocks_nothing() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let first = opened(&ctx, Law::Gdpr, "2026-11-19");
    let second = open(&ctx, &new(Law::Gdpr, "2026-11-20")).unwrap().value;
    assert_eq!(second.similar, [first]);
    verify(
        &ctx,
        &second.request.row.reference,
        Proof::of(Method::Email),
    )
    .unwrap();
}

#[test]
fn a_denial_says_why_and_a_late_one_is_marked() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let late = opened(&ctx, Law::Gdpr, "2026-09-01");
    let empty = deny(&ctx, &late, Code::NoMatch, "  ").unwrap_err();
    assert_eq!(empty.kind, Kind::Usage);
    let row = deny(&ctx, &late, Code::NoMatch, "Nobody of that name.")
        .unwrap()
        .value;
    assert_eq!(
        (row.flags.as_str(), row.state.as_str()),
        ("agent,late", "denied")
    );
    ack(&ctx, &late, Channel::Email).unwrap_err();
    assert!(waiting(&ctx).unwrap().is_empty());
}

#[test]
fn what_cannot_be_is_refused() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    assert_eq!(
        open(&ctx, &new(Law::Gdpr, "2026-12-01")).unwrap_err().kind,
        Kind::Usage
    );
    let nobody = NewRequest {
        subject: Subject::Account("nobody".to_owned()),
        ..new(Law::Gdpr, "2026-11-20")
    };
    assert_eq!(open(&ctx, &nobody).unwrap_err().kind, Kind::NotFound);
    assert_eq!(show(&ctx, "R-2026-0009").unwrap_err().kind, Kind::NotFound);
}
