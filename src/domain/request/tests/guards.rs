//! What nobody gets around: whose duplicate it is, whether it was done, who is meant, how sure it is who asks.

use super::register::{TOLD, at, made, of, opted_out};
use super::*;
use crate::domain::consent::{self, NewConsent};
use crate::domain::fixture::add_account;
use crate::domain::optout::What;
use crate::domain::privacy;
use crate::domain::request::words::{Appellant, Dismissal};
use crate::domain::restriction::{self, Ground};

fn from(ctx: &Context, (kind, law): (Type, Law), email: &str, day: &str) -> String {
    let new = NewRequest {
        subject: Subject::Email(EmailAddress::new(email).unwrap()),
        received: Received::On(day.parse().unwrap()),
        ..of(kind, law)
    };
    open(ctx, &new).unwrap().value.request.row.reference
}

fn aside(ctx: &Context, one: &str, first: &str) -> crate::base::error::Result<()> {
    dismiss(ctx, one, (Dismissal::Duplicate, Some(first))).map(drop)
}

#[test]
fn a_duplicate_is_the_same_persons_and_the_earlier_one_counts() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let access = (Type::Access, Law::Gdpr);
    let early = from(&ctx, access, "kim@example.org", "2026-11-10");
    let late = from(&ctx, access, "kim@example.org", "2026-11-20");
    let other = from(&ctx, access, "lee@example.org", "2026-11-20");
    for reference in [&late, &other] {
        verify(&ctx, reference, Proof::of(Method::Email)).unwrap();
    }
    let refused = aside(&ctx, &other, &late).unwrap_err();
    assert!(refused.message.contains("one person's"), "{refused}");
    let refused = aside(&ctx, &early, &late).unwrap_err();
    assert!(refused.message.contains("clock ends first"), "{refused}");
    verify(&ctx, &early, Proof::of(Method::Email)).unwrap();
    aside(&ctx, &late, &early).unwrap();
}

#[test]
fn one_that_is_closed_without_an_answer_answers_nobody_else() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let kind = (Type::OptOut, Law::Ccpa);
    for end in 0..3 {
        let first = from(&ctx, kind, "kim@example.org", "2026-11-20");
        let second = from(&ctx, kind, "kim@example.org", "2026-11-20");
        aside(&ctx, &second, &first).unwrap();
        match end {
            0 => withdraw(&ctx, &first, Channel::Email).map(drop),
            1 => deny(&ctx, &first, Code::SuspectedFraud, "Not you.").map(drop),
            _ => dismiss(&ctx, &first, (Dismissal::Mistake, None)).map(drop),
        }
        .unwrap();
        let history = show(&ctx, &second).unwrap();
        let row = &history.request.row;
        assert_eq!(
            (
                row.state.as_str(),
                row.closed,
                &row.outcome,
                &row.duplicate_of
            ),
            ("received", None, &None, &None)
        );
        assert_eq!(history.steps.last().unwrap().step, "reopen");
        assert!(!history.request.duties.is_empty());
        opted_out(&ctx, What::SaleSharing);
        // Its address is not known any more: what was recorded since it came stands for it.
        tell_recipients(&ctx, &second, &TOLD).unwrap();
        fulfil(&ctx, &second, None, &CLOSING).unwrap();
    }
}

fn consented(ctx: &Context) {
    let consent = NewConsent {
        account: "kim".to_owned(),
        purpose: "newsletter".to_owned(),
        version: "1".to_owned(),
        text: Some("We write.".to_owned()),
        source: privacy::Channel::Web,
        given: ctx.now(),
    };
    consent::record(ctx, &consent).unwrap();
}

#[test]
fn nobody_is_told_of_what_was_not_done() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let kim = add_account(&ctx, "kim");
    let ask = |kind: Type| {
        let new = NewRequest {
            subject: Subject::Account("kim".to_owned()),
            ..of(kind, kind.facts().law)
        };
        let reference = open(&ctx, &new).unwrap().value.request.row.reference;
        if kind == Type::Restriction {
            verify(&ctx, &reference, Proof::of(Method::SignIn)).unwrap();
        }
        reference
    };
    let end = |reference: &str, kind: Type| {
        if kind.facts().recipients == kind::Recipients::Tell {
            tell_recipients(&ctx, reference, &TOLD)?;
        }
        fulfil(&ctx, reference, None, &CLOSING)
    };
    consented(&ctx);
    let by_account = |what: What| {
        let new = crate::domain::optout::NewOptout {
            whose: crate::domain::optout::Whose::Account(kim.clone()),
            what,
            source: crate::domain::optout::Source::Request,
            channel: privacy::Channel::Web,
            received: ctx.now(),
        };
        crate::domain::optout::set(&ctx, &new).map(drop)
    };
    let act = |kind: Type| match kind {
        Type::OptOut => by_account(What::SaleSharing),
        Type::Limit => by_account(What::Limit),
        Type::Objection => by_account(What::DirectMarketing),
        Type::WithdrawConsent => {
            consent::withdraw(&ctx, ("kim", None), privacy::Channel::Email).map(drop)
        }
        _ => restriction::set(&ctx, &["kim".to_owned()], Ground::Claims).map(drop),
    };
    for (kind, missing) in [
        (Type::OptOut, "--what sale-sharing"),
        (Type::Limit, "--what limit"),
        (Type::Objection, "--what direct-marketing"),
        (Type::WithdrawConsent, "consent withdraw"),
        (Type::Restriction, "restriction set"),
    ] {
        let reference = ask(kind);
        let refused = end(&reference, kind).unwrap_err();
        assert!(refused.hint.unwrap().contains(missing), "{kind:?}");
        act(kind).unwrap();
        let row = end(&reference, kind).unwrap().value;
        assert_eq!(row.state, "fulfilled", "{kind:?}");
    }
}

#[test]
fn after_an_appeal_the_address_is_named_again_and_no_other() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let reference = made(&ctx, Type::Erasure, Law::Gdpr);
    verify(&ctx, &reference, Proof::of(Method::Email)).unwrap();
    let again = verify(&ctx, &reference, Proof::of(Method::Email)).unwrap_err();
    assert_eq!(again.kind, Kind::Conflict);
    deny(&ctx, &reference, Code::NoMatch, "Nobody.").unwrap();
    appeal(&ctx, &reference, (Appellant::Person, Channel::Email)).unwrap();
    decide(&ctx, &reference, (Decision::Reversed, "You are right.")).unwrap();
    let by = |email: &str| {
        let email = EmailAddress::new(email).unwrap();
        let proof = Proof {
            email: Some(&email),
            ..Proof::of(Method::Email)
        };
        verify(&ctx, &reference, proof)
    };
    let refused = by("lee@example.org").unwrap_err();
    assert!(refused.message.contains("did not come"), "{refused}");
    let row = by("KIM@example.org").unwrap().value;
    assert_eq!(row.email.as_deref(), Some("KIM@example.org"));
    by("kim@example.org").unwrap();
}

#[test]
fn nobody_signs_in_to_no_account() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "kim");
    let reference = made(&ctx, Type::Access, Law::Both);
    for method in [Method::SignIn, Method::TwoFactor] {
        let refused = verify(&ctx, &reference, Proof::of(method)).unwrap_err();
        assert!(refused.hint.unwrap().contains("--account"));
    }
    let proof = Proof {
        account: Some("kim"),
        ..Proof::of(Method::SignIn)
    };
    verify(&ctx, &reference, proof).unwrap();
}

#[test]
fn a_refusal_had_a_month_whatever_was_extended() {
    let fixture = Fixture::new();
    let ctx = at(&fixture, "2026-11-22T12:00:00Z");
    let notice = Extension {
        reason: "four systems",
        channel: Channel::Email,
    };
    let flags = |time: &str| {
        let reference = made(&ctx, Type::Access, Law::Gdpr);
        extend(&ctx, &reference, notice).unwrap();
        let then = at(&fixture, time);
        let done = deny(&then, &reference, Code::NoMatch, "Nobody.").unwrap();
        done.value.flags
    };
    assert_eq!(flags("2026-12-21T12:00:00Z"), "extended");
    assert_eq!(flags("2027-01-10T12:00:00Z"), "extended,late");
    // An answer in full has the longer time.
    let reference = made(&ctx, Type::KnowCategories, Law::Ccpa);
    let after = at(&fixture, "2026-12-30T12:00:00Z");
    let row = deny(&after, &reference, Code::NoMatch, "Nobody.").unwrap();
    assert_eq!(row.value.flags, "");
}

#[test]
fn whoever_brought_it_in_approves_nothing_of_it() {
    let fixture = Fixture::new();
    let one = register::acting(&fixture, 1000);
    let line = "{\"id\":\"7\",\"type\":\"erasure\",\"law\":\"gdpr\",\"received\":\"2026-11-01\",\"email\":\"kim@example.org\",\"state\":\"verified\",\"verified\":\"2026-11-02\",\"verified_how\":\"document\"}";
    let usual = import::Usual {
        calendar: Some("DE"),
        zone: chrono_tz::Europe::Berlin,
        now: one.now(),
    };
    let entries = import::read(line.as_bytes(), usual).unwrap();
    import::import(&one, entries).unwrap();
    let reference = "R-2026-0001";
    plan(&register::acting(&fixture, 1001), reference, |_, _, _| {
        Ok(())
    })
    .unwrap();
    let refused = approve(&one, reference).unwrap_err();
    assert!(refused.message.contains("you imported"), "{refused}");
    let third = register::acting(&fixture, 1002);
    approve(&third, reference).unwrap();
    // Nobody knows who opened this one.
    let unknown = made(&fixture.open(), Type::Erasure, Law::Gdpr);
    verify(&third, &unknown, Proof::of(Method::Email)).unwrap();
    plan(&one, &unknown, |_, _, _| Ok(())).unwrap();
    let refused = approve(&third, &unknown).unwrap_err();
    assert!(
        refused.message.contains("not known who opened"),
        "{refused}"
    );
}

#[test]
fn an_address_that_only_compares_alike_is_somebody_elses() {
    let fixture = Fixture::new();
    let ctx = super::register::at(&fixture, "2026-11-22T12:00:00Z");
    crate::domain::fixture::add_account(&ctx, "anna");
    let edit = crate::domain::account::Edit {
        email: Some(EmailAddress::new("Anna@strasse.example").unwrap()),
        ..crate::domain::account::Edit::default()
    };
    crate::domain::account::change(&ctx, "anna", &edit).unwrap();
    for (address, is_linked) in [
        ("anna@straße.example", false),
        ("ANNA@Strasse.example", true),
    ] {
        let new = NewRequest {
            subject: Subject::Email(EmailAddress::new(address).unwrap()),
            ..super::register::of(Type::Access, Law::Gdpr)
        };
        let row = open(&ctx, &new).unwrap().value.request.row;
        assert_eq!(row.account.is_some(), is_linked, "{address}");
    }
}
