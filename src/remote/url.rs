//! Which addresses something may be sent to.

use std::net::IpAddr;

use crate::base::error::{Error, Result};

/// `https` anywhere, `http` to this machine alone.
pub fn require_safe(url: &str) -> Result<()> {
    let bad = |why: &str| {
        Err(
            Error::usage(format!("the address is not one to send to: {why}"))
                .hint("it begins with `https://`; `http://` is for this machine alone"),
        )
    };
    let Ok(uri) = url.parse::<ureq::http::Uri>() else {
        return bad("it is no URL");
    };
    let host = uri.host().unwrap_or_default();
    if host.is_empty()
        || uri
            .authority()
            .is_some_and(|whole| whole.as_str().contains('@'))
    {
        return bad("it has no host, or a password in it");
    }
    match uri.scheme_str() {
        Some("https") => Ok(()),
        Some("http") if is_loopback(host) => Ok(()),
        _ => bad("it is not encrypted"),
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || bare
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Kind;

    #[test]
    fn only_encrypted_addresses_or_this_machine() {
        for good in [
            "https://hc.example/ping/x",
            "http://localhost:8000/x",
            "http://127.0.0.1/",
            "http://[::1]:9/x",
        ] {
            assert!(require_safe(good).is_ok(), "{good}");
        }
        for bad in [
            "http://hc.example/x",
            "http://localhost.example/",
            "http://127.0.0.1@evil.example/",
            "ftp://localhost/",
            "/x",
            "",
            "https:///x",
        ] {
            assert_eq!(require_safe(bad).unwrap_err().kind, Kind::Usage, "{bad}");
        }
    }
}
