//! Choices: with an account and without, said twice, taken back, kept by a restore.

use super::*;
use crate::base::error::Kind;
use crate::crypto::seal;
use crate::domain::account::{Clear, Edit};
use crate::domain::fixture::{Fixture, Older, add_account};

fn by_email(address: &str) -> Whose {
    Whose::Email(EmailAddress::new(address).unwrap())
}

fn tom() -> Whose {
    Whose::Account("tom".to_owned())
}

fn new(ctx: &Context, whose: Whose, what: What) -> NewOptout {
    NewOptout {
        whose,
        what,
        source: Source::Gpc,
        channel: Channel::Web,
        received: ctx.now(),
    }
}

fn chosen(ctx: &Context, whose: Whose, what: What) -> Set {
    set(ctx, &new(ctx, whose, what)).unwrap().value
}

fn out(ctx: &Context, whose: &Whose, what: What) -> bool {
    ctx.store.read(|tx| is_out(ctx, tx, whose, what)).unwrap()
}

#[test]
fn a_choice_is_found_by_account_and_by_address_and_said_once() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let first = chosen(&ctx, by_email("Kim@Example.org"), What::SaleSharing);
    assert!(first.changed && first.row.account.is_none());
    assert!(!chosen(&ctx, by_email("kim@example.org"), What::SaleSharing).changed);
    assert!(out(&ctx, &by_email("KIM@example.org"), What::SaleSharing));
    assert!(!out(&ctx, &by_email("kim@example.org"), What::Limit));
    // Made by address, it is the account's, and the other way round.
    assert!(
        chosen(&ctx, by_email("tom@mail.example"), What::Limit)
            .row
            .account
            .is_some()
    );
    assert!(out(&ctx, &tom(), What::Limit));
    chosen(&ctx, tom(), What::DirectMarketing);
    assert!(out(
        &ctx,
        &by_email("tom@mail.example"),
        What::DirectMarketing
    ));
    assert_eq!(list(&ctx, Some(&tom()), Which::InForce).unwrap().len(), 2);
    assert_eq!(list(&ctx, None, Which::InForce).unwrap().len(), 3);
    let late = NewOptout {
        received: Period::of_days(1).after(ctx.now()),
        ..new(&ctx, tom(), What::Limit)
    };
    assert_eq!(set(&ctx, &late).unwrap_err().kind, Kind::Usage);
    let text = confirmation(&first.row).unwrap();
    assert!(
        text.starts_with("Opt-Out Request Honored: since 2026-11-22"),
        "{text}"
    );
    assert_eq!(
        ask_again(&first.row).format("%Y-%m-%d").to_string(),
        "2027-11-22"
    );
}

#[test]
fn nothing_of_the_address_is_kept() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let row = chosen(&ctx, by_email("kim@example.org"), What::SaleSharing).row;
    let digest = row.digest.unwrap();
    assert_ne!(digest, seal::sha256(b"kim@example.org"));
    let entries = ctx.store.read(|tx| {
        let size = tx.tree()?.size();
        let mut all = vec![];
        for seq in 0..size {
            all.extend(tx.entry(seq)?.unwrap_or_default());
            for row in tx.disclosures(seq, seq + 1)? {
                all.extend(format!("{:?}", audit::reveal(&row.text)).into_bytes());
            }
        }
        Ok(all)
    });
    let text = String::from_utf8_lossy(&entries.unwrap()).into_owned();
    assert!(!text.contains("example.org"));
}

#[test]
fn a_choice_is_taken_back_by_its_maker_in_two_steps() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    chosen(&ctx, tom(), What::SaleSharing);
    chosen(&ctx, tom(), What::DirectMarketing);
    let take = |what, opt_in| clear(&ctx, (&tom(), what), (opt_in, Channel::Web));
    let refused = take(What::SaleSharing, OptIn::Said).unwrap_err();
    assert_eq!(refused.kind, Kind::Refused);
    assert_eq!(
        take(What::SaleSharing, OptIn::Confirmed)
            .unwrap()
            .value
            .rows
            .len(),
        1
    );
    assert_eq!(
        take(What::DirectMarketing, OptIn::Said)
            .unwrap()
            .value
            .rows
            .len(),
        1
    );
    assert!(
        take(What::DirectMarketing, OptIn::Said)
            .unwrap()
            .value
            .rows
            .is_empty()
    );
    assert!(!out(&ctx, &tom(), What::SaleSharing));
    assert_eq!(list(&ctx, Some(&tom()), Which::All).unwrap().len(), 2);
    assert!(chosen(&ctx, tom(), What::SaleSharing).changed, "out again");
}

#[test]
fn a_choice_survives_the_restore_of_an_older_backup() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    chosen(&ctx, by_email("old@example.org"), What::SaleSharing);
    let older = Older::of(&fixture, &ctx);
    add_account(&ctx, "later");
    chosen(&ctx, tom(), What::DirectMarketing);
    chosen(&ctx, by_email("kim@example.org"), What::SaleSharing);
    chosen(&ctx, Whose::Account("later".to_owned()), What::Limit);
    chosen(&ctx, by_email("back@example.org"), What::Limit);
    let back = by_email("back@example.org");
    clear(&ctx, (&back, What::Limit), (OptIn::Confirmed, Channel::Web)).unwrap();
    let (restored, again) = older.restore(&fixture, &ctx);
    let kinds = &restored.reapplied.kinds;
    assert_eq!(
        (kinds.get("objection"), kinds.get("opt-out")),
        (Some(&1), Some(&2))
    );
    for (whose, what) in [
        (tom(), What::DirectMarketing),
        (by_email("kim@example.org"), What::SaleSharing),
        (by_email("old@example.org"), What::SaleSharing),
        // The account is not there, its person still is out.
        (by_email("later@mail.example"), What::Limit),
    ] {
        assert!(out(&again, &whose, what), "{whose:?}");
    }
    assert!(!out(&again, &back, What::Limit));
    // Taken back there, it is gone for the next restore, too.
    let kim = by_email("kim@example.org");
    let take = (OptIn::Confirmed, Channel::Web);
    assert_eq!(
        clear(&again, (&kim, What::SaleSharing), take)
            .unwrap()
            .value
            .rows
            .len(),
        1
    );
}

fn change_address(ctx: &Context, who: &str, to: Option<&str>) {
    let edit = Edit {
        email: to.map(|to| EmailAddress::new(to).unwrap()),
        clear: if to.is_none() {
            vec![Clear::Email]
        } else {
            vec![]
        },
        ..Edit::default()
    };
    account::change(ctx, who, &edit).unwrap();
}

#[test]
fn a_choice_follows_its_account_to_every_address() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    // Made by address, before there was an account.
    chosen(&ctx, by_email("tom@mail.example"), What::SaleSharing);
    let tom_id = add_account(&ctx, "tom");
    chosen(&ctx, tom(), What::Limit);
    change_address(&ctx, "tom", Some("tom@new.example"));
    for what in [What::SaleSharing, What::Limit] {
        assert!(out(&ctx, &tom(), what), "{what:?}");
        assert!(!chosen(&ctx, tom(), what).changed, "it is known already");
    }
    assert!(!out(&ctx, &tom(), What::DirectMarketing));
    let older = Older::of(&fixture, &ctx);
    change_address(&ctx, "tom", None);
    assert!(out(&ctx, &tom(), What::SaleSharing));
    change_address(&ctx, "tom", Some("tom@last.example"));
    // Where only the address is left, the present one finds it as well as those before.
    let forgotten = ctx.store.write(crate::store::Mode::DryRun, |tx| {
        let whose = crate::domain::privacy::Whose {
            account: Some(&tom_id),
            ..Default::default()
        };
        crate::domain::privacy::erase(tx, whose, &std::collections::BTreeSet::new(), ctx.now())?;
        let is_out = |address| is_out(&ctx, tx, &by_email(address), What::Limit);
        Ok([is_out("tom@last.example")?, is_out("tom@mail.example")?])
    });
    assert_eq!(forgotten.unwrap(), [true, true]);
    let (_, again) = older.restore(&fixture, &ctx);
    assert!(out(&again, &by_email("tom@last.example"), What::Limit));
    // Taken back, it is taken back for all of them.
    let take = (OptIn::Confirmed, Channel::Web);
    clear(&ctx, (&tom(), What::Limit), take).unwrap();
    assert!(!out(&ctx, &tom(), What::Limit));
}

/// Said by account what was said by address before: it is linked, not passed over.
#[test]
fn a_choice_that_is_said_again_by_account_becomes_the_accounts() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    chosen(&ctx, by_email("tom@mail.example"), What::SaleSharing);
    add_account(&ctx, "tom");
    let again = chosen(&ctx, tom(), What::SaleSharing);
    assert!(again.changed && again.row.account.is_some());
    assert!(!chosen(&ctx, tom(), What::SaleSharing).changed);
}

#[test]
fn nobody_takes_back_the_choice_of_who_had_the_address_before() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    chosen(&ctx, tom(), What::SaleSharing);
    change_address(&ctx, "tom", Some("tom@new.example"));
    let take = |whose| {
        clear(
            &ctx,
            (whose, What::SaleSharing),
            (OptIn::Confirmed, Channel::Web),
        )
    };
    // By the old address alone it is still suppressed, and only its maker ends that.
    let old = by_email("tom@mail.example");
    assert!(out(&ctx, &old, What::SaleSharing));
    assert_eq!(take(&old).unwrap_err().kind, Kind::Refused);
    add_account(&ctx, "zoe");
    change_address(&ctx, "zoe", Some("tom@mail.example"));
    let zoe = Whose::Account("zoe".to_owned());
    assert!(!out(&ctx, &zoe, What::SaleSharing), "another person");
    assert!(take(&zoe).unwrap().value.rows.is_empty());
    assert!(chosen(&ctx, zoe.clone(), What::SaleSharing).changed);
    assert_eq!(take(&zoe).unwrap().value.rows.len(), 1);
    assert!(out(&ctx, &tom(), What::SaleSharing));
}
