//! What a review finds, and that a sign-off can be found again.

use super::*;
use crate::domain::account::{IfExists, NewAccount};
use crate::domain::fixture::{Fixture, add_account};
use crate::store::account::AccountKind;

fn rows(ctx: &Context) -> (Vec<Reviewed>, Summary) {
    let mut rows = vec![];
    let summary = each(ctx, &Query::default(), &Period::of_days(90), |row| {
        rows.push(row.clone());
        Ok(Going::On)
    })
    .unwrap();
    (rows, summary)
}

#[test]
fn findings_are_words_and_a_sign_off_names_the_rows() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mira = add_account(&ctx, "mira");
    let bot = NewAccount {
        name: crate::base::name::AccountName::new("bot").unwrap(),
        email: None,
        display_name: None,
        kind: AccountKind::Service,
        region: None,
        expires: None,
        roles: vec![],
    };
    account::create(&ctx, &bot, IfExists::Fail, |_, _, _| Ok(())).unwrap();
    account::grant(&ctx, "admin", std::slice::from_ref(&mira)).unwrap();
    ctx.store
        .write(ctx.mode, |tx| {
            let hash = crate::store::credential::NewPassword {
                hash: "$apr1$x$y",
                require_change: None,
                needs_factor: false,
            };
            tx.put_password(&mira, &hash, ctx.now())?;
            tx.set_last_sign_in(&mira, Period::of_days(91).before(ctx.now()))
        })
        .unwrap();
    let (found, summary) = rows(&ctx);
    let words = |name: &str| {
        let row = found.iter().find(|row| row.name == name).unwrap();
        row.findings.join(" ")
    };
    assert_eq!(words("mira"), "dormant no-2fa weak-hash");
    assert_eq!(words("bot"), "service-without-expiry");
    assert_eq!(summary.accounts, 2);
    assert!(last(&ctx).unwrap().is_none());
    let event = sign_off(&ctx, &Query::default(), &summary).unwrap().event;
    let signed = last(&ctx).unwrap().unwrap();
    assert_eq!(Some(signed.event), event);
    assert_eq!(signed.data["rows_sha256"], summary.sha256.as_str());
    assert_eq!(signed.data["findings"]["weak-hash"], 1);
    // The same rows have the same digest; the looks in between do not count.
    assert_eq!(rows(&ctx).1.sha256, summary.sha256);
    account::grant(&ctx, "admin", &["bot".to_owned()]).unwrap();
    assert_ne!(rows(&ctx).1.sha256, summary.sha256);
}
