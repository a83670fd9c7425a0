//! One HTTP request with a bound on its time. Says what failed without the address: it may hold a token.

use std::net::IpAddr;
use std::time::Duration;

use crate::base::error::{Error, Kind, Result};

/// Posts `body` and gives the status. Redirects are not followed and no proxy of the environment is taken: what
/// is sent goes where it was told to.
pub fn send(url: &str, body: &[u8], patience: Duration) -> Result<u16> {
    require_safe(url)?;
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(patience))
        .max_redirects(0)
        .http_status_as_error(false)
        .proxy(None)
        .user_agent(concat!("optimactl/", env!("CARGO_PKG_VERSION")))
        .build();
    let sent = config
        .new_agent()
        .post(url)
        .content_type("text/plain; charset=utf-8")
        .send(body);
    sent.map(|response| response.status().as_u16())
        .map_err(|error| Error::new(Kind::Remote, "the request failed").because(reason(&error)))
}

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

/// Our own words: the library's may repeat the address.
fn reason(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "there was no answer in time".to_owned(),
        ureq::Error::HostNotFound => "the host was not found".to_owned(),
        ureq::Error::ConnectionFailed => "no connection could be made".to_owned(),
        ureq::Error::Io(error) => error.kind().to_string(),
        ureq::Error::Rustls(error) => error.to_string(),
        _ => "the other side did not speak HTTP as expected".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_failure_does_not_repeat_the_address() {
        let error = send("http://127.0.0.1:1/secret", b"", Duration::from_secs(2)).unwrap_err();
        assert_eq!(error.kind, Kind::Remote);
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
