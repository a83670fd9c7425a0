//! One HTTP request with a bound on its time. Says what failed without the address: it may hold a token.

use std::time::Duration;

use crate::base::error::{Error, Kind, Result};

use super::url::require_safe;

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
    fn a_failure_does_not_repeat_the_address() {
        let error = send("http://127.0.0.1:1/secret", b"", Duration::from_secs(2)).unwrap_err();
        assert_eq!(error.kind, Kind::Remote);
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
