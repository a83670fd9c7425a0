//! What restricts survives the restore of an older image.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;
use crate::store::session::SessionRow;

fn session(ctx: &Context, account: &str) {
    let row = SessionRow {
        id: "ses_0000000000000001".to_owned(),
        account: account.to_owned(),
        name: String::new(),
        ip: None,
        user_agent: None,
        created: ctx.now(),
        seen: ctx.now(),
        expires: Period::of_days(1).after(ctx.now()),
        revoked: None,
        why: None,
    };
    ctx.store
        .write(Mode::Commit, |tx| tx.insert_session(&row, None))
        .unwrap();
}

/// Restores the only backup at `from`, with the journal as it is now.
fn restore_old(fixture: &Fixture, ctx: &Context, from: &Path) -> (Restored, Context) {
    let recovery = Target::at(from).unwrap().recovery().unwrap();
    recovery
        .save(&ctx.store, &ctx.store.journal().unwrap())
        .unwrap();
    let again: PathBuf = fixture.dir.path().join("again");
    let restored = restore_latest(fixture, from, &again).unwrap();
    (restored, fixture.open_at(&again))
}

/// What happens after the backup: locks, removals, revocations, other passwords and factors.
fn take_away(ctx: &Context, long: &account::Lock, (ended, factor): (&str, &str)) {
    account::lock(ctx, &who("tom"), long).unwrap();
    account::disable(ctx, &who("mia")).unwrap();
    account::enable(ctx, &who("mia")).unwrap();
    account::revoke(ctx, "support", &who("tom")).unwrap();
    group::remove(ctx, "guards").unwrap();
    role::remove(ctx, "night").unwrap();
    token::revoke(ctx, &[ended.to_owned()], None).unwrap();
    set_password(ctx, "zoe", "a password of today");
    two_factor::remove(ctx, "zoe", Some(factor)).unwrap();
    bind(ctx, "zoe");
    bind(ctx, "mia");
}

fn require_restricted(again: &Context, long: &account::Lock, (kept, ended): (&str, &str)) {
    again
        .store
        .read(|tx| {
            let find =
                |name: &str| Ok::<_, crate::base::error::Error>(tx.find_account(name)?.unwrap());
            let (tom, zoe, mia) = (find("tom")?, find("zoe")?, find("mia")?);
            assert_eq!(tom.locked_until, Some(long.until));
            assert!(tom.roles.is_empty(), "{:?}", tom.roles);
            assert_eq!(tom.groups, ["helpdesk"]);
            assert!(tx.role("night")?.is_none() && tx.group("guards")?.is_none());
            assert!(zoe.factors == 0 && zoe.password_set.is_none() && zoe.locked_until.is_some());
            assert!(mia.disabled.is_none() && mia.password_set.is_some());
            assert!(mia.locked_until.is_some(), "no password alone");
            assert!(tx.token(ended)?.unwrap().revoked.is_some());
            assert!(tx.token(kept)?.unwrap().revoked.is_none());
            assert_eq!(tx.count_open_sessions(&mia.id, again.now())?, 0);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_restore_of_an_older_image_brings_nothing_back() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let mut ctx = fixture.open();
    people(&ctx);
    let factor = bind(&ctx, "zoe");
    let (kept, ended) = (give_token(&ctx, "mia"), give_token(&ctx, "tom"));
    let (_, recipient) = wrap::new_identity().unwrap();
    key::add(
        &mut ctx,
        &label("spare"),
        &NewUnlocker::Recipient(recipient),
    )
    .unwrap();
    let mia = ctx
        .store
        .read(|tx| tx.find_account("mia"))
        .unwrap()
        .unwrap()
        .id;
    session(&ctx, &mia);
    back_up(&ctx, &[&to]);
    let long = lock_of(&ctx, 5);
    take_away(&ctx, &long, (&ended, &factor));
    key::remove(&mut ctx, "spare").unwrap();
    let count = lines(&ctx).len();
    let (restored, again) = restore_old(&fixture, &ctx, &to);
    assert_eq!(restored.sessions, 1);
    let done = restored.reapplied;
    assert_eq!((done.lifted, done.kept.len()), (1, 0));
    assert_eq!(
        done.owing.len(),
        2,
        "zoe and mia had a factor that is not here"
    );
    let kinds = BTreeMap::from([
        ("factor-change", 2),
        ("lock", 1),
        ("password-change", 1),
        ("revocation", 1),
        ("role-removal", 3),
    ]);
    assert_eq!(done.kinds, kinds);
    require_restricted(&again, &long, (&kept, &ended));
    let slots: Vec<&str> = again
        .store
        .keyring
        .slots
        .iter()
        .map(|slot| slot.name.as_str())
        .collect();
    assert_eq!(slots, ["first"]);
    assert!(again.store.check(Depth::Deep).unwrap().1.is_empty());
    // The numbers go on, and what was applied can be lifted there.
    account::unlock(&again, &who("tom")).unwrap();
    assert_eq!(lines(&again).len(), count + 1);
}

#[test]
fn the_last_administrator_is_told_of_and_not_locked_out() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    people(&ctx);
    back_up(&ctx, &[&to]);
    account::grant(&ctx, "admin", &who("tom")).unwrap();
    account::disable(&ctx, &who("root")).unwrap();
    let (restored, again) = restore_old(&fixture, &ctx, &to);
    assert_eq!(restored.reapplied.kept.len(), 1);
    assert!(restored.reapplied.kinds.is_empty());
    let root = again
        .store
        .read(|tx| tx.find_account("root"))
        .unwrap()
        .unwrap();
    assert!(root.disabled.is_none());
}
