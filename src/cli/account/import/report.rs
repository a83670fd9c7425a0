//! The file that lists every row of an import that was not simply taken.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::base::error::{Error, Result};
use crate::cli::context::Context;
use crate::domain::moving::Outcome;
use crate::store::file::{self, Existing};
use crate::store::partial::Partial;

/// The list of rows that were not simply taken. Written beside and renamed, also when the import fails.
pub(super) struct Report {
    path: PathBuf,
    out: BufWriter<File>,
    partial: Partial,
    existing: Existing,
}

#[derive(Serialize)]
struct Listed<'a> {
    line: u64,
    name: Option<&'a str>,
    outcome: &'a str,
    field: Option<&'a str>,
    error: Option<&'a str>,
}

impl Report {
    pub(super) fn create(ctx: &Context, path: &Path) -> Result<Self> {
        if path.exists() && !ctx.flags.overwrite {
            return Err(
                Error::conflict(format!("`{}` exists already", path.display()))
                    .hint("replace it with `--overwrite`"),
            );
        }
        let (partial, out) = Partial::create(path)?;
        Ok(Self {
            path: path.to_owned(),
            out: BufWriter::new(out),
            partial,
            existing: ctx.existing(),
        })
    }

    pub(super) fn tell(&mut self, outcome: &Outcome<'_>) -> Result<()> {
        let line = Listed {
            line: outcome.line,
            name: outcome.name,
            outcome: outcome.outcome,
            field: outcome.field,
            error: outcome.error.as_deref(),
        };
        let broken = |error| Error::io("write", &self.path, &error);
        serde_json::to_writer(&mut self.out, &line).map_err(|error| broken(error.into()))?;
        self.out.write_all(b"\n").map_err(broken)
    }

    pub(super) fn finish(mut self) -> Result<()> {
        self.out
            .flush()
            .map_err(|error| Error::io("write", &self.path, &error))?;
        file::sync(self.out.get_ref(), &self.path)?;
        self.partial.place(self.existing)
    }
}
