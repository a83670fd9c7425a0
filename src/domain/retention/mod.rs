//! Retention (GDPR Art. 5(1)(e)): how long each class of data is kept, and the runs that delete what is older. What is
//! held stays and is told. The audit log has commands of its own, `audit expire` and `audit prune`.

mod report;
mod rule;
mod run;
#[cfg(test)]
mod tests;

pub use report::{Line, report};
pub use rule::{Rule, add, aged, list, remove};
pub use run::{Ran, doubt, run, scrub};
