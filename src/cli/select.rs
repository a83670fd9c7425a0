//! Which accounts a verb is for: named, listed in a file, matched by a filter, or all. Asks before it hands over
//! more than one.

use std::fs::File;

use chrono_tz::Tz;

use crate::base::error::{Error, Result};
use crate::base::text::{count, folded, safe};
use crate::domain::account::{self, FIELDS, Filter, Picks, Query, Removed};

use super::context::Context;
use super::{ask, file_guard};

/// The longest list of names, in bytes.
const LIST_LIMIT: u64 = 64 * 1024 * 1024;
/// How many names a question shows.
const SHOWN: usize = 8;

#[derive(clap::Args, Clone, Default)]
pub(crate) struct Select {
    /// The accounts: names, e-mail addresses or ids
    #[arg(value_name = "ACCOUNT")]
    accounts: Vec<String>,
    /// Every account that matches: `role=admin and 2fa=none`
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// The accounts that a file names, one a line (`-` for standard input)
    #[arg(long, value_name = "FILE")]
    names_from: Option<String>,
    /// Every account
    #[arg(long)]
    all: bool,
    /// Refuse if there are more accounts than this
    #[arg(long, value_name = "N")]
    max: Option<u64>,
}

/// Whether a verb asks even for one account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Danger {
    Mild,
    Moderate,
}

/// The accounts that were selected.
pub(crate) struct Picked {
    pub(crate) who: Vec<String>,
    /// Whether the answer is a list: anything but one named account.
    pub(crate) many: bool,
}

impl Select {
    /// Resolves the selection and asks where it must; `what` makes the sentence that is asked about. The store
    /// is closed again afterwards.
    pub(crate) fn pick(
        &self,
        ctx: &mut Context,
        danger: Danger,
        removed: Removed,
        what: impl Fn(&str) -> String,
    ) -> Result<Picked> {
        let found = self.found(ctx, removed)?;
        let size = u64::try_from(found.ids.len()).unwrap_or(u64::MAX);
        if let Some(max) = self.max.filter(|max| size > *max) {
            return Err(
                Error::refused(format!("{size} accounts, more than the {max} of `--max`"))
                    .hint("name fewer, or raise `--max`"),
            );
        }
        if size > 1 || size == 1 && danger == Danger::Moderate {
            ask::confirm(ctx, &what(&subject(&found)))?;
        }
        Ok(Picked {
            who: found.ids,
            many: self.accounts.len() != 1,
        })
    }

    /// How the accounts were chosen, for an event that tells of many at once.
    pub(crate) fn chosen(&self) -> String {
        match (&self.filter, &self.names_from) {
            (Some(filter), _) => format!("--filter {filter}"),
            (_, Some(from)) => format!("--names-from {from}"),
            _ if self.all => "--all".to_owned(),
            _ => self.accounts.join(" "),
        }
    }

    /// What finds each account, and the first names.
    fn found(&self, ctx: &mut Context, removed: Removed) -> Result<Picks> {
        let as_typed = |ids: Vec<String>| Picks {
            names: ids.iter().take(SHOWN).cloned().collect(),
            ids,
        };
        match (
            self.accounts.as_slice(),
            &self.filter,
            &self.names_from,
            self.all,
        ) {
            ([_, ..], None, None, false) => {
                let mut seen = std::collections::HashSet::new();
                let mut names = self.accounts.clone();
                names.retain(|name| seen.insert(folded(name)));
                Ok(as_typed(names))
            }
            ([], None, Some(from), false) => Ok(as_typed(names_from(ctx, from)?)),
            ([], filter, None, all) if filter.is_some() != all => {
                let filter = filter.as_deref().map(|typed| read_filter(ctx, typed));
                let query = Query {
                    filter: filter.transpose()?,
                    removed,
                    ..Query::default()
                };
                account::pick(&ctx.open()?, &query, self.max)
            }
            ([], None, None, false) => Err(Error::usage("no account is named")
                .hint("name accounts, or choose them with `--filter`, `--names-from` or `--all`")),
            _ => Err(Error::usage(
                "accounts, `--filter`, `--names-from` and `--all` exclude each other",
            )),
        }
    }
}

/// Reads a filter of accounts.
pub(crate) fn read_filter(ctx: &Context, typed: &str) -> Result<Filter> {
    Filter::parse(typed, FIELDS, ctx.clock.now(), &zone(ctx)?)
}

/// The zone in which dates that are typed begin.
pub(crate) fn zone(ctx: &Context) -> Result<Tz> {
    let name = ctx.settings.text("controller.timezone").unwrap_or("UTC");
    name.parse().map_err(|_| {
        Error::usage(format!("`{}` is not a time zone", safe(name)))
            .hint("set `controller.timezone` to a name such as `Europe/Berlin`")
    })
}

/// `mira`, or `3 accounts: mira, tom, zoe`.
fn subject(found: &Picks) -> String {
    if let ([_], [name]) = (found.ids.as_slice(), found.names.as_slice()) {
        return format!("`{}`", safe(name));
    }
    let shown: Vec<String> = found
        .names
        .iter()
        .take(SHOWN)
        .map(|name| safe(name))
        .collect();
    let more = found.ids.len().saturating_sub(shown.len());
    let tail = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    let size = u64::try_from(found.ids.len()).unwrap_or(u64::MAX);
    format!("{}: {}{tail}", count(size, "account"), shown.join(", "))
}

/// One name a line; a line twice, also in another case or Unicode form, is refused.
fn names_from(ctx: &mut Context, from: &str) -> Result<Vec<String>> {
    let text = if from == "-" {
        let input = ctx.stdin.take("--names-from -")?;
        file_guard::bounded(input, LIST_LIMIT, "standard input")?
    } else {
        let path = std::path::Path::new(from);
        let file = File::open(path).map_err(|error| Error::io("open", path, &error))?;
        file_guard::bounded(file, LIST_LIMIT, &format!("`{from}`"))?
    };
    let mut seen = std::collections::HashMap::new();
    let mut names = vec![];
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    for (number, line) in text.lines().enumerate() {
        let name = line.trim_end_matches('\r');
        if name.trim().is_empty() {
            continue;
        }
        if let Some(first) = seen.insert(folded(name), number + 1) {
            return Err(Error::usage(format!(
                "line {} of `{}` names `{}` again, after line {first}",
                number + 1,
                safe(from),
                safe(name)
            )));
        }
        names.push(name.to_owned());
    }
    Ok(names)
}
