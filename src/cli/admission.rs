//! The gate that every opening of the store goes through: while operators are enforced, the caller must be one who
//! may run this command, and severe ones want a fresh code. The rules are `domain::operator`'s.

use zeroize::Zeroizing;

use crate::base::error::{Error, Kind, Result};
use crate::domain::operator::Admission;
use crate::domain::{self, Reach, operator};

use super::context::Context;
use super::secret_input::{LIMIT, without_newline};
use super::{ask, file_guard, os_user};

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

    /// For what works without a living store: where there is one that opens, its rule holds. One that does not
    /// open keeps its rule to itself: then only who holds the files goes on.
    pub(crate) fn admit_beside_store(&mut self) -> Result<()> {
        match self.open_quietly() {
            Ok(core) => drop(core),
            Err(error) if error.kind == Kind::StoreLocked => return Err(error),
            Err(error) => return self.admit_without_store(&error),
        }
        // From here on every trouble is one: a code that cannot be read must not be a code that is not needed.
        self.admitted(Self::open_quietly).map(drop)
    }

    fn admit_without_store(&self, why: &Error) -> Result<()> {
        let is_there = self
            .folder()
            .is_ok_and(|folder| folder.require_store().is_ok());
        if !is_there || os_user::caller(self).reach == Reach::Files {
            return Ok(());
        }
        Err(
            Error::refused("whether you may do this stands in the store, which does not open")
                .detail(why.message.clone())
                .hint("give what opens it (`--identity FILE`), or log in as root or as the owner of its files"),
        )
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
