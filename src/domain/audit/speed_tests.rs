//! How fast the log is, measured on demand: `cargo test --release --lib speed -- --ignored --nocapture`.
//! Not a test of the machine: nothing is asserted about time.

use std::ops::ControlFlow;
use std::time::Instant;

use super::export::{Form, Values, Wanted, export_lines};
use super::query::{Query, each_shown};
use super::verify::{Depth, Request, verify};
use super::{Event, Outcome, Party, append_all};
use crate::base::progress::silent;
use crate::domain::fixture::Fixture;
use crate::store::Mode;
use crate::store::audit::Order;

const EVENTS: u64 = 300_000;

#[expect(
    clippy::print_stdout,
    reason = "the numbers are for the person who asked"
)]
fn say(text: &str) {
    println!("{text}");
}

#[test]
#[ignore = "measures speed; takes a minute"]
fn measure() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    ctx.clock = crate::base::clock::Clock::machine();
    let told = |what: &str, from: Instant, count: u64| {
        let seconds = from.elapsed().as_secs_f64();
        let count = f64::from(u32::try_from(count).unwrap());
        say(&format!(
            "{what}: {seconds:.2} s, {:.0} events/s",
            count / seconds
        ));
    };
    let start = Instant::now();
    ctx.store
        .write(Mode::Commit, |tx| {
            append_all(&ctx, tx, |log| {
                for n in 0..EVENTS {
                    log.append(&sample(n))?;
                }
                Ok(())
            })
        })
        .unwrap();
    told("append, one transaction", start, EVENTS);
    let start = Instant::now();
    for n in 0..500 {
        super::note(&ctx, &sample(n)).unwrap();
    }
    told("append, one durable transaction each", start, 500);
    for depth in [Depth::Full, Depth::Quick] {
        let start = Instant::now();
        let request = Request {
            depth,
            ..Request::default()
        };
        let report = verify(&ctx, &request, &mut silent).unwrap();
        assert!(report.is_good(), "{report:?}");
        told(&format!("verify {depth:?}"), start, report.events);
    }
    for (form, values) in [
        (Form::Jsonl, Values::PutBack),
        (Form::Jsonl, Values::LeftOut),
        (Form::Csv, Values::PutBack),
    ] {
        let query = Query::default();
        let wanted = Wanted {
            header: true,
            query: &query,
            form,
            values,
            end: u64::MAX,
            teller: super::export::Teller {
                origin: String::new(),
                host: String::new(),
            },
        };
        let start = Instant::now();
        let count = export_lines(&ctx, &wanted, &mut std::io::sink(), &mut silent).unwrap();
        told(&format!("export {form:?} {values:?}"), start, count.events);
    }
    queries(&ctx);
}

fn sample(n: u64) -> Event {
    let outcome = if n.is_multiple_of(11) {
        Outcome::Failure
    } else {
        Outcome::Success
    };
    let actions = ["auth.check", "account.change", "session.open", "file.read"];
    let action = actions[usize::try_from(n % 4).unwrap()];
    Event::foreign(action, "bench")
        .actor(Party::Id(format!("acc_{:05}", n * 7919 % 2000)))
        .target(format!("acc_{:05}", n * 104_729 % 5000))
        .outcome(outcome)
        .personal("ip", format!("203.0.113.{}", n % 256))
}

fn queries(ctx: &crate::domain::Context) {
    let page = Query {
        limit: Some(50),
        order: Order::NewestFirst,
        ..Query::default()
    };
    let asked = |name, change: fn(&mut Query)| {
        let mut query = page.clone();
        change(&mut query);
        (name, query)
    };
    let questions = [
        asked("newest", |_| {}),
        asked("actor", |query| query.actors = vec!["acc_00042".into()]),
        asked("actor and failure", |query| {
            query.actors = vec!["acc_00042".into()];
            query.outcomes = vec![Outcome::Failure];
        }),
        asked("auth.*", |query| query.actions = vec!["auth.*".into()]),
        asked("two actions, failures, oldest first", |query| {
            query.actions = vec!["auth.*".into(), "session.*".into()];
            query.outcomes = vec![Outcome::Failure];
            query.order = Order::OldestFirst;
        }),
        asked("ip", |query| {
            query.networks = vec!["203.0.113.7".parse().unwrap()];
        }),
    ];
    for (name, query) in questions {
        for round in ["cold", "warm"] {
            ask(ctx, &format!("{name} ({round})"), &query);
        }
    }
}

fn ask(ctx: &crate::domain::Context, name: &str, query: &Query) {
    let start = Instant::now();
    let mut count = 0;
    ctx.store
        .read(|tx| {
            each_shown(ctx, tx, query, u64::MAX, &mut |_| {
                count += 1;
                Ok(ControlFlow::Continue(()))
            })
        })
        .unwrap();
    let millis = start.elapsed().as_secs_f64() * 1000.0;
    say(&format!("query {name}: {millis:.2} ms, {count} found"));
}
