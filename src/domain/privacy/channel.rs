//! The channels on which people are heard and answered. A closed list, so that none of them can carry a person's data
//! into the log.

use crate::base::error::{Error, Result};
use crate::base::text;

/// How something came in, or how somebody was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Web,
    Email,
    Post,
    Phone,
    InPerson,
    Portal,
    Api,
    Other,
}

impl Channel {
    pub const ALL: [Self; 8] = [
        Self::Web,
        Self::Email,
        Self::Post,
        Self::Phone,
        Self::InPerson,
        Self::Portal,
        Self::Api,
        Self::Other,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Email => "email",
            Self::Post => "post",
            Self::Phone => "phone",
            Self::InPerson => "in-person",
            Self::Portal => "portal",
            Self::Api => "api",
            Self::Other => "other",
        }
    }

    /// Reads what was typed.
    pub fn parse(typed: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|channel| channel.as_str() == typed)
            .ok_or_else(|| {
                Error::usage(format!("there is no channel `{}`", text::safe(typed))).hint(format!(
                    "the channels are {}",
                    Self::ALL.map(Self::as_str).join(", ")
                ))
            })
    }
}
