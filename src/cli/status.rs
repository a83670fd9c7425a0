//! `status`: one screen, what needs attention first.

use serde::Serialize;

use crate::base::clock::{Time, days_between, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::text::{count, safe};
use crate::domain::status::{self, DueSoon, Status};
use crate::store::backup::BackupRow;

use super::context::{Context, Exit};
use super::examples::{self, Example};
use super::render::{Answer, View};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See what needs you today",
        line: "optimactl status",
    },
    Example {
        what: "The same for a dashboard",
        line: "optimactl status --format json",
    },
];

/// Show what needs attention today
///
/// Requests that are due, backups, accounts without a second factor, what failed in the last day, the age of keys
/// and of the newest checkpoint. Where the store cannot be looked at it says why, and ends with that code. It stays
/// open to whoever has an unlocker where only operators may act: it shows counts and references, no names. For
/// checks with an exit code see `optimactl doctor` and `optimactl request due`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity], &["optimactl doctor", "optimactl request due"]))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Answered {
    store: String,
    /// What needs somebody, most urgent first.
    attention: Vec<Attention>,
    /// Absent where the store could not be looked at.
    state: Option<State>,
}

#[derive(Serialize)]
struct Attention {
    text: String,
    command: String,
}

#[derive(Serialize)]
struct State {
    name: String,
    accounts: u64,
    locked: u64,
    disabled: u64,
    without_factor: u64,
    open_requests: usize,
    events: u64,
    checkpoint_size: Option<u64>,
    checkpoint_made: Option<String>,
    vouched_by: Option<String>,
    vouched_events: Option<u64>,
    vouched_time: Option<String>,
    backup_made: Option<String>,
    backup_verified: Option<String>,
    backup_restored: Option<String>,
    backup_made_days: Option<i64>,
    backup_verified_days: Option<i64>,
    backup_restored_days: Option<i64>,
    queued_notices: u64,
    access_reviewed: Option<String>,
    unlockers: usize,
    data_key_age_days: i64,
    troubles_24h: Vec<Trouble>,
}

#[derive(Serialize)]
struct Trouble {
    action: String,
    count: u64,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "status"
    }

    fn view(&self) -> View {
        let mut lines: Vec<String> = self
            .attention
            .iter()
            .flat_map(|item| [format!("! {}", item.text), format!("    {}", item.command)])
            .collect();
        if lines.is_empty() {
            lines.push("Nothing needs you today".to_owned());
        }
        let record = self.state.as_ref().map(state_lines).unwrap_or_default();
        View::Parts(vec![View::Lines(lines), View::Record(record)])
    }
}

fn state_lines(state: &State) -> Vec<(String, String)> {
    let line = |key: &str, value: String| (key.to_owned(), value);
    let or_never = |time: &Option<String>| time.clone().unwrap_or_else(|| "never".to_owned());
    let troubles: Vec<String> = state
        .troubles_24h
        .iter()
        .map(|trouble| format!("{} {}", trouble.count, trouble.action))
        .collect();
    vec![
        line("store", state.name.clone()),
        line(
            "accounts",
            format!(
                "{}, {} locked, {} disabled, {} can sign in without a second factor",
                state.accounts, state.locked, state.disabled, state.without_factor
            ),
        ),
        line("open requests", state.open_requests.to_string()),
        line(
            "backup made",
            ago(state.backup_made.as_deref(), state.backup_made_days),
        ),
        line(
            "backup verified",
            ago(state.backup_verified.as_deref(), state.backup_verified_days),
        ),
        line(
            "restore tested",
            ago(state.backup_restored.as_deref(), state.backup_restored_days),
        ),
        line("access reviewed", or_never(&state.access_reviewed)),
        line("notices to send", state.queued_notices.to_string()),
        line("events", state.events.to_string()),
        line("newest checkpoint", or_never(&state.checkpoint_made)),
        line("vouched for outside", vouched(state)),
        line(
            "failures recorded in 24 h",
            if troubles.is_empty() {
                "nothing".to_owned()
            } else {
                troubles.join(", ")
            },
        ),
        line(
            "keys",
            format!(
                "{}, data key {} old",
                count(i128::try_from(state.unlockers).unwrap_or(0), "unlocker"),
                count(state.data_key_age_days, "day")
            ),
        ),
    ]
}

pub(crate) fn run(_args: &Args, ctx: &mut Context) -> Result<Exit> {
    let store = ctx.folder()?.path().display().to_string();
    let now = ctx.clock.now();
    let mut trouble = None;
    let answer = match ctx.open_quietly().and_then(|core| status::status(&core)) {
        Ok(status) => Answered {
            store,
            attention: attention(&status, now),
            state: Some(state(status, now)),
        },
        Err(error) => {
            trouble = Some(error.kind);
            Answered {
                store,
                attention: vec![unseen(&error)],
                state: None,
            }
        }
    };
    ctx.answer_with(&answer, trouble)
}

/// A store that cannot be looked at needs attention before everything else.
fn unseen(error: &Error) -> Attention {
    let command = error
        .hint
        .clone()
        .unwrap_or_else(|| "optimactl doctor".to_owned());
    Attention {
        text: format!("the store cannot be looked at: {error}"),
        command,
    }
}

fn attention(status: &Status, now: Time) -> Vec<Attention> {
    let mut items: Vec<Attention> = status.due.iter().map(due).collect();
    items.extend(status.failing.iter().map(failing));
    items.extend(replaced(status, now));
    let mut add = |wanted: bool, text: String, command: &str| {
        if wanted {
            items.push(Attention {
                text,
                command: command.to_owned(),
            });
        }
    };
    let admins = status.accounts.admins_without_factor;
    add(
        admins > 0,
        format!("{} without a second factor", count(admins, "admin")),
        "optimactl 2fa status --all",
    );
    let age = status.backups.made.map(|made| days_between(made, now));
    add(
        age.is_none(),
        "no backup was ever made".to_owned(),
        "optimactl backup create --to DIR",
    );
    let days = age.unwrap_or(0);
    add(
        days > 1,
        format!("the last backup is {} old", count(days, "day")),
        "optimactl backup create",
    );
    let tested = status.backups.restored.map(|then| days_between(then, now));
    add(
        age.is_some() && tested.is_none_or(|days| days > 90),
        "no backup was restored and checked in the last 90 days".to_owned(),
        "optimactl backup verify --restore-test --latest",
    );
    add(
        status.ending_tokens > 0,
        format!(
            "{}: the end is within {}",
            count(i128::try_from(status.ending_tokens).unwrap_or(0), "token"),
            count(u64::from(status::TOKEN_DAYS), "day")
        ),
        "optimactl token list --filter 'expires<+14d and state=active'",
    );
    let key = days_between(status.data_key, now);
    add(
        key > 365,
        format!("the data key is {} old", count(key, "day")),
        "optimactl key rotate",
    );
    add(
        status.unlockers < 2,
        "one unlocker alone opens this store".to_owned(),
        "optimactl key add offline --recipient AGE",
    );
    items.extend(status.broken_promises.iter().map(broken));
    items
}

fn failing((action, event): &(&str, u64)) -> Attention {
    Attention {
        text: format!(
            "the last `{}` failed (event {event})",
            action.replace('.', " ")
        ),
        command: format!("optimactl audit show {event}"),
    }
}

/// Somebody has it in writing that this backup is gone.
fn broken((backup, gone_by): &(BackupRow, Time)) -> Attention {
    Attention {
        text: format!(
            "backup `{}` at {} was promised to be gone by {}",
            backup.id,
            safe(&backup.target),
            seconds_text(*gone_by)
        ),
        command: "optimactl backup prune --dry-run".to_owned(),
    }
}

fn replaced(status: &Status, now: Time) -> Option<Attention> {
    let days = days_between(status.replaced.last()?.replaced, now);
    (days > 7).then(|| Attention {
        text: format!(
            "what a restore replaced is kept for {}, with what was erased since",
            count(days, "day")
        ),
        command: "optimactl backup discard-replaced --all".to_owned(),
    })
}

/// Who holds something of the log that nobody here can change.
fn vouched(state: &State) -> String {
    let parts = (&state.vouched_by, state.vouched_events, &state.vouched_time);
    match parts {
        (Some(who), Some(events), Some(time)) => {
            format!("{} of {} by {}, {time}", events, state.events, safe(who))
        }
        _ => "nothing".to_owned(),
    }
}

/// A time, and how long ago that was.
fn ago(time: Option<&str>, days: Option<i64>) -> String {
    match (time, days) {
        (Some(time), Some(0)) => format!("{time} (less than a day ago)"),
        (Some(time), Some(days)) => format!("{time} ({} ago)", count(days, "day")),
        _ => "never".to_owned(),
    }
}

fn due(item: &DueSoon) -> Attention {
    let when = match (item.overdue, item.days_left) {
        (true, _) => "is overdue".to_owned(),
        (false, days) if days <= 0 => "must be done today".to_owned(),
        (false, days) => format!("must be done in {}", count(days, "day")),
    };
    Attention {
        text: format!(
            "{}: {} ({}) {when}, due {}",
            item.reference, item.duty.what, item.duty.law, item.duty.due
        ),
        command: format!("optimactl request show {}", item.reference),
    }
}

fn state(status: Status, now: Time) -> State {
    let text = |time: Option<Time>| time.map(seconds_text);
    let days = |time: Option<Time>| time.map(|time| days_between(time, now));
    State {
        name: status.name,
        accounts: status.accounts.all - status.accounts.removed,
        locked: status.accounts.locked,
        disabled: status.accounts.disabled,
        without_factor: status.accounts.without_factor,
        open_requests: status.open_requests,
        events: status.events,
        checkpoint_size: status.checkpoint.map(|(size, _)| size),
        checkpoint_made: text(status.checkpoint.map(|(_, made)| made)),
        vouched_events: status.outside.as_ref().map(|outside| outside.size),
        vouched_time: text(status.outside.as_ref().map(|outside| outside.time)),
        vouched_by: status.outside.map(|outside| outside.who),
        backup_made_days: days(status.backups.made),
        backup_verified_days: days(status.backups.verified),
        backup_restored_days: days(status.backups.restored),
        backup_made: text(status.backups.made),
        backup_verified: text(status.backups.verified),
        backup_restored: text(status.backups.restored),
        queued_notices: status.queued_notices,
        access_reviewed: text(status.reviewed),
        unlockers: status.unlockers,
        data_key_age_days: days_between(status.data_key, now),
        troubles_24h: status
            .troubles
            .into_iter()
            .map(|(action, count)| Trouble { action, count })
            .collect(),
    }
}
