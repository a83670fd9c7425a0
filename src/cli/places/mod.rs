//! What was typed or configured as a place becomes what it means: the name of a target, an address, or a folder.
//! Reads the credentials' file, and reaches for nothing.

mod credentials;

use std::path::{Path, PathBuf};

use crate::base::error::{Error, Kind, Result};
use crate::base::text;
use crate::cli::context::Context;
use crate::cli::settings::keys::Value;
use crate::cli::settings::targets::Table;
use crate::domain::backup::create::Wanted;
use crate::domain::backup::places::{At, PlaceSpec, Url};
use crate::remote::http::{Endpoint, Scheme};
use crate::remote::{s3, sftp};

/// A century: more is a slip.
const MOST_LOCK_DAYS: u32 = 36_500;

/// A target of the configuration wins over a folder of the same name; write `./NAME` for the folder.
pub(crate) fn resolve(ctx: &Context, typed: &str) -> Result<PlaceSpec> {
    if let Some(table) = ctx.settings.targets().get(typed) {
        let target = Target { name: typed, table };
        return target
            .spec()
            .map_err(|error| error.because(format!("the target is `{typed}`")));
    }
    let empty = Table::new();
    let target = Target {
        name: typed,
        table: &empty,
    };
    target.at(typed).map(|at| PlaceSpec {
        at,
        append_only: false,
    })
}

/// Where backups go: what was typed, else what is configured. One that cannot be used does not hide the others.
pub(crate) fn targets(ctx: &Context, typed: &[String]) -> Vec<Wanted> {
    let typed = if typed.is_empty() {
        ctx.settings.list("backup.to")
    } else {
        typed
    };
    let resolved = typed
        .iter()
        .map(|typed| (typed.clone(), resolve(ctx, typed)));
    resolved.collect()
}

/// Where the small files of a place far away are copied to for a while; all of them are encrypted.
pub(crate) fn scratch() -> PathBuf {
    std::env::temp_dir()
}

/// A table of the configuration, or an empty one for an address that stands alone.
struct Target<'a> {
    name: &'a str,
    table: &'a Table,
}

impl Target<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        match self.table.get(key) {
            Some(Value::Text(text)) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    fn path(&self, key: &str) -> Option<PathBuf> {
        self.text(key).map(PathBuf::from)
    }

    fn flag(&self, key: &str) -> bool {
        matches!(self.table.get(key), Some(Value::Flag(true)))
    }

    /// What a folder or a server of another kind would silently leave aside is refused.
    fn only(&self, kind: &str, keys: &[&str]) -> Result<()> {
        let odd = self
            .table
            .keys()
            .find(|key| !keys.contains(key) && !["url", "append_only"].contains(key));
        odd.map_or(Ok(()), |key| {
            Err(Error::usage(format!(
                "`target.{}.{key}` means nothing for {kind}",
                self.name
            )))
        })
    }

    fn spec(&self) -> Result<PlaceSpec> {
        let url = self.text("url").ok_or_else(|| {
            Error::usage(format!("`target.{}` has no `url`", self.name))
                .hint("see `optimactl config template` for an example")
        })?;
        Ok(PlaceSpec {
            at: self.at(url)?,
            append_only: self.flag("append_only"),
        })
    }

    fn at(&self, url: &str) -> Result<At> {
        match Url::parse(url)? {
            Some(Url::S3 { bucket, prefix }) => {
                self.only(
                    "object storage",
                    &[
                        "endpoint",
                        "region",
                        "path_style",
                        "insecure_http",
                        "credentials_file",
                        "profile",
                        "ca_file",
                        "lock_mode",
                        "lock_days",
                    ],
                )?;
                Ok(At::S3 {
                    bucket,
                    prefix,
                    access: Box::new(self.s3()?),
                    lock: self.lock()?,
                })
            }
            Some(Url::Sftp {
                user,
                host,
                port,
                path,
            }) => {
                self.only("SFTP", &["identity_file", "known_hosts"])?;
                let access = sftp::Access {
                    host,
                    user,
                    port,
                    identity_file: self.path("identity_file"),
                    known_hosts: self.path("known_hosts"),
                    patience: sftp::SILENCE,
                };
                Ok(At::Sftp { access, path })
            }
            None => {
                self.only("a folder", &[])?;
                let path = Path::new(url);
                let path = std::path::absolute(path)
                    .map_err(|error| Error::io("resolve", path, &error))?;
                // Without a slash at its end: the catalog knows a target by one name.
                Ok(At::Folder(path.components().collect()))
            }
        }
    }

    fn s3(&self) -> Result<s3::Access> {
        let Some(credentials) = self.path("credentials_file") else {
            return Err(Error::usage("object storage needs a `credentials_file`")
                .hint("make a table `[target.NAME]` with `url` and `credentials_file` in the configuration, and give NAME"));
        };
        let endpoint = self.text("endpoint").map(Endpoint::parse).transpose()?;
        if endpoint
            .as_ref()
            .is_some_and(|endpoint| endpoint.scheme() == Scheme::Http)
            && !self.flag("insecure_http")
        {
            return Err(
                Error::refused(format!("`target.{}.endpoint` is plain `http`", self.name)).hint(
                    "write `https://`, or set `insecure_http = true` for a server on this machine",
                ),
            );
        }
        Ok(s3::Access {
            endpoint,
            region: self.text("region").unwrap_or("us-east-1").to_owned(),
            path_style: self.flag("path_style"),
            ca_file: self.path("ca_file"),
            key: credentials::read(&credentials, self.text("profile"))?,
            patience: s3::SILENCE,
        })
    }

    fn lock(&self) -> Result<Option<s3::Lock>> {
        let days = match self.table.get("lock_days") {
            Some(Value::Number(days)) => Some(
                u32::try_from(*days)
                    .ok()
                    .filter(|days| (1..=MOST_LOCK_DAYS).contains(days))
                    .ok_or_else(|| {
                        Error::usage(format!(
                            "`target.{}.lock_days` is not 1 to {MOST_LOCK_DAYS}",
                            self.name
                        ))
                    })?,
            ),
            _ => None,
        };
        let mode = match self.text("lock_mode") {
            None => None,
            Some("governance") => Some(s3::LockMode::Governance),
            Some("compliance") => Some(s3::LockMode::Compliance),
            Some(other) => {
                return Err(
                    Error::usage(format!("`{}` is not a lock mode", text::safe(other)))
                        .hint("`lock_mode` is `governance` or `compliance`"),
                );
            }
        };
        match (mode, days) {
            (None, None) => Ok(None),
            (Some(mode), Some(days)) => Ok(Some(s3::Lock { mode, days })),
            _ => Err(Error::new(
                Kind::Usage,
                format!(
                    "`target.{}` needs both `lock_mode` and `lock_days`, or neither",
                    self.name
                ),
            )),
        }
    }
}
