//! The gate that every opening of the store goes through: while operators are enforced, the caller must be one who
//! may run this command, and severe ones want a fresh code. The rules are `domain::operator`'s.

use zeroize::Zeroizing;

use crate::base::error::{Kind, Result};
use crate::domain::operator::Admission;
use crate::domain::{self, operator};

use super::context::Context;
use super::secret_input::{LIMIT, without_newline};
use super::{ask, file_guard};

impl Context {
    /// Opens by `open`, and refuses who may not be there. The store is closed while a code is asked for; who
    /// gave one is not asked again by the same command.
    pub(super) fn admitted(
        &mut self,
        open: fn(&mut Self) -> Result<domain::Context>,
    ) -> Result<domain::Context> {
        let core = open(self)?;
        if operator::admit(&core, &self.asked)? == Admission::Free || self.proven {
            return Ok(core);
        }
        if self.flags.dry_run {
            self.ui
                .note("without `--dry-run` this asks for a fresh code of the operator");
            return Ok(core);
        }
        drop(core);
        let typed = self.operator_code()?;
        let core = open(self)?;
        // What may be done is asked again: roles may have changed while the code was typed.
        operator::admit(&core, &self.asked)?;
        operator::prove(&core, &self.asked, &typed)?;
        self.proven = true;
        Ok(core)
    }

    /// For what works without a living store: where there is one that opens, its rule holds.
    pub(crate) fn admit_beside_store(&mut self) -> Result<()> {
        match self.open_quietly() {
            Ok(core) => drop(core),
            Err(_) => return Ok(()),
        }
        match self.admitted(Self::open_quietly) {
            Err(error) if ![Kind::Refused, Kind::Rejected].contains(&error.kind) => Ok(()),
            other => other.map(drop),
        }
    }

    fn operator_code(&mut self) -> Result<Zeroizing<String>> {
        let Some(path) = self.flags.operator_code_file.clone() else {
            return ask::secret(self, "Code of the operator", "--operator-code-file FILE");
        };
        let text = if path.as_os_str() == "-" {
            let input = self.stdin.take("--operator-code-file -")?;
            file_guard::bounded(input, LIMIT, "standard input")?
        } else {
            file_guard::private(&path)?;
            file_guard::read_text(&path, LIMIT)?
        };
        Ok(without_newline(text))
    }
}
