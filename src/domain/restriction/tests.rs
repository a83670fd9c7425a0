//! Restrictions: what may not happen then, and that a restore keeps them.

use super::*;
use crate::base::error::Kind;
use crate::domain::account::State;
use crate::domain::fixture::{Fixture, Older, add_account};
use crate::domain::moving::{Form, Secrets, Wanted, export};
use crate::domain::notice;
use crate::store::Mode;

fn who(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}

fn state(ctx: &Context, name: &str) -> State {
    let row = ctx.store.read(|tx| tx.find_account(name)).unwrap().unwrap();
    State::of(&row, ctx.now())
}

#[test]
fn a_restricted_account_is_stored_and_nothing_else() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    add_account(&ctx, "zoe");
    let queue = || {
        let kind = notice::Kind::PasswordChanged;
        let wait = |tx: &crate::store::Tx<'_>| {
            notice::queue(&ctx, tx, &tom, kind)?;
            tx.notice_waits(&tom, kind.as_str())
        };
        ctx.store.write(Mode::Commit, wait).unwrap()
    };
    assert!(queue());
    let done = set(&ctx, &who("tom"), Ground::Accuracy).unwrap();
    assert!(done[0].changed);
    assert!(
        !queue(),
        "what waited is dropped, and nothing new is queued"
    );
    assert!(matches!(state(&ctx, "tom"), State::Restricted(_)));
    assert!(!set(&ctx, &who("tom"), Ground::Claims).unwrap()[0].changed);
    assert_eq!(list(&ctx).unwrap()[0].ground, "accuracy");
    let wanted = Wanted {
        form: Form::Csv,
        filter: None,
        typed: None,
        secrets: Secrets::Left,
        recipients: vec![],
    };
    let mut out = vec![];
    let done = export(&ctx, &wanted, &mut out, &mut |_| {}).unwrap();
    assert_eq!((done.accounts, done.restricted), (1, 1));
    assert!(!String::from_utf8(out).unwrap().contains("tom"));
    assert!(lift(&ctx, &who("tom"), Channel::Email).unwrap()[0].changed);
    assert_eq!(state(&ctx, "tom"), State::Enabled);
    assert!(!lift(&ctx, &who("tom"), Channel::Email).unwrap()[0].changed);
    assert!(queue());
}

#[test]
fn the_last_administrator_cannot_be_restricted() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "root");
    let text = crate::crypto::secret::SecretText::new("two brown foxes jump".to_owned());
    let policy = crate::domain::password::Policy::new("nist-63b-4", &[]).unwrap();
    let setter = crate::domain::password::Setter::Holder;
    crate::domain::password::set(&ctx, &policy, "root", &text, setter).unwrap();
    account::grant(&ctx, "admin", &who("root")).unwrap();
    let refused = set(&ctx, &who("root"), Ground::Accuracy).unwrap_err();
    assert_eq!(refused.kind, Kind::Refused);
    assert_eq!(state(&ctx, "root"), State::Enabled);
}

#[test]
fn a_restriction_survives_the_restore_of_an_older_backup() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    for name in ["tom", "zoe", "mia"] {
        add_account(&ctx, name);
    }
    set(&ctx, &who("mia"), Ground::Unlawful).unwrap();
    let older = Older::of(&fixture, &ctx);
    set(&ctx, &who("tom"), Ground::Claims).unwrap();
    set(&ctx, &who("zoe"), Ground::Objection).unwrap();
    lift(&ctx, &who("zoe"), Channel::Post).unwrap();
    let (restored, again) = older.restore(&fixture, &ctx);
    assert_eq!(restored.reapplied.kinds.get("restriction"), Some(&1));
    assert!(matches!(state(&again, "tom"), State::Restricted(_)));
    assert!(matches!(state(&again, "mia"), State::Restricted(_)));
    assert_eq!(state(&again, "zoe"), State::Enabled);
    lift(&again, &who("tom"), Channel::Post).unwrap();
    assert_eq!(state(&again, "tom"), State::Enabled);
}

/// What waited in the image must not go out.
#[test]
fn a_restored_restriction_silences_the_account() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    let kind = notice::Kind::PasswordChanged;
    let queue = |tx: &crate::store::Tx<'_>| notice::queue(&ctx, tx, &tom, kind);
    ctx.store.write(Mode::Commit, queue).unwrap();
    let older = Older::of(&fixture, &ctx);
    set(&ctx, &who("tom"), Ground::Claims).unwrap();
    let (_, again) = older.restore(&fixture, &ctx);
    let waits = again.store.read(|tx| tx.notice_waits(&tom, kind.as_str()));
    assert!(!waits.unwrap());
}
