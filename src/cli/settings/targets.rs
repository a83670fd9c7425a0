//! The tables `[target.NAME]` of the configuration: places that backups go to, by a name. Values only; what they mean
//! is read where they are used.

use std::collections::BTreeMap;

use crate::base::error::Result;
use crate::base::name::Label;

use super::keys::{Key, Shape, row};
use super::value::Value;

/// Each target's settings by their own names.
pub(crate) type Targets = BTreeMap<String, Table>;
pub(crate) type Table = BTreeMap<&'static str, Value>;

/// What stands in such a table.
pub(crate) const KEYS: &[Key] = &[
    row(
        "url",
        Shape::Text,
        "Where it is: a folder, `s3://BUCKET/PREFIX` or `sftp://[USER@]HOST[:PORT]/PATH`",
        "\"s3://backups/optimactl\"",
    ),
    row(
        "endpoint",
        Shape::Text,
        "The address of the object storage; Amazon's own when it is not set",
        "\"https://s3.example.org\"",
    ),
    row(
        "region",
        Shape::Text,
        "The region that requests are signed for",
        "\"eu-central-1\"",
    ),
    row(
        "path_style",
        Shape::Flag,
        "The bucket stands in the path and not in the host's name",
        "true",
    ),
    row(
        "insecure_http",
        Shape::Flag,
        "Lets `endpoint` be `http://`, to this machine only",
        "false",
    ),
    row(
        "credentials_file",
        Shape::Path,
        "The file with `aws_access_key_id` and `aws_secret_access_key`, readable by nobody else",
        "\"/etc/optimactl/s3.credentials\"",
    ),
    row(
        "profile",
        Shape::Text,
        "The section of that file",
        "\"default\"",
    ),
    row(
        "ca_file",
        Shape::Path,
        "Certificates that are trusted for this place instead of the system's",
        "\"/etc/optimactl/ca.pem\"",
    ),
    row(
        "lock_mode",
        Shape::Text,
        "Asks the object storage to lock what is written: `governance` or `compliance`",
        "\"governance\"",
    ),
    row(
        "lock_days",
        Shape::Number,
        "For how many days, 1 to 36500",
        "30",
    ),
    row(
        "append_only",
        Shape::Flag,
        "Nothing is ever removed there",
        "true",
    ),
    row(
        "identity_file",
        Shape::Path,
        "The ssh key for SFTP; else those that `ssh` itself finds",
        "\"/etc/optimactl/id_ed25519\"",
    ),
    row(
        "known_hosts",
        Shape::Path,
        "The file with the server's ssh key; else those that `ssh` itself reads",
        "\"/etc/optimactl/known_hosts\"",
    ),
];

/// `target.NAME.KEY` as NAME and KEY.
pub(super) fn split(name: &str) -> Option<(&str, &str)> {
    name.strip_prefix("target.")?.split_once('.')
}

pub(super) fn label(name: &str) -> Result<String> {
    Label::new(name, "the name of a target").map(|label| label.as_str().to_owned())
}

/// Every value with its whole name.
pub(super) fn flat(targets: &Targets) -> impl Iterator<Item = (String, String)> {
    targets.iter().flat_map(|(target, table)| {
        table
            .iter()
            .map(move |(key, value)| (format!("target.{target}.{key}"), value.to_string()))
    })
}
