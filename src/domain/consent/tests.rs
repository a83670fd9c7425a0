//! Consents: recorded once, replaced by a newer text, withdrawn for good.

use super::*;
use crate::base::clock::Clock;
use crate::base::error::Kind;
use crate::base::period::Period;
use crate::domain::fixture::{Fixture, Older, add_account};

fn new(ctx: &Context, version: &str, text: Option<&str>) -> NewConsent {
    NewConsent {
        account: "tom".to_owned(),
        purpose: "newsletter".to_owned(),
        version: version.to_owned(),
        text: text.map(str::to_owned),
        source: Channel::Web,
        given: Period::of_days(1).before(ctx.now()),
    }
}

fn given(ctx: &Context, version: &str, text: Option<&str>) -> Recorded {
    record(ctx, &new(ctx, version, text)).unwrap().value
}

fn rows(ctx: &Context, which: Which) -> Vec<ConsentRow> {
    let mut rows = vec![];
    list(ctx, None, which, |row| {
        rows.push(row);
        Ok(())
    })
    .unwrap();
    rows
}

#[test]
fn a_version_has_one_text_and_a_newer_consent_takes_the_place_of_the_older() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    let unknown = record(&ctx, &new(&ctx, "v1", None)).unwrap_err();
    assert_eq!(unknown.kind, Kind::NotFound);
    let first = given(&ctx, "v1", Some("We write to you."));
    assert!(first.changed && first.replaced.is_none());
    assert!(!given(&ctx, "v1", None).changed);
    assert!(!given(&ctx, "v1", Some("We write to you.")).changed);
    let other = record(&ctx, &new(&ctx, "v1", Some("We write to you daily."))).unwrap_err();
    assert_eq!(other.kind, Kind::Conflict);
    let second = given(&ctx, "v2", Some("We write to you daily."));
    assert_eq!(second.replaced, Some(first.row.id));
    assert_eq!(rows(&ctx, Which::InForce).len(), 1);
    assert_eq!(rows(&ctx, Which::All).len(), 2);
    assert!(
        ctx.store
            .read(|tx| is_given(tx, &tom, "newsletter"))
            .unwrap()
    );
    for wrong in ["", "a b", "ü", &"x".repeat(65)] {
        let wrong = record(&ctx, &new(&ctx, wrong, None)).unwrap_err();
        assert_eq!(wrong.kind, Kind::Usage);
    }
    let late = NewConsent {
        given: Period::of_days(1).after(ctx.now()),
        ..new(&ctx, "v2", None)
    };
    assert_eq!(record(&ctx, &late).unwrap_err().kind, Kind::Usage);
}

#[test]
fn a_withdrawal_is_as_easy_as_it_gets_and_the_receipt_tells_of_it() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    let row = given(&ctx, "v1", Some("We write to you.")).row;
    let take = |purpose| {
        let done = withdraw(&ctx, ("tom", purpose), Channel::Phone);
        done.unwrap().value.len()
    };
    assert_eq!((take(Some("other")), take(None), take(None)), (0, 1, 0));
    assert!(
        !ctx.store
            .read(|tx| is_given(tx, &tom, "newsletter"))
            .unwrap()
    );
    let shown = show(&ctx, &row.id).unwrap();
    assert_eq!(shown.row.why.as_deref(), Some("withdrawn"));
    let told = receipt(&shown, &Controller::default(), ctx.now());
    assert_eq!(
        told["pii_processing"]["privacy_notice"]["sha256"],
        row.sha256
    );
    assert_eq!(told["consent_events"].as_array().unwrap().len(), 2);
    let text = told.to_string();
    assert!(!text.contains("mail.example"));
    assert!(
        given(&ctx, "v1", None).changed,
        "given again, it is another one"
    );
}

#[test]
fn a_withdrawal_survives_the_restore_of_an_older_backup() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    given(&ctx, "v1", Some("We write to you."));
    let older = Older::of(&fixture, &ctx);
    given(&ctx, "v2", Some("We write to you daily."));
    withdraw(&ctx, ("tom", None), Channel::Web).unwrap();
    // The consent to the newer text is not in the image: neither it nor the older one may come back.
    let (_, again) = older.restore(&fixture, &ctx);
    assert!(
        !again
            .store
            .read(|tx| is_given(tx, &tom, "newsletter"))
            .unwrap()
    );
}

#[test]
fn a_withdrawal_counts_where_the_clock_went_back() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    let now = NewConsent {
        given: ctx.now(),
        ..new(&ctx, "v1", Some("We write to you."))
    };
    record(&ctx, &now).unwrap();
    let older = Older::of(&fixture, &ctx);
    ctx.clock = Clock::fixed(Period::of_seconds(60).before(ctx.now()));
    assert_eq!(
        withdraw(&ctx, ("tom", None), Channel::Web)
            .unwrap()
            .value
            .len(),
        1
    );
    let (_, again) = older.restore(&fixture, &ctx);
    for ctx in [&ctx, &again] {
        assert!(
            !ctx.store
                .read(|tx| is_given(tx, &tom, "newsletter"))
                .unwrap()
        );
    }
}

#[test]
fn a_look_is_recorded_with_how_many_were_seen() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    given(&ctx, "v1", Some("We write to you."));
    given(&ctx, "v2", Some("We write to you daily."));
    let told = |account: Option<&str>, which| {
        list(&ctx, account, which, |_| Ok(())).unwrap();
        let entry = ctx.store.read(|tx| tx.entry(tx.tree()?.size() - 1));
        let entry: serde_json::Value = serde_json::from_slice(&entry.unwrap().unwrap()).unwrap();
        entry["data"]["count"].clone()
    };
    assert_eq!(told(None, Which::InForce), 1);
    assert_eq!(told(None, Which::All), 2);
    assert_eq!(told(Some("tom"), Which::InForce), 1);
    assert_eq!(told(Some("tom"), Which::All), 2);
}
