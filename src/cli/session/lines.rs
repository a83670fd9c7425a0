//! `session record --stdin`: sign-ins as JSON lines, each bounded, all of them in one transaction.

use std::io::{BufRead, Read as _};

use serde_json::{Map, json};
use zeroize::Zeroizing;

use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::select::zone;
use crate::domain::session::{self, Line, OnError, Outcome, read_line};

/// The longest line, in bytes: a user agent may be long, a sign-in is not.
const LONGEST: u64 = 64 * 1024;
/// How many lines one run takes.
const MOST: usize = 100_000;
/// How many lines that were left out are told.
const SHOWN: usize = 100;

impl From<bool> for OnError {
    fn from(go_on: bool) -> Self {
        if go_on { Self::Skip } else { Self::Stop }
    }
}

pub(super) fn run(ctx: &mut Context, ttl: Period, on_error: OnError) -> Result<Exit> {
    let (now, zone) = (ctx.clock.now(), zone(ctx)?);
    let mut input = ctx.stdin.take("--stdin")?;
    let mut lines = vec![];
    let mut number = 0;
    while let Some(line) = next(&mut input, number + 1)? {
        number += 1;
        if number > MOST {
            return Err(
                Error::usage(format!("standard input has more than {MOST} lines"))
                    .hint("give it in parts: `split -l 100000`"),
            );
        }
        let told = line.and_then(|text| read_line(&text, now, zone));
        match told {
            Ok(None) => {}
            Ok(Some(told)) => lines.push((number, Ok(told))),
            Err(error) => lines.push((number, Err(error))),
        }
    }
    let core = ctx.open()?;
    let done = session::record_all(&core, lines, ttl, on_error)?;
    drop(core);
    answer(ctx, &done)
}

/// The next line without its end. A line that is too long or no text is skipped to its end and told as such.
fn next(input: &mut impl BufRead, number: usize) -> Result<Option<Result<Zeroizing<String>>>> {
    let broken = |error| Error::failed("cannot read standard input").because(error);
    let mut bytes = Zeroizing::new(vec![]);
    let taken = input
        .by_ref()
        .take(LONGEST + 1)
        .read_until(b'\n', &mut bytes)
        .map_err(broken)?;
    if taken == 0 {
        return Ok(None);
    }
    if u64::try_from(taken).unwrap_or(u64::MAX) > LONGEST && bytes.last() != Some(&b'\n') {
        input.skip_until(b'\n').map_err(broken)?;
        return Ok(Some(Err(Error::usage(format!(
            "the line is longer than {LONGEST} bytes"
        )))));
    }
    if bytes.contains(&0) {
        return Ok(Some(Err(Error::usage("the line contains a NUL byte"))));
    }
    let Ok(text) = std::str::from_utf8(&bytes) else {
        return Ok(Some(Err(Error::usage("the line is not UTF-8 text"))));
    };
    let text = text.trim_end_matches(['\n', '\r']);
    let text = if number == 1 {
        text.strip_prefix('\u{feff}').unwrap_or(text)
    } else {
        text
    };
    Ok(Some(Ok(Zeroizing::new(text.to_owned()))))
}

fn answer(ctx: &Context, done: &[Line]) -> Result<Exit> {
    let (mut new, mut seen, mut ended) = (0_u64, 0_u64, 0_u64);
    let mut wrong = vec![];
    for line in done {
        match &line.outcome {
            Ok(Outcome::New) => new += 1,
            Ok(Outcome::Seen) => seen += 1,
            Ok(Outcome::Ended(_)) => ended += 1,
            Err(error) => wrong.push((line.number, error)),
        }
    }
    let verb = if ctx.flags.dry_run {
        "Would record"
    } else {
        "Recorded"
    };
    let failed = wrong.len();
    let left_out = u64::try_from(failed).unwrap_or(u64::MAX);
    let mut parts = vec![format!("{verb} {}", count(new, "new session"))];
    for (many, what) in [
        (seen, "seen again"),
        (ended, "ended before and left so"),
        (left_out, "left out"),
    ] {
        if many > 0 {
            parts.push(format!("{many} {what}"));
        }
    }
    let sentence = parts.join("; ");
    let mut errors = vec![];
    for (number, error) in wrong.iter().take(SHOWN) {
        ctx.ui.warn(&format!("line {number}: {}", error.message));
        let mut item = Map::new();
        item.insert("line".to_owned(), json!(number));
        item.insert("code".to_owned(), error.kind.code().into());
        item.insert("message".to_owned(), error.message.clone().into());
        errors.push(item);
    }
    let change = ctx
        .change("session-record", sentence)
        .with("outcome", "many")
        .with("new", new)
        .with("seen", seen)
        .with("ended", ended)
        .with("failed", failed)
        .with(
            "errors",
            errors
                .into_iter()
                .map(Into::into)
                .collect::<Vec<serde_json::Value>>(),
        );
    ctx.answer_with(&change, (failed > 0).then_some(Kind::Partial))
}
