//! Who can be encrypted to. Only the public halves: nothing here is secret.

use std::collections::HashSet;
use std::str::FromStr;

use age_core::format::{FileKey, Stanza};

use super::plugin;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;

/// Somebody who can be encrypted to: `age1…`, `age1NAME1…` of a plugin, `ssh-ed25519 …` or `ssh-rsa …`.
#[derive(Clone)]
pub struct Recipient {
    text: String,
    kind: RecipientKind,
}

#[derive(Clone)]
enum RecipientKind {
    Native(age::x25519::Recipient),
    /// Hardware keys that need no plugin to encrypt to.
    Tag(age::tag::Recipient),
    TagPq(Box<age::tagpq::Recipient>),
    Plugin(plugin::Recipient),
    Ssh(age::ssh::Recipient),
}

impl Recipient {
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        if text.starts_with("AGE-SECRET-KEY-") || text.starts_with("AGE-PLUGIN-") {
            return Err(Error::usage("this is a secret identity, not a recipient")
                .hint("give the `age1…` line that stands in the identity file as its public key"));
        }
        let Some(kind) = kind(text) else {
            return Err(Error::usage(format!("`{}` is not a recipient", safe(text)))
                .hint("accepted: `age1…`, `age1NAME1…` of a plugin, `ssh-ed25519 AAAA…`, `ssh-rsa AAAA…`"));
        };
        // The comment of an ssh key names a person or a machine: it is dropped.
        let text = text
            .split_whitespace()
            .take(2)
            .collect::<Vec<_>>()
            .join(" ");
        Ok(Self { text, kind })
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// `age`, `ssh`, `tag`, `tagpq` or `plugin:NAME`.
    pub fn kind(&self) -> String {
        match &self.kind {
            RecipientKind::Native(_) => "age".to_owned(),
            RecipientKind::Tag(_) => "tag".to_owned(),
            RecipientKind::TagPq(_) => "tagpq".to_owned(),
            RecipientKind::Plugin(recipient) => format!("plugin:{}", recipient.plugin()),
            RecipientKind::Ssh(_) => "ssh".to_owned(),
        }
    }

    /// The first 16 hex digits of SHA-256 over the recipient's text: short, and tells keys apart.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.text)
    }

    /// Whether it may stand beside ordinary recipients in one file. Those that resist quantum computers may
    /// not: beside an ordinary one they would protect nothing. A plugin is asked.
    pub fn mixes(&self) -> Result<bool> {
        match &self.kind {
            RecipientKind::TagPq(_) => Ok(false),
            RecipientKind::Plugin(_) => {
                let nothing = FileKey::new(Box::new([0; 16]));
                Ok(wrap_key(std::slice::from_ref(self), &nothing)?.1.is_empty())
            }
            _ => Ok(true),
        }
    }

    pub(super) fn inner(&self) -> &dyn age::Recipient {
        match &self.kind {
            RecipientKind::Native(recipient) => recipient,
            RecipientKind::Tag(recipient) => recipient,
            RecipientKind::TagPq(recipient) => recipient.as_ref(),
            RecipientKind::Plugin(recipient) => recipient,
            RecipientKind::Ssh(recipient) => recipient,
        }
    }
}

fn kind(text: &str) -> Option<RecipientKind> {
    if text.starts_with("ssh-") {
        return text.parse().ok().map(RecipientKind::Ssh);
    }
    let native = || age::x25519::Recipient::from_str(text).ok();
    let tag = || age::tag::Recipient::from_str(text).ok();
    let tagpq = || age::tagpq::Recipient::from_str(text).ok();
    native()
        .map(RecipientKind::Native)
        .or_else(|| tag().map(RecipientKind::Tag))
        .or_else(|| Some(RecipientKind::TagPq(Box::new(tagpq()?))))
        .or_else(|| plugin::Recipient::parse(text).map(RecipientKind::Plugin))
}

pub fn fingerprint(recipient: &str) -> String {
    let digest = super::super::seal::sha256(recipient.as_bytes());
    data_encoding::HEXLOWER.encode(digest.get(..8).unwrap_or_default())
}

/// Wraps a file key for every recipient. Each says with labels whom it may stand beside: all must say the same.
pub(super) fn wrap_key(
    recipients: &[Recipient],
    key: &FileKey,
) -> Result<(Vec<Stanza>, HashSet<String>)> {
    let mut stanzas = vec![];
    let mut labels: Option<HashSet<String>> = None;
    for recipient in recipients {
        let (more, own) = recipient
            .inner()
            .wrap_file_key(key)
            .map_err(encrypt_error)?;
        if labels.as_ref().is_some_and(|labels| *labels != own) {
            return Err(incompatible());
        }
        labels = Some(own);
        stanzas.extend(more);
    }
    match labels {
        Some(labels) => Ok((stanzas, labels)),
        None => Err(Error::usage("there is nobody to encrypt to")),
    }
}

fn incompatible() -> Error {
    Error::refused(
        "a recipient that resists quantum computers cannot stand beside one that does not",
    )
    .hint("whoever breaks the weaker one reads the file: encrypt to recipients of one kind only")
}

pub(super) fn encrypt_error(error: age::EncryptError) -> Error {
    match error {
        age::EncryptError::IncompatibleRecipients { .. } => incompatible(),
        age::EncryptError::Io(why) => match why.downcast::<Error>() {
            Ok(error) => error,
            Err(why) => super::io_error("encryption could not begin", &why),
        },
        other => Error::new(Kind::Usage, "these recipients cannot be used").because(other),
    }
}
