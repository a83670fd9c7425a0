//! HTTP with verified TLS: roots from the system or one file, no redirects, no proxies, bounded answers. Plain
//! `http` reaches this machine only.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use ureq::http::Uri;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, TlsProvider, parse_pem};
use ureq::{Agent, Body};

use crate::base::error::{Context as _, Error, Kind, Result};
use crate::base::text;

/// Where systems keep the certificates that they trust, in the order of how many do.
const BUNDLES: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];
/// A bundle larger than this is not one.
const BUNDLE_LIMIT: u64 = 16 << 20;

pub(super) type Response = ureq::http::Response<Body>;

/// Where requests go: scheme, host and port of an address without path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    scheme: Scheme,
    host: String,
    port: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Https,
    /// Allowed to this machine only.
    Http,
}

impl Endpoint {
    pub fn https(host: String) -> Self {
        Self {
            scheme: Scheme::Https,
            host,
            port: None,
        }
    }

    /// Reads `https://HOST[:PORT]`, and `http://` when the host is this machine.
    pub fn parse(text: &str) -> Result<Self> {
        let (endpoint, rest) = Self::split(text)?;
        if rest.trim_end_matches('/').is_empty() {
            return Ok(endpoint);
        }
        Err(
            Error::usage(format!("the address `{}` has a path", text::safe(text)))
                .hint("name host and port only; bucket and prefix stand in the target's URL"),
        )
    }

    /// The endpoint and what follows it.
    fn split(text: &str) -> Result<(Self, String)> {
        let wrong = || {
            Error::usage(format!("`{}` is not an address", text::safe(text)))
                .hint("write it as `https://HOST` or `https://HOST:PORT`")
        };
        let uri: Uri = text.parse().map_err(|_| wrong())?;
        let scheme = match uri.scheme_str() {
            Some("https") => Scheme::Https,
            Some("http") => Scheme::Http,
            _ => return Err(wrong()),
        };
        let authority = uri.authority().ok_or_else(wrong)?;
        if authority.as_str().contains('@') || authority.host().is_empty() {
            return Err(wrong());
        }
        let endpoint = Self {
            scheme,
            host: authority.host().to_ascii_lowercase(),
            port: authority.port_u16(),
        };
        if scheme == Scheme::Http && !endpoint.is_this_machine() {
            return Err(Error::refused(format!(
                "`{}` would send everything in the clear",
                text::safe(text)
            ))
            .hint("write `https://`; plain `http` goes to this machine only"));
        }
        Ok((
            endpoint,
            uri.path_and_query()
                .map_or_else(String::new, ToString::to_string),
        ))
    }

    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// Whether the host is a loopback address, or the name that RFC 6761 section 6.3 keeps for them.
    fn is_this_machine(&self) -> bool {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        self.host == "localhost" || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
    }

    /// The same address with `name.` in front of its host.
    pub(super) fn under(&self, name: &str) -> Self {
        Self {
            host: format!("{name}.{}", self.host),
            ..self.clone()
        }
    }

    /// What the `Host` header says: the port only where it is not the usual one.
    pub(super) fn authority(&self) -> String {
        let usual = match self.scheme {
            Scheme::Https => 443,
            Scheme::Http => 80,
        };
        match self.port {
            Some(port) if port != usual => format!("{}:{port}", self.host),
            _ => self.host.clone(),
        }
    }

    pub(super) fn base(&self) -> String {
        let scheme = match self.scheme {
            Scheme::Https => "https",
            Scheme::Http => "http",
        };
        format!("{scheme}://{}", self.authority())
    }
}

/// What sends requests: connections are kept and used again.
pub(super) fn agent(
    endpoint: &Endpoint,
    ca_file: Option<&Path>,
    patience: Duration,
) -> Result<Agent> {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        // The environment is not this room's to read; nothing is sent anywhere but where it was told to.
        .proxy(None)
        .user_agent(concat!("optimactl/", env!("CARGO_PKG_VERSION")))
        .max_response_header_size(64 << 10)
        .timeout_connect(Some(patience.min(Duration::from_secs(15))))
        .timeout_recv_response(Some(patience))
        .timeout_per_read(Some(patience))
        .timeout_per_write(Some(patience));
    let config = match endpoint.scheme {
        Scheme::Http => config,
        Scheme::Https => config.https_only(true).tls_config(tls(ca_file)?),
    };
    Ok(config.build().new_agent())
}

fn tls(ca_file: Option<&Path>) -> Result<TlsConfig> {
    Ok(TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::new_with_certs(&roots(ca_file)?))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build())
}

/// The certificates that are trusted: those of `ca_file` alone, else the system's.
fn roots(ca_file: Option<&Path>) -> Result<Vec<Certificate<'static>>> {
    let found = BUNDLES.iter().map(Path::new).find(|path| path.exists());
    let path = ca_file.or(found).ok_or_else(|| {
        Error::failed("this system has no bundle of trusted certificates")
            .hint("install its `ca-certificates` package, or set `ca_file` of the target")
    })?;
    let mut bytes = vec![];
    let open = std::fs::File::open(path).map_err(|error| Error::io("open", path, &error))?;
    std::io::Read::read_to_end(&mut std::io::Read::take(open, BUNDLE_LIMIT), &mut bytes)
        .map_err(|error| Error::io("read", path, &error))?;
    // One damaged certificate among a hundred is no reason to trust none.
    let certificates: Vec<Certificate<'static>> = parse_pem(&bytes)
        .filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
        .collect();
    if certificates.is_empty() {
        return Err(
            Error::usage(format!("there is no certificate in `{}`", path.display()))
                .hint("it must hold PEM blocks that begin with `-----BEGIN CERTIFICATE-----`"),
        );
    }
    Ok(certificates)
}

/// Refuses an address that nothing is sent to; the error does not name it, because it may be a secret.
pub fn require_safe(url: &str) -> Result<()> {
    Endpoint::split(url).map(drop).map_err(|_| {
        Error::usage("the address is not one to send to")
            .hint("it begins with `https://`; `http://` is for this machine alone")
    })
}

/// Posts `body` to `url` and gives the status. For heartbeats: `https`, or `http` to this machine.
pub fn send(url: &str, body: &[u8], patience: Duration) -> Result<u16> {
    require_safe(url)?;
    let (endpoint, _) = Endpoint::split(url)?;
    let unreached = || format!("`{}` was not reached", endpoint.authority());
    let agent = agent(&endpoint, None, patience)?;
    let request = agent
        .post(url)
        .config()
        .timeout_global(Some(patience))
        .build()
        .content_type("text/plain; charset=utf-8");
    // The path of a heartbeat's address is often its secret: messages name the host alone.
    let response = request
        .send(body)
        .map_err(|error| without(&error, url))
        .or_fail(Kind::Remote, unreached)?;
    Ok(response.status().as_u16())
}

/// What went wrong, without the address.
fn without(error: &ureq::Error, url: &str) -> String {
    super::quoted(&error.to_string().replace(url, "the address"))
}

/// Whether the same request may go better a second time: not when the other side could not prove who it is.
pub(super) fn is_passing(error: &ureq::Error) -> bool {
    use ureq::Error as E;
    match error {
        E::Io(error) => error.kind() != std::io::ErrorKind::InvalidData,
        E::Timeout(_) | E::HostNotFound | E::ConnectionFailed | E::Protocol(_) => true,
        _ => false,
    }
}

/// Whether the other side could not prove who it is, or did not speak TLS.
pub(super) fn is_untrusted(error: &ureq::Error) -> bool {
    match error {
        ureq::Error::Rustls(_) | ureq::Error::Tls(_) => true,
        ureq::Error::Io(error) => error.kind() == std::io::ErrorKind::InvalidData,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_goes_to_this_machine_only() {
        for fine in [
            "http://127.0.0.1:9000",
            "http://localhost",
            "http://[::1]:1/",
            "https://s3.example",
        ] {
            assert!(Endpoint::parse(fine).is_ok(), "{fine}");
        }
        for refused in [
            "http://s3.example",
            "http://10.0.0.1",
            "http://localhost.example",
        ] {
            assert_eq!(
                Endpoint::parse(refused).unwrap_err().kind,
                Kind::Refused,
                "{refused}"
            );
        }
        for wrong in [
            "s3.example",
            "ftp://s3.example",
            "https://",
            "https://me:pw@s3.example",
            "https://s3.example/path",
            "",
        ] {
            assert_eq!(
                Endpoint::parse(wrong).unwrap_err().kind,
                Kind::Usage,
                "{wrong}"
            );
        }
    }

    #[test]
    fn the_host_header_leaves_the_usual_port_out() {
        let authority = |text| Endpoint::parse(text).unwrap().authority();
        assert_eq!(authority("https://S3.example:443"), "s3.example");
        assert_eq!(authority("https://s3.example:444"), "s3.example:444");
    }

    #[test]
    fn the_system_trusts_somebody() {
        match roots(None) {
            Ok(roots) => assert!(!roots.is_empty()),
            Err(error) => crate::base::skipped(&error.to_string()),
        }
    }

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
