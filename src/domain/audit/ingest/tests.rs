//! Whole runs: the same lines again, alike lines, hostile lines.

use proptest::prelude::*;

use super::shape::shape;
use super::stamp::Calendar;
use super::*;
use crate::domain::fixture::Fixture;

pub(super) fn options() -> Options {
    Options {
        format: None,
        map: None,
        source: None,
        origin: None,
        zone: Zone::UTC,
        year: None,
    }
}

fn run(ctx: &Context, options: Options, files: &[&[u8]]) -> Summary {
    let mut ingest = Ingest::new(ctx, options).unwrap();
    for file in files {
        let mut source = ingest.source(ctx);
        ingest
            .drain(ctx, &mut source, &mut &**file, &mut |_| {})
            .unwrap();
        ingest.end(ctx, &mut source, Ending::Take).unwrap();
    }
    ingest.finish(ctx).unwrap().0
}

const LINE: &str =
    "Feb 12 14:10:21 h sshd[16378]: Failed password for root from 192.0.2.1 port 5 ssh2\n";

#[test]
fn the_same_lines_are_added_once() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let log = LINE.repeat(3);
    let first = run(&ctx, options(), &[log.as_bytes()]);
    assert_eq!((first.lines, first.events, first.duplicates), (3, 3, 0));
    let again = run(&ctx, options(), &[log.as_bytes()]);
    assert_eq!((again.events, again.duplicates), (0, 3));
    // It grew.
    let grown = run(&ctx, options(), &[LINE.repeat(4).as_bytes()]);
    assert_eq!((grown.events, grown.duplicates), (1, 3));
    let size = ctx.store.read(|tx| tx.tree()).unwrap().size();
    run(&ctx, options(), &[log.as_bytes()]);
    assert_eq!(ctx.store.read(|tx| tx.tree()).unwrap().size(), size);
}

/// Every format, with a second 60 and with a count that no entry can hold: added or not understood, and the log
/// stays whole and takes the lines around them.
#[test]
fn no_line_breaks_the_log_or_ends_the_run() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let leap = [
        "{\"action\":\"a.b\",\"time\":\"2016-12-31T23:59:60Z\"}\n",
        "2016-12-31T23:59:60.5Z gate sshd[7]: x\n",
        "Nov 20 10:00:60 gate sshd[7]: x\n",
        "<34>1 2016-12-31T23:59:60Z h su - - - x\n",
        "CEF:0|v|p|1|c|n|1|rt=2016-12-31T23:59:60Z\n",
        "1.2.3.4 - - [22/Nov/2020:12:00:60 +0100] \"GET / HTTP/1.1\" 200 5\n",
    ];
    for line in leap {
        assert_eq!(run(&ctx, options(), &[line.as_bytes()]).events, 1, "{line}");
    }
    let map = "[[line]]\npattern = '^(?P<time>\\S+ \\S+) x'\naction = 'a.b'\ntime = '%Y-%m-%d %H:%M:%S'\n";
    let mapped = Options {
        map: Some(Map::parse(map).unwrap()),
        ..options()
    };
    assert_eq!(run(&ctx, mapped, &[b"2016-12-31 23:59:60 x\n"]).events, 1);
    let own = super::super::record::Foreign {
        time: crate::base::clock::parse("2016-12-31T23:59:60Z").ok(),
        ..Draft::new("a.d").foreign("vpn")
    };
    super::super::record::record(&ctx, &own).unwrap();
    for line in [
        "{\"action\":\"a.b\",\"count\":9007199254740993}\n",
        "Nov 20 10:00:05 h sshd[7]: message repeated 18446744073709551615 times: [ x]\n",
        "Nov 20 10:00:05 h sshd[7]: PAM 1000000001 more authentication failures; rhost=1.1.1.1\n",
        "Nov 20 10:00:05 h sudo: tom : 9007199254740993 incorrect password attempts ; TTY=a ; PWD=/ ; USER=root ; COMMAND=/x\n",
    ] {
        let good = if line.starts_with('{') {
            format!("{{\"action\":\"a.c\",\"id\":\"{}\"}}\n", line.len())
        } else {
            format!("Nov 20 10:00:00 h p: {}\n", line.len())
        };
        let summary = run(&ctx, options(), &[format!("{good}{line}").as_bytes()]);
        assert_eq!((summary.events, summary.unparsed), (1, 1), "{line}");
    }
    let request = crate::domain::audit::verify::Request::default();
    let report =
        crate::domain::audit::verify::verify(&ctx, &request, &mut crate::base::progress::silent);
    assert!(report.unwrap().is_good());
}

#[test]
fn another_source_or_year_is_another_event() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let with = |source: Option<&str>, year| Options {
        source: source.map(str::to_owned),
        year,
        ..options()
    };
    for said in [
        (None, None),
        (Some("web1"), None),
        (Some("web2"), None),
        (None, Some(2024)),
        (None, Some(2025)),
    ] {
        for events in [1, 0] {
            let summary = run(&ctx, with(said.0, said.1), &[LINE.as_bytes()]);
            assert_eq!(summary.events, events, "{said:?}");
        }
    }
}

#[test]
fn what_has_no_time_and_comes_through_a_pipe_is_new() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let lines = b"{\"action\":\"a.b\"}\n{\"action\":\"a.b\",\"id\":\"k\"}\n{\"action\":\"a.b\",\"time\":\"2026-11-20T10:00:00Z\"}\n";
    for events in [3, 1] {
        let mut ingest = Ingest::new(&ctx, options()).unwrap();
        let mut source = ingest.passing(&ctx);
        ingest
            .drain(&ctx, &mut source, &mut &lines[..], &mut |_| {})
            .unwrap();
        let summary = ingest.finish(&ctx).unwrap().0;
        assert_eq!((summary.events, summary.unkeyed), (events, 1));
    }
}

#[test]
fn a_key_that_was_told_is_shared_with_record() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let lines = b"{\"action\":\"a.b\",\"id\":\"k\",\"source\":\"vpn\"}\n{\"action\":\"a.c\",\"id\":\"k\",\"source\":\"vpn\"}\n";
    let first = run(&ctx, options(), &[lines]);
    assert_eq!((first.events, first.duplicates), (1, 1));
    let foreign = Draft::new("a.d").foreign("vpn");
    let foreign = super::super::record::Foreign {
        key: Some("k".to_owned()),
        ..foreign
    };
    assert!(super::super::record::record(&ctx, &foreign).unwrap().known);
}

#[test]
fn nobody_speaks_as_this_program() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let lines = b"{\"action\":\"a.b\",\"source\":\"optimactl\"}\n{\"action\":\"a.b\"}\n";
    let summary = run(&ctx, options(), &[lines]);
    assert_eq!(
        (summary.events, summary.refused, summary.unparsed),
        (1, 1, 1)
    );
    let named = Options {
        source: Some("OptimaCtl".to_owned()),
        ..options()
    };
    assert_eq!(
        Ingest::new(&ctx, named).err().unwrap().kind,
        crate::base::error::Kind::Refused
    );
}

#[test]
fn hostile_lines_are_counted_and_the_log_stays_whole() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mut log = LINE.as_bytes().to_vec();
    log.extend(b"Feb 12 14:10:21 h sshd[1]: Failed password for \x00\xff\x1b[31m from 192.0.2.1 port 5 ssh2\n\n");
    log.extend(vec![b'x'; 200_000]);
    log.extend(b"\nnothing known\n<13>1 2099-01-01T00:00:00Z h p - - - ahead\n");
    log.extend(
        b"9999-12-31T23:59:59-23:59 h p: x\nFeb 12 14:10:21 h p: message repeated 7 times: [ y]\n",
    );
    let summary = run(&ctx, options(), &[&log]);
    assert_eq!((summary.lines, summary.events, summary.unparsed), (7, 4, 3));
    assert_eq!(
        (
            summary.too_long,
            summary.ahead,
            summary.replaced,
            summary.repeated
        ),
        (1, 1, 1, 6)
    );
    let request = crate::domain::audit::verify::Request::default();
    let report =
        crate::domain::audit::verify::verify(&ctx, &request, &mut crate::base::progress::silent)
            .unwrap();
    assert!(report.is_good(), "{report:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let (text, _) = lines::text(&bytes);
        every_reader(&text);
    }

    #[test]
    fn anything_like_a_line_is_read(
        start in "(<[0-9]{1,3}>1? ?)?(Feb [0-9]{1,2} [0-9:]{4,8} |[0-9-]{8,10}T[0-9:.]{5,12}Z ?|CEF:0\\||\\{\"|1\\.2\\.3\\.4 - )?",
        words in proptest::collection::vec("(sshd\\[1\\]:|sudo:|Failed|password|for|from|port|user|\\[|\\]|\"|\\\\|=|\\||COMMAND=|message repeated 3 times: \\[|pam_unix\\(a:b\\):|\\PC{0,6}|[0-9.:]{1,9})", 0..14),
    ) {
        every_reader(&format!("{start}{}", words.join(" ")));
    }
}

fn every_reader(line: &str) {
    let formats = [
        Format::Jsonl,
        Format::Journald,
        Format::Syslog,
        Format::Cef,
        Format::Web,
    ];
    Format::of(line);
    shape(line);
    for format in formats {
        let Some(draft) = format.read(line) else {
            continue;
        };
        let now = crate::base::clock::parse("2026-11-22T12:00:00Z").unwrap();
        Calendar::new(Zone::parse("Europe/Berlin").unwrap(), None, now).place(draft.stamp);
        draft.stamp.minute();
        let source = draft.source.clone().unwrap_or_else(|| "s".to_owned());
        let action = draft.action.clone();
        let foreign = draft.foreign(&source);
        if format != Format::Jsonl {
            assert!(check(&foreign).is_ok(), "{action}: {foreign:?}");
        }
    }
}

/// What is nested so deep that no reader of the log gets to its end is not taken in; the line's own `ip` is the one that
/// counts, whatever else it calls so.
#[test]
fn depth_has_an_end_and_the_address_its_name() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let deep = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
    let lines = format!(
        "{{\"action\":\"a.b\",\"x\":{}}}\n{{\"action\":\"a.c\",\"x\":{}}}\n\
         {{\"action\":\"a.d\",\"fields\":{{\"ip\":\"192.0.2.2\"}},\"ip\":\"192.0.2.1:443\"}}\n",
        deep(60),
        deep(120)
    );
    let summary = run(&ctx, options(), &[lines.as_bytes()]);
    assert_eq!((summary.events, summary.unparsed), (2, 1));
    let mut shown = vec![];
    let query = super::super::query::Query {
        actions: vec!["a.*".to_owned()],
        ..super::super::query::Query::default()
    };
    let look = |tx: &crate::store::Tx<'_>| {
        super::super::query::each_shown(&ctx, tx, &query, u64::MAX, &mut |event| {
            shown.push(event);
            Ok(std::ops::ControlFlow::Continue(()))
        })
    };
    ctx.store.read(look).unwrap();
    assert_eq!(shown.len(), 2);
    assert_eq!(shown[1].personal["ip"], "192.0.2.1");
    assert_eq!(shown[1].personal["more_ip"]["ip"], "192.0.2.2");
}
