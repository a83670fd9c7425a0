//! The formats that accounts come in: each reader turns bytes into rows and faults, in bounded memory. Pure: no
//! store, no clock of its own, no terminal.

mod csv;
mod django;
mod document;
mod draft;
mod fault;
mod field;
mod guess;
mod hash;
mod htpasswd;
mod jsonl;
mod keycloak;
mod ldif;
mod lines;
mod otp;
mod scim;
mod shadow;
mod strict;
#[cfg(test)]
mod tests;
mod value;
mod when;

use std::io::BufRead;

pub use draft::{Bar, Row};
pub use fault::{Fault, Reason};
pub use field::{Field, Mapping};
pub use hash::Hash;
pub use otp::Otp;
pub use shadow::Names;

use crate::base::clock::Time;
use crate::base::error::Result;
use crate::base::period::Period;

/// The longest line, record or element, in bytes: more is refused before it is kept.
pub const LONGEST: usize = 1 << 20;

/// Where accounts come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Jsonl,
    Csv,
    Htpasswd,
    Shadow,
    Ldif,
    Django,
    Keycloak,
    Scim,
}

impl Format {
    pub const ALL: [Self; 8] = [
        Self::Jsonl,
        Self::Csv,
        Self::Htpasswd,
        Self::Shadow,
        Self::Ldif,
        Self::Django,
        Self::Keycloak,
        Self::Scim,
    ];

    /// The word of `--as`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Htpasswd => "htpasswd",
            Self::Shadow => "shadow",
            Self::Ldif => "ldif",
            Self::Django => "django",
            Self::Keycloak => "keycloak",
            Self::Scim => "scim",
        }
    }

    /// The format of what begins with `head`; what fits none or several is refused with the choices.
    pub fn guess(head: &[u8]) -> Result<Self> {
        guess::guess(head)
    }

    /// What a row's number counts: lines, or elements of a document.
    pub const fn counts(self) -> &'static str {
        match self {
            Self::Django | Self::Keycloak | Self::Scim => "element",
            _ => "line",
        }
    }
}

/// How the rows are read.
pub struct Options {
    pub mapping: Mapping,
    /// Names of people from passwd(5), for [`Format::Shadow`].
    pub names: Names,
    /// Since when what is disabled without a time is disabled.
    pub now: Time,
}

/// How long somebody has whose password the source wants changed at once: at the moment of the import nobody has
/// told them, and a password that is overdue opens nothing.
const CHANGE_WITHIN: u32 = 30;

/// By when such a password is to be changed.
pub fn change_by(now: Time) -> Time {
    Period::of_days(CHANGE_WITHIN).after(now)
}

/// What a reader finds, in the order of the file.
pub enum Item {
    Row(Box<Row>),
    /// A row that cannot be taken.
    Fault(Box<Fault>),
    /// What is no account, and why.
    Passed {
        line: u64,
        what: String,
    },
}

/// What takes the items; its error ends the reading.
pub type See<'a> = dyn FnMut(Item) -> Result<()> + 'a;

/// Reads `reader` to its end and hands over what stands in it. An error means that the whole is not readable
/// as this format; a single bad row is an item.
pub fn rows(
    format: Format,
    reader: &mut dyn BufRead,
    options: &Options,
    see: &mut See<'_>,
) -> Result<()> {
    match format {
        Format::Jsonl => jsonl::rows(reader, options, see),
        Format::Csv => csv::rows(reader, options, see),
        Format::Htpasswd => htpasswd::rows(reader, options, see),
        Format::Shadow => shadow::rows(reader, options, see),
        Format::Ldif => ldif::rows(reader, options, see),
        Format::Django => django::rows(reader, options, see),
        Format::Keycloak => keycloak::rows(reader, options, see),
        Format::Scim => scim::rows(reader, options, see),
    }
}

/// Hands over a row or its fault.
fn hand(row: Result<Row, Box<Fault>>, see: &mut See<'_>) -> Result<()> {
    see(match row {
        Ok(row) => Item::Row(Box::new(row)),
        Err(fault) => Item::Fault(fault),
    })
}
