//! What a command answers, kept for whoever reports on the run, and the word that a signal ends it. Prints
//! nothing and decides nothing.

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use crate::base::error::Result;

use super::render::{self, Answer};

#[derive(Default)]
pub(crate) struct Overheard {
    wanted: Cell<bool>,
    answer: RefCell<Option<Value>>,
    stop: Stop,
}

impl Overheard {
    /// From now on answers are kept.
    pub(crate) fn listen(&self) {
        self.wanted.set(true);
    }

    pub(super) fn hear<A: Answer>(&self, answer: &A) -> Result<()> {
        self.stop.rest_if_raised();
        if self.wanted.get() {
            self.answer.replace(Some(render::enveloped(answer)?));
        }
        Ok(())
    }

    pub(crate) fn take(&self) -> Option<Value> {
        self.answer.take()
    }

    pub(crate) fn stop(&self) -> Stop {
        self.stop.clone()
    }
}

/// Raised when a signal came: another thread tells of it and then ends the process, and the work goes no further.
#[derive(Clone, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(crate) fn raise(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Rests here for good once it was raised: to be ended at any instruction is what all work is made for.
    pub(crate) fn rest_if_raised(&self) {
        while self.0.load(Ordering::SeqCst) {
            std::thread::park();
        }
    }
}
