//! TLS to object storage: who cannot prove who they are is refused, with an authority of one's own it works.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tempfile::TempDir;

use super::faults::Proxy;
use super::server::{fresh_bucket, with_cloud};
use crate::sandbox::skipped;

/// An authority and three certificates of it: of this machine, of another, and one that has expired.
const MAKE: &str = "set -e
key='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
openssl req -x509 $key -keyout ca.key -out ca.pem -subj /CN=Ours -days 2
openssl req -x509 $key -keyout x.key -out foreign.pem -subj /CN=Theirs -days 2
make() {
  openssl req -new $key -keyout $1.key -out $1.csr -subj /CN=$1
  echo subjectAltName=$2 > $1.ext
  openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out $1.pem -days $3 -extfile $1.ext
}
make expired DNS:localhost 0
make good DNS:localhost 2
make other DNS:elsewhere.example 2
sleep 2
";

fn authority() -> Option<TempDir> {
    let folder = TempDir::new().unwrap();
    let done = Command::new("sh")
        .args(["-c", MAKE])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if done.is_ok_and(|status| status.success()) {
        return Some(folder);
    }
    skipped("`openssl` is not installed: TLS is not tried");
    None
}

fn config(folder: &Path, name: &str) -> Arc<ServerConfig> {
    let at = |ending: &str| folder.join(format!("{name}.{ending}"));
    let certificates = CertificateDer::pem_file_iter(at("pem")).unwrap();
    let config =
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                certificates.map(Result::unwrap).collect(),
                PrivateKeyDer::from_pem_file(at("key")).unwrap(),
            );
    Arc::new(config.unwrap())
}

#[test]
fn only_who_proves_who_they_are_gets_backups() {
    let (Some(port), Some(folder)) = (fresh_bucket("tls", "false"), authority()) else {
        return;
    };
    let trusting = |name: &str| format!("ca_file = \"{}\"\n", folder.path().join(name).display());
    let check = ["backup", "target", "check", "cloud"];
    for (server, ca, wanted) in [
        ("good", String::new(), Err("UnknownIssuer")),
        ("good", trusting("foreign.pem"), Err("UnknownIssuer")),
        ("other", trusting("ca.pem"), Err("not valid for name")),
        ("expired", trusting("ca.pem"), Err("expired")),
        ("good", trusting("ca.pem"), Ok(())),
    ] {
        let proxy = Proxy::with_tls(port, &config(folder.path(), server));
        let sandbox = with_cloud(&format!("https://localhost:{}", proxy.port), "tls", &ca);
        let ran = sandbox.run(&check);
        let Err(text) = wanted else {
            ran.ok();
            sandbox.run(&["backup", "create", "--to", "cloud"]).ok();
            sandbox
                .run(&["backup", "verify", "--all", "--from", "cloud"])
                .ok();
            continue;
        };
        assert!(
            ran.stderr.contains(text) && ran.stderr.contains("ca_file"),
            "{server}: {ran:?}"
        );
        ran.code(16);
        // Not one request was sent, and nothing was tried again.
        assert!(proxy.seen.lock().unwrap().is_empty());
    }
}

#[test]
fn a_server_without_tls_is_refused() {
    let Some(port) = fresh_bucket("plain", "false") else {
        return;
    };
    let sandbox = with_cloud(&format!("https://localhost:{port}"), "plain", "");
    let ran = sandbox.run(&["backup", "target", "check", "cloud"]);
    assert!(ran.stderr.contains("cannot be reached"), "{ran:?}");
    ran.code(16);
}
