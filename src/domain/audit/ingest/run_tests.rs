//! What the log is told of a run, however it ends.

use super::tests::options;
use super::*;
use crate::domain::audit::query::{Query, each_shown};
use crate::domain::audit::shown::Shown;
use crate::domain::fixture::Fixture;
use crate::store::audit::tamper;
use crate::store::{Mode, Tx};

fn lines(count: u32) -> String {
    let line = |n: u32| format!("2026-11-20T10:00:00Z gate cron: job {n}\n");
    (0..count).map(line).collect()
}

fn told(ctx: &Context) -> Vec<Shown> {
    let query = Query {
        actions: vec!["audit.ingest".to_owned()],
        ..Query::default()
    };
    let mut told = vec![];
    let mut keep = |event| {
        told.push(event);
        Ok(std::ops::ControlFlow::Continue(()))
    };
    ctx.store
        .read(|tx| each_shown(ctx, tx, &query, u64::MAX, &mut keep))
        .unwrap();
    told
}

fn counts(event: &Shown) -> (&str, Option<u64>, Option<u64>) {
    let number = |key: &str| event.data.get(key).and_then(Value::as_u64);
    (&event.outcome, number("written"), number("last"))
}

#[test]
fn a_run_is_told_in_the_transaction_of_its_last_lines() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let before = ctx.store.read(|tx| tx.tree()).unwrap().size();
    let mut ingest = Ingest::new(&ctx, options()).unwrap();
    let mut source = ingest.source(&ctx);
    let text = lines(3);
    ingest
        .drain(&ctx, &mut source, &mut text.as_bytes(), &mut |_| {})
        .unwrap();
    ingest.finish(&ctx).unwrap();
    let told = told(&ctx);
    assert_eq!(told.len(), 1);
    assert_eq!(counts(&told[0]), ("success", Some(3), Some(before + 2)));
    assert_eq!(told[0].seq, before + 3);
}

/// What a kill leaves: an announcement with how far it came, which the next command concludes.
#[test]
fn a_long_run_announces_itself_and_notes_how_far_it_came() {
    let fixture = Fixture::new();
    let text = lines(17_000);
    let drained = |ctx: &Context| {
        let mut ingest = Ingest::new(ctx, options()).unwrap();
        let mut source = ingest.source(ctx);
        ingest
            .drain(ctx, &mut source, &mut text.as_bytes(), &mut |_| {})
            .unwrap();
        ingest
    };
    let ctx = fixture.open();
    assert!(drained(&ctx).is_open());
    let intents = ctx.store.read(|tx| tx.intents()).unwrap();
    assert_eq!(intents.len(), 1);
    let (seq, action, _) = &intents[0];
    assert_eq!(action, "audit.ingest");
    let written = ctx.store.read(|tx| tx.progress_of(*seq)).unwrap();
    assert!((16_000..17_000).contains(&written), "{written}");
    // The next run brings the rest, and tells of that.
    let summary = drained(&ctx).finish(&ctx).unwrap().0;
    assert_eq!(summary.events + written, 17_000);
    let found = told(&ctx);
    let outcomes: Vec<_> = found.iter().map(|event| event.outcome.as_str()).collect();
    assert!(
        outcomes.contains(&"intent") && outcomes.contains(&"success"),
        "{outcomes:?}"
    );
    // One that fails says so by itself.
    let mut third = Ingest::new(&ctx, options()).unwrap();
    let mut source = third.source(&ctx);
    let more = text.replace("job", "other");
    third
        .drain(&ctx, &mut source, &mut more.as_bytes(), &mut |_| {})
        .unwrap();
    third.fail(&ctx, &Error::failed("x"));
    assert_eq!(ctx.store.read(|tx| tx.intents()).unwrap().len(), 1);
    let failed = told(&ctx);
    let failed = failed
        .iter()
        .find(|event| event.outcome == "failure")
        .unwrap();
    assert!(counts(failed).1.is_some_and(|written| written >= 16_000));
}

/// Ids that version 4 took in stand in another table.
#[test]
fn an_id_of_an_older_version_brings_no_second_event() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let old = |tx: &Tx<'_>| tx.insert_event_key("shop", "e1", 0);
    ctx.store.write(Mode::Commit, old).unwrap();
    let line =
        |id: &str| format!("{{\"action\":\"shop.order\",\"source\":\"shop\",\"id\":\"{id}\"}}\n");
    let text = ["e1", "e2", "e2"].map(line).concat();
    let mut ingest = Ingest::new(&ctx, options()).unwrap();
    let mut source = ingest.source(&ctx);
    ingest
        .drain(&ctx, &mut source, &mut text.as_bytes(), &mut |_| {})
        .unwrap();
    let summary = ingest.finish(&ctx).unwrap().0;
    assert_eq!((summary.events, summary.duplicates), (1, 2));
}

/// A full disk in the middle of a transaction: what is written later is what would have been written then.
#[test]
fn a_batch_that_failed_is_written_as_it_was_read() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let text: String = ["mail.gw.example", "web.gw.example"]
        .map(|source| format!("{{\"action\":\"a.b\",\"source\":\"{source}\",\"id\":\"1\"}}\n"))
        .concat();
    let drained = || {
        let mut ingest = Ingest::new(&ctx, options()).unwrap();
        let mut source = ingest.source(&ctx);
        ingest
            .drain(&ctx, &mut source, &mut text.as_bytes(), &mut |_| {})
            .unwrap();
        ingest
    };
    let mut first = drained();
    tamper::run(
        &ctx.store,
        "CREATE TRIGGER full BEFORE INSERT ON told_key WHEN EXISTS (SELECT 1 FROM told_key)
         BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    assert!(first.settle(&ctx).is_err());
    tamper::run(&ctx.store, "DROP TRIGGER full");
    let summary = first.finish(&ctx).unwrap().0;
    assert_eq!(
        (summary.events, summary.duplicates, summary.named),
        (2, 0, 2)
    );
    let again = drained().finish(&ctx).unwrap().0;
    assert_eq!((again.events, again.duplicates), (0, 2));
}
