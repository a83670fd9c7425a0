//! `account export`: accounts in the forms that other programs read. Streams; only fields that are listed here
//! leave the store, and hashes only where the caller encrypts.

mod csv;
mod jsonl;
mod ldif;
mod scim;

use std::io::Write;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::progress::{Progress, Report};
use crate::crypto::password;
use crate::domain::audit::{self, Event, Severity};
use crate::domain::{Context, account};
use crate::store::Tx;
use crate::store::account::{AccountRow, Going};
use crate::store::moving::FactorParts;

/// How the accounts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Jsonl,
    Csv,
    Scim,
    Ldif,
}

impl Form {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Scim => "scim",
            Self::Ldif => "ldif",
        }
    }
}

/// Whether what accounts sign in with goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrets {
    Left,
    /// Hashes and second factors: only into an encrypted file.
    Taken,
}

/// What to export.
pub struct Wanted {
    pub form: Form,
    pub filter: Option<account::Filter>,
    /// The filter as typed, for the event.
    pub typed: Option<String>,
    pub secrets: Secrets,
    /// To whom it is encrypted, as fingerprints for the event.
    pub recipients: Vec<String>,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Exported {
    pub accounts: u64,
    pub hashes: u64,
    /// Hashes that hold a pepper of this store: they verify nowhere else and are left out.
    pub peppered: u64,
    pub factors: u64,
    /// Second factors that stay behind.
    pub factors_left: u64,
    /// Accounts that stay behind because their data are only stored.
    pub restricted: u64,
}

/// An account with what goes along.
struct Leaving {
    row: AccountRow,
    hash: Option<String>,
    require_change: Option<String>,
    factors: Vec<FactorParts>,
}

/// Records that the accounts are read and gives the event's number; call it before [`export`].
pub fn record(ctx: &Context, wanted: &Wanted) -> Result<()> {
    let severity = match wanted.secrets {
        Secrets::Left => Severity::Medium,
        Secrets::Taken => Severity::High,
    };
    let mut event = Event::new("account.export")
        .severity(severity)
        .field("format", wanted.form.as_str());
    if wanted.secrets == Secrets::Taken {
        event.set("what", "hashes");
    }
    if !wanted.recipients.is_empty() {
        event.set("recipients", wanted.recipients.clone());
    }
    if let Some(typed) = &wanted.typed {
        event.set_personal("filter", typed.as_str());
    }
    audit::read(ctx, event, |_, _| Ok(()))
}

/// Writes every account that matches, by name; removed ones stay behind, and so do those whose data are only stored
/// (GDPR Art. 18(2)).
pub fn export(
    ctx: &Context,
    wanted: &Wanted,
    out: &mut dyn Write,
    report: &mut Report<'_>,
) -> Result<Exported> {
    let mut done = Exported::default();
    let form = wanted.form;
    put(out, &head(wanted))?;
    ctx.store.read(|tx| {
        account::walk(ctx, tx, wanted.filter.as_ref(), |row| {
            if row.restricted.is_some() {
                done.restricted += 1;
                return Ok(Going::On);
            }
            let leaving = leaving(tx, row, wanted.secrets, &mut done)?;
            let text = match form {
                Form::Jsonl => jsonl::line(&leaving)?,
                Form::Csv => csv::line(&leaving, wanted.secrets)?,
                Form::Scim => scim::resource(&leaving, done.accounts),
                Form::Ldif => ldif::record(&leaving),
            };
            put(out, &text)?;
            done.accounts += 1;
            if done.accounts.is_multiple_of(1024) {
                report(Progress::open(done.accounts));
            }
            Ok(Going::On)
        })
    })?;
    if form == Form::Scim {
        put(out, &scim::tail(done.accounts))?;
    }
    out.flush().map_err(|error| unwritable(&error))?;
    Ok(done)
}

fn head(wanted: &Wanted) -> String {
    match wanted.form {
        Form::Jsonl => String::new(),
        Form::Csv => csv::header(wanted.secrets),
        Form::Scim => scim::HEAD.to_owned(),
        Form::Ldif => "version: 1\n".to_owned(),
    }
}

fn leaving(
    tx: &Tx<'_>,
    mut row: AccountRow,
    secrets: Secrets,
    done: &mut Exported,
) -> Result<Leaving> {
    // What it holds through a group is the group's: it must not come in as its own.
    if !row.groups.is_empty() {
        row.roles = tx.roles_of(&row.id)?;
    }
    if secrets == Secrets::Left {
        done.factors_left += row.factors;
        return Ok(Leaving {
            row,
            hash: None,
            require_change: None,
            factors: vec![],
        });
    }
    let mut hash = None;
    let mut require_change = None;
    if let Some(password) = tx.password(&row.id)? {
        require_change = password.require_change.map(seconds_text);
        if password::parse(&password.hash)?.pepper().is_some() {
            done.peppered += 1;
        } else {
            done.hashes += 1;
            hash = Some(password.hash);
        }
    }
    let factors = tx.factors_to_export(&row.id)?;
    done.factors += row.factors;
    Ok(Leaving {
        row,
        hash,
        require_change,
        factors,
    })
}

fn put(out: &mut dyn Write, text: &str) -> Result<()> {
    out.write_all(text.as_bytes())
        .map_err(|error| unwritable(&error))
}

fn unwritable(error: &std::io::Error) -> Error {
    let kind = match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Kind::NoSpace,
        _ => Kind::Failed,
    };
    Error::new(kind, "the export cannot be written").because(error)
}
