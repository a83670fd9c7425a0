//! Whole runs: the same lines again, alike lines, hostile lines.

use proptest::prelude::*;

use super::shape::shape;
use super::stamp::Calendar;
use super::*;
use crate::domain::fixture::Fixture;

fn options() -> Options {
    Options {
        format: None,
        map: None,
        source: None,
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
        ingest.end(ctx, &mut source).unwrap();
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
