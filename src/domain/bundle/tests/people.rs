//! The people of the tests, with everything that a store can hold about one of them.

use super::{EVIL, OTHER};
use crate::base::clock;
use crate::base::error::Result;
use crate::domain::audit::{self, Event, Party};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::consent::{ConsentRow, ConsentText};
use crate::store::factor::FactorRow;
use crate::store::hold::HoldRow;
use crate::store::optout::{ChoiceKind, OptoutRow};
use crate::store::request::RequestRow;
use crate::store::session::SessionRow;
use crate::store::token::TokenRow;

fn account(id: &str, name: &str, email: &str) -> AccountRow {
    let now = clock::parse("2026-01-05T09:00:00Z").unwrap();
    AccountRow {
        id: id.to_owned(),
        name: name.to_owned(),
        email: Some(email.to_owned()),
        display_name: Some(EVIL.to_owned()),
        kind: crate::store::account::AccountKind::Person,
        region: Some("DE".to_owned()),
        created: now,
        changed: now,
        expires: None,
        disabled: None,
        locked_until: None,
        lock_reason: Some(EVIL.to_owned()),
        removed: None,
        restricted: None,
        last_sign_in: Some(now),
        version: 1,
        imported: None,
        roles: vec![],
        groups: vec![],
        password_set: None,
        code_until: None,
        factors: 0,
    }
}

/// Two people, one of them an administrator of the other; sign-ins, a role, a factor, a request.
pub(super) fn people(ctx: &Context) -> String {
    let subject = "acc_0000000000000001";
    // A name that is nobody's yet stands in the log under a pseudonym.
    let early = Event::foreign("shop.order", "shop")
        .actor(Party::Name("kim@example.org".to_owned()))
        .personal("ip", "203.0.113.44")
        .personal("url", "https://example.org/secret-door");
    audit::note(ctx, &early).unwrap();
    // So does one that somebody else had, or tried, before.
    let earlier = Event::foreign("auth.login", "shop")
        .actor(Party::Name("kim".to_owned()))
        .personal("ip", "198.51.100.55")
        .personal("user_agent", "EarlierHolder/1.0");
    audit::note(ctx, &earlier).unwrap();
    audit::change(ctx, Event::new("account.create"), |tx, event| {
        tx.insert_account(&account(subject, "kim", "kim@example.org"))?;
        tx.insert_account(&account("acc_0000000000000002", "otherperson", OTHER))?;
        let secret = b"TOTPSECRETTOTPSECRET".to_vec().into();
        let factor = FactorRow::pending("fac_1".to_owned(), secret, ctx.now());
        tx.insert_factor(subject, &factor)?;
        ways_in(ctx, tx, subject)?;
        event.set_target(subject);
        event.set_personal("email", "kim@example.org");
        event.set_personal("note", OTHER);
        Ok(())
    })
    .unwrap();
    let months = ["2026-02-03", "2026-02-17", "2026-05-09", "2026-11-20"];
    for day in months {
        let at = clock::parse(&format!("{day}T08:00:00Z")).unwrap();
        let login = Event::new("auth.login")
            .actor(Party::Id(subject.to_owned()))
            .at(at)
            .personal("ip", "203.0.113.9")
            .personal("user_agent", EVIL);
        audit::note(ctx, &login).unwrap();
        let other = Event::new("account.show")
            .actor(Party::Id("acc_0000000000000002".to_owned()))
            .target(subject)
            .at(at)
            .personal("ip", "198.51.100.77")
            .personal("reason", OTHER);
        audit::note(ctx, &other).unwrap();
    }
    let changed = Event::new("account.change")
        .target(subject)
        .personal("name_before", "kimberly")
        .personal("name", "kim")
        .personal("email_before", "old@example.org")
        .personal("reason", OTHER);
    audit::note(ctx, &changed).unwrap();
    let event = Event::new("request.open").target(subject);
    let opened = audit::change(ctx, event, |tx, _| {
        let row = asked(ctx, subject);
        tx.insert_request(&row)?;
        tx.insert_pause(&row.id, "identity", "2026-11-01")?;
        decided(ctx, tx, subject)?;
        Ok(row)
    });
    opened.unwrap().value.id
}

/// A session and a token, whose digests spell a word that must be nowhere, and a notice.
fn ways_in(ctx: &Context, tx: &Tx<'_>, subject: &str) -> Result<()> {
    let digest = b"DIGESTDIGESTDIGESTDIGESTDIGESTDI";
    let session = SessionRow {
        id: "ses_secret".to_owned(),
        account: subject.to_owned(),
        name: "kim".to_owned(),
        ip: Some("203.0.113.21".to_owned()),
        user_agent: Some(EVIL.to_owned()),
        created: ctx.now(),
        seen: ctx.now(),
        expires: ctx.now(),
        revoked: None,
        why: None,
    };
    tx.insert_session(&session, Some(digest))?;
    let token = TokenRow {
        id: "tok_secret".to_owned(),
        account: subject.to_owned(),
        account_name: "kim".to_owned(),
        kind: "person".to_owned(),
        name: EVIL.to_owned(),
        scopes: vec!["mail.read".to_owned()],
        created: ctx.now(),
        expires: None,
        last_used: None,
        refused: None,
        replaced_by: None,
        revoked: None,
        why: None,
    };
    tx.insert_token(&token, digest)?;
    tx.queue_notice("ntc_1", subject, "token-new", ctx.now())
}

/// A consent, an objection, a restriction and a hold.
fn decided(ctx: &Context, tx: &Tx<'_>, subject: &str) -> Result<()> {
    let text = format!("Yes, mail me. {EVIL}");
    let sha256 = data_encoding::HEXLOWER.encode(&crate::crypto::seal::sha256(text.as_bytes()));
    let consent = ConsentRow {
        id: "cns_1".to_owned(),
        account: subject.to_owned(),
        name: "kim".to_owned(),
        purpose: "newsletter".to_owned(),
        version: "2026-01".to_owned(),
        sha256: sha256.clone(),
        source: "web".to_owned(),
        given: ctx.now(),
        ended: None,
        why: None,
        through: None,
    };
    tx.insert_consent_text(&ConsentText {
        purpose: consent.purpose.clone(),
        version: consent.version.clone(),
        sha256,
        text,
        added: ctx.now(),
    })?;
    tx.insert_consent(&consent)?;
    let choice = OptoutRow {
        id: "opt_1".to_owned(),
        account: Some(subject.to_owned()),
        name: None,
        digest: None,
        what: "direct-marketing".to_owned(),
        source: "request".to_owned(),
        channel: "email".to_owned(),
        received: ctx.now(),
        honored: ctx.now(),
        cleared: None,
    };
    tx.insert_optout(&choice, ChoiceKind::Objection)?;
    tx.restrict_account(subject, "accuracy", ctx.now())?;
    tx.insert_hold(&HoldRow {
        id: "hld_1".to_owned(),
        subject: Some(subject.to_owned()),
        name: None,
        classes: vec!["contact".to_owned()],
        basis: OTHER.to_owned(),
        owner: OTHER.to_owned(),
        placed: ctx.now(),
        review: ctx.now(),
        reviewed: None,
        released: None,
    })
}

pub(super) fn asked(ctx: &Context, subject: &str) -> RequestRow {
    RequestRow {
        id: "req_1".to_owned(),
        reference: "R-2026-0001".to_owned(),
        account: Some(subject.to_owned()),
        email: None,
        email_digest: None,
        kind: "access".to_owned(),
        law: "gdpr".to_owned(),
        state: "in-progress".to_owned(),
        code: None,
        text: None,
        received: ctx.now(),
        zone: "Europe/Berlin".to_owned(),
        calendar: "DE".to_owned(),
        channel: "web".to_owned(),
        opened: ctx.now(),
        acknowledged: None,
        verified: Some(ctx.now()),
        verified_how: Some("sign-in".to_owned()),
        extended: None,
        built: None,
        delivered: None,
        closed: None,
        flags: String::new(),
        fee: Some("12.50 EUR".to_owned()),
        ..RequestRow::default()
    }
}
