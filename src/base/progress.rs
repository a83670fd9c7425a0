//! How far a long piece of work has come. Says nothing about how it is shown.

/// A state of progress: bytes, rows or files, whatever the work counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: u64,
    /// Absent while the end is not known yet.
    pub total: Option<u64>,
}

impl Progress {
    pub const fn of(done: u64, total: u64) -> Self {
        Self {
            done,
            total: Some(total),
        }
    }

    pub const fn open(done: u64) -> Self {
        Self { done, total: None }
    }
}

/// What long operations take to report through: `|progress| meter.report(progress)`, or [`silent`].
pub type Report<'a> = dyn FnMut(Progress) + 'a;

/// Reports to nobody.
pub const fn silent(_: Progress) {}
