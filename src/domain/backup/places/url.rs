//! Reads and writes the addresses of places far away.

use std::fmt;

use crate::base::error::{Error, Result};
use crate::base::text;

/// An address; what it names is not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Url {
    S3 {
        bucket: String,
        /// Without slashes at its ends.
        prefix: String,
    },
    Sftp {
        user: Option<String>,
        host: String,
        port: Option<u16>,
        /// Absolute, or relative to the account's home (written `/~/PATH`).
        path: String,
    },
}

impl Url {
    /// Nothing when it is none: then it is a path or a name.
    pub fn parse(text: &str) -> Result<Option<Self>> {
        let Some((scheme, rest)) = text.split_once("://") else {
            return Ok(None);
        };
        let read = match scheme {
            "s3" => s3(rest),
            "sftp" => sftp(rest),
            _ => Err(
                "backups go to a folder, `s3://BUCKET/PREFIX` or `sftp://[USER@]HOST[:PORT]/PATH`",
            ),
        };
        read.map(Some).map_err(|why| {
            Error::usage(format!("`{}` is not a place for backups", text::safe(text))).because(why)
        })
    }
}

type Read = std::result::Result<Url, &'static str>;

fn s3(rest: &str) -> Read {
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c);
    let first = bucket.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    if !first
        || !(3..=63).contains(&bucket.len())
        || !bucket.chars().all(fits)
        || bucket.contains("..")
    {
        return Err("a bucket's name has 3 to 63 of a–z, 0–9, `-`, `_` and `.`");
    }
    let prefix = prefix.trim_end_matches('/');
    if !is_plain_path(prefix) {
        return Err("its prefix is no plain path");
    }
    Ok(Url::S3 {
        bucket: bucket.to_owned(),
        prefix: prefix.to_owned(),
    })
}

fn sftp(rest: &str) -> Read {
    let (authority, path) = rest.split_once('/').ok_or("it names no folder")?;
    let (user, host) = match authority.rsplit_once('@') {
        Some((user, host)) => (Some(user), host),
        None => (None, authority),
    };
    let (host, port) = host_and_port(host)?;
    let word = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    // `ssh` would take it for an option, or for more than a name.
    let is_name = |text: &str| !text.is_empty() && !text.starts_with('-') && text.chars().all(word);
    let is_address = |text: &str| text.parse::<std::net::Ipv6Addr>().is_ok();
    if !is_name(host) && !is_address(host) {
        return Err("its host is no name and no address");
    }
    if user.is_some_and(|user| !is_name(user)) {
        return Err("its user is no name; passwords do not belong in an address");
    }
    let path = path.trim_end_matches('/');
    let home = path.strip_prefix("~/");
    // `~` alone would become a folder of that name at the root.
    if path == "~" || !is_plain_path(home.unwrap_or(path)) || home.unwrap_or(path).is_empty() {
        return Err("it names no folder");
    }
    Ok(Url::Sftp {
        user: user.map(str::to_owned),
        host: host.to_owned(),
        port,
        path: home.map_or_else(|| format!("/{path}"), str::to_owned),
    })
}

fn host_and_port(text: &str) -> std::result::Result<(&str, Option<u16>), &'static str> {
    let (host, port) = match text.strip_prefix('[').map(|rest| rest.split_once(']')) {
        Some(Some((host, rest))) => (host, rest.strip_prefix(':')),
        Some(None) => return Err("its host has no end"),
        None => text
            .split_once(':')
            .map_or((text, None), |(host, port)| (host, Some(port))),
    };
    match port.map(str::parse) {
        None => Ok((host, None)),
        Some(Ok(port)) if port != 0 => Ok((host, Some(port))),
        Some(_) => Err("its port is not 1 to 65535"),
    }
}

/// Empty, or names between single slashes, none of which leads elsewhere or hides something.
fn is_plain_path(path: &str) -> bool {
    let plain =
        |part: &str| !part.is_empty() && part != "." && part != ".." && text::safe(part) == part;
    path.is_empty() || path.split('/').all(plain)
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::S3 { bucket, prefix } if prefix.is_empty() => write!(f, "s3://{bucket}"),
            Self::S3 { bucket, prefix } => write!(f, "s3://{bucket}/{prefix}"),
            Self::Sftp {
                user,
                host,
                port,
                path,
            } => {
                f.write_str("sftp://")?;
                if let Some(user) = user {
                    write!(f, "{user}@")?;
                }
                if host.contains(':') {
                    write!(f, "[{host}]")?;
                } else {
                    f.write_str(host)?;
                }
                if let Some(port) = port {
                    write!(f, ":{port}")?;
                }
                let home = if path.starts_with('/') { "" } else { "/~/" };
                write!(f, "{home}{path}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        for (typed, shown) in [
            ("s3://backups", "s3://backups"),
            ("s3://backups/a/b/", "s3://backups/a/b"),
            ("sftp://nas/srv/backup", "sftp://nas/srv/backup"),
            (
                "sftp://me@nas.example:2222/srv/",
                "sftp://me@nas.example:2222/srv",
            ),
            ("sftp://me@[::1]:22/srv", "sftp://me@[::1]:22/srv"),
            ("sftp://nas/~/backup", "sftp://nas/~/backup"),
        ] {
            let read = Url::parse(typed).unwrap().unwrap();
            assert_eq!(read.to_string(), shown);
            assert_eq!(Url::parse(shown).unwrap(), Some(read));
        }
        assert_eq!(Url::parse("/srv/backup").unwrap(), None);
    }

    #[test]
    fn odd_addresses_are_refused() {
        for odd in [
            "ftp://nas/x",
            "s3://",
            "s3://B/x",
            "s3://ab",
            "s3://a..b",
            "s3://abc/../x",
            "s3://abc//x",
            "s3://abc/a\u{1b}",
            "sftp://",
            "sftp://nas",
            "sftp://nas/",
            "sftp://-oProxyCommand=x/y",
            "sftp://me:pw@nas/x",
            "sftp://-l@nas/x",
            "sftp://nas:0/x",
            "sftp://nas:99999/x",
            "sftp://[::1/x",
            "sftp://na s/x",
            "sftp://nas/a/../b",
            "sftp://nas/~/",
        ] {
            assert!(Url::parse(odd).is_err(), "{odd}");
        }
    }
}
