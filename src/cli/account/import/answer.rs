//! What an import answers: numbers, the first faults, and what to do next.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::clock::seconds_text;
use crate::base::text::{count, safe};
use crate::cli::context::Context;
use crate::cli::render::{Answer, Change, View};
use crate::domain::moving::Tally;
use crate::domain::moving::format::Format;

use super::Args;

/// How long sign-ins had to wait.
pub(super) fn tell(ctx: &Context, args: &Args, tally: &Tally) {
    if tally.seconds >= 1.0 && !ctx.flags.dry_run {
        let all = if args.batch.is_some() { "at most " } else { "" };
        ctx.ui.note(&format!(
            "sign-ins waited for {all}{:.1} seconds",
            tally.seconds
        ));
    }
}

/// What stood in the file and has not come along, and how to take it.
fn left_behind(tally: &Tally) -> Vec<String> {
    let mut lines = vec![];
    for (number, what, map) in [
        (tally.roles_left, "roles", "roles"),
        (tally.groups_left, "groups", "groups"),
        (tally.hashes_left, "other passwords", "hash"),
    ] {
        if number > 0 {
            lines.push(format!(
                "The {what} of {} stay behind; take them with `--map {map}={map}`",
                count(number, "account")
            ));
        }
    }
    if tally.factors_kept > 0 {
        lines.push(format!(
            "The second factors of {} stay behind: an account that is there keeps its own",
            count(tally.factors_kept, "account")
        ));
    }
    for (what, number) in &tally.untaken {
        lines.push(format!("Left behind, {}: {what}", count(*number, "time")));
    }
    lines
}

#[derive(Serialize)]
pub(super) struct Answered {
    #[serde(flatten)]
    change: Change,
    #[serde(skip)]
    lines: Vec<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        self.change.schema
    }

    fn view(&self) -> View {
        View::Parts(vec![self.change.view(), View::Lines(self.lines.clone())])
    }
}

pub(super) fn answered(ctx: &Context, format: Format, tally: &Tally) -> Answered {
    let numbers = |map: &mut dyn Iterator<Item = (String, u64)>| -> Map<String, Value> {
        map.map(|(key, number)| (key, number.into())).collect()
    };
    let schemes = numbers(
        &mut tally
            .schemes
            .iter()
            .map(|(key, number)| ((*key).to_owned(), *number)),
    );
    let passed = numbers(
        &mut tally
            .passed
            .iter()
            .map(|(key, number)| (key.clone(), *number)),
    );
    let words = [("roles", tally.roles_left), ("groups", tally.groups_left)];
    let left = words.into_iter().filter(|(_, number)| *number > 0);
    let untaken = numbers(
        &mut left
            .chain(tally.untaken.iter().map(|(key, number)| (*key, *number)))
            .map(|(key, number)| (key.to_owned(), number)),
    );
    let change = ctx
        .change("account-import", sentence(ctx, tally))
        .event(tally.last_event)
        .with("format", format.as_str())
        .with("rows", tally.rows)
        .with("created", tally.created)
        .with("updated", tally.updated)
        .with("unchanged", tally.unchanged)
        .with("skipped", tally.skipped)
        .with("restricted_left", tally.restricted)
        .with("failed", tally.failed)
        .with("resumed", tally.resumed)
        .with("schemes", schemes)
        .with("weak", tally.weak)
        .with("without_password", tally.without_password)
        .with("without_email", tally.without_email)
        .with("must_change", tally.must_change)
        .with("second_factors", tally.factors)
        .with("passed", passed)
        .with("left_behind", untaken)
        .with("batches", tally.batches)
        .with("first_event", tally.first_event)
        .with("file_sha256", tally.file_sha256.as_str());
    Answered {
        change,
        lines: lines(tally, format),
    }
}

fn sentence(ctx: &Context, tally: &Tally) -> String {
    let verb = if ctx.flags.dry_run {
        "Would import"
    } else {
        "Imported"
    };
    let mut parts = vec![];
    for (number, word) in [
        (tally.updated, "updated"),
        (tally.unchanged, "unchanged"),
        (tally.skipped, "skipped"),
        (tally.restricted, "restricted and left as they are"),
        (tally.failed, "not taken"),
    ] {
        if number > 0 {
            parts.push(format!("{number} {word}"));
        }
    }
    let tail = if parts.is_empty() {
        String::new()
    } else {
        format!(" ({})", parts.join(", "))
    };
    format!("{verb} {}{tail}", count(tally.created, "account"))
}

fn lines(tally: &Tally, format: Format) -> Vec<String> {
    let mut lines = vec![];
    if tally.resumed > 0 {
        lines.push(format!(
            "Went on from row {}: {} had been taken by an earlier run of the same file",
            tally.resumed.saturating_add(1),
            count(tally.resumed, "row")
        ));
    }
    if !tally.schemes.is_empty() {
        let schemes: Vec<String> = tally
            .schemes
            .iter()
            .map(|(scheme, number)| format!("{number} {scheme}"))
            .collect();
        lines.push(format!("Passwords: {}", schemes.join(", ")));
    }
    for (number, what) in [
        (
            tally.without_password,
            "without a password: give codes with `optimactl password reset`",
        ),
        (tally.without_email, "without an e-mail address"),
        (tally.factors, "second factors, which work at once"),
    ] {
        if number > 0 {
            lines.push(format!("{number} {what}"));
        }
    }
    if let Some(by) = tally.change_by.filter(|_| tally.must_change > 0) {
        lines.push(format!(
            "{} must change their password by {}",
            tally.must_change,
            seconds_text(by)
        ));
    }
    if tally.weak > 0 {
        let what = if tally.weak == 1 {
            "1 hash is".to_owned()
        } else {
            format!("{} hashes are", tally.weak)
        };
        lines.push(format!("{what} cheap to guess: see `optimactl password report`, and protect them with `optimactl password upgrade --wrap --all`"));
    }
    lines.extend(left_behind(tally));
    for (what, number) in &tally.passed {
        lines.push(format!("Passed over: {number} {}", safe(what)));
    }
    for fault in &tally.faults {
        lines.push(format!("Not taken: {}", fault.told(format.counts())));
    }
    let more = tally
        .failed
        .saturating_sub(u64::try_from(tally.faults.len()).unwrap_or(u64::MAX));
    if more > 0 {
        lines.push(format!(
            "Not taken: {more} more; `--report FILE` lists them"
        ));
    }
    lines
}
