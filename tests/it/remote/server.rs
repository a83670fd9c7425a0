//! The servers of these tests: a process on a free port of loopback, ended by its own id.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use optimactl::crypto::secret::SecretText;
use optimactl::remote::http::Endpoint;
use optimactl::remote::s3::{Access, AccessKey, Bucket, Lock, SILENCE};
use tempfile::TempDir;

use crate::sandbox::{Sandbox, skipped};

pub(super) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// A server that ends with this value.
pub(super) struct Server {
    child: Child,
    pub(super) port: u16,
}

impl Server {
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

pub(super) fn started(command: &mut Command, port: u16) -> Option<Server> {
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut server = Server { child, port };
    let end = Instant::now() + Duration::from_secs(30);
    while Instant::now() < end {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some(server);
        }
        if server.child.try_wait().unwrap().is_some() {
            return None;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    None
}

/// Makes a bucket; the server asks for no signature.
pub(super) fn make_bucket(port: u16, name: &str, locks: &str) {
    put(port, name, locks, "");
}

/// From now on the bucket locks whatever comes for a day.
pub(super) fn lock_by_default(port: u16, name: &str) {
    put(
        port,
        &format!("{name}?object-lock"),
        "true",
        "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention>\
         <Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>",
    );
}

fn put(port: u16, what: &str, locks: &str, body: &str) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let request = format!(
        "PUT /{what} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Length: {}\r\n\
         x-amz-bucket-object-lock-enabled: {locks}\r\n\
         Authorization: AWS4-HMAC-SHA256 Credential=test/20200101/us-east-1/s3/aws4_request\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

pub(super) fn bucket(port: u16, bucket: &str, prefix: &str, lock: Option<Lock>) -> Bucket {
    let access = access(&format!("http://127.0.0.1:{port}"), SILENCE);
    Bucket::new(bucket, prefix, access, lock).unwrap()
}

pub(super) fn access(endpoint: &str, patience: Duration) -> Access {
    Access {
        endpoint: Some(Endpoint::parse(endpoint).unwrap()),
        region: "us-east-1".into(),
        path_style: true,
        ca_file: None,
        patience,
        key: AccessKey {
            id: "test".into(),
            secret: SecretText::new("secret".into()),
            token: None,
        },
    }
}

/// A sandbox whose configuration names `[target.cloud]` in this bucket; `more` are its further lines.
pub(super) fn with_cloud(endpoint: &str, bucket: &str, more: &str) -> Sandbox {
    let sandbox = Sandbox::prepared();
    let keys = sandbox.path("keys").display().to_string();
    let config = format!(
        "[target.cloud]\nurl = \"s3://{bucket}/p\"\nendpoint = \"{endpoint}\"\npath_style = true\n\
         insecure_http = true\ncredentials_file = \"{keys}\"\n{more}"
    );
    sandbox.write("config.toml", &config, 0o600);
    sandbox.write(
        "keys",
        "aws_access_key_id = test\naws_secret_access_key = secret\n",
        0o600,
    );
    sandbox
}

/// Everything but the newest goes, however much that is.
pub(super) const PRUNE_CLOUD: [&str; 9] = [
    "backup",
    "prune",
    "--from",
    "cloud",
    "--keep-last",
    "1",
    "--max",
    "9",
    "--yes",
];

/// A bucket of this name on the shared server, and its port.
pub(super) fn fresh_bucket(name: &str, locks: &str) -> Option<u16> {
    let Some(port) = shared_moto() else {
        skipped("`moto_server` is not installed: object storage is not tried");
        return None;
    };
    make_bucket(port, name, locks);
    Some(port)
}

/// An SSH server with keys of its own, as the user who runs the tests.
pub(super) struct Sshd {
    pub(super) server: Server,
    pub(super) folder: TempDir,
}

fn keygen(path: &Path) -> Option<String> {
    let done = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(path)
        .status();
    done.ok().filter(|status| status.success())?;
    std::fs::read_to_string(path.with_extension("pub")).ok()
}

pub(super) fn sshd() -> Option<Sshd> {
    let program = ["/usr/sbin/sshd", "/usr/bin/sshd"]
        .into_iter()
        .find(|path| Path::new(path).exists())?;
    // As root it wants its folder, which a container often lacks.
    std::fs::create_dir_all("/run/sshd").ok();
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    let host = keygen(&at("host"))?;
    let user = keygen(&at("user"))?;
    let port = free_port();
    std::fs::write(at("authorized"), user).unwrap();
    std::fs::write(at("known hosts"), format!("[127.0.0.1]:{port} {host}")).unwrap();
    let show = |name: &str| at(name).display().to_string();
    let config = format!(
        "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\nUsePAM no\n\
         StrictModes no\nPasswordAuthentication no\nSubsystem sftp internal-sftp\n",
        show("host"),
        show("authorized")
    );
    std::fs::write(at("config"), config).unwrap();
    let server = started(
        Command::new(program).arg("-D").arg("-f").arg(at("config")),
        port,
    )?;
    Some(Sshd { server, folder })
}

/// A server of object storage for all tests; `MOTO_SERVER` names it where it is not on the path. It ends with the
/// tests' process.
pub(super) fn shared_moto() -> Option<u16> {
    static SHARED: OnceLock<Option<u16>> = OnceLock::new();
    *SHARED.get_or_init(|| {
        let program = std::env::var("MOTO_SERVER").unwrap_or_else(|_| "moto_server".to_owned());
        Command::new(&program)
            .arg("--help")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .ok()?;
        let port = free_port();
        // The pipe closes when this process ends, however it does.
        let line = "\"$0\" -H 127.0.0.1 -p \"$1\" >/dev/null 2>&1 & read -r _; kill $!";
        let mut child = Command::new("sh")
            .args(["-c", line, &program, &port.to_string()])
            .stdin(Stdio::piped())
            .spawn()
            .ok()?;
        std::mem::forget(child.stdin.take());
        let end = Instant::now() + Duration::from_secs(30);
        while Instant::now() < end {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Some(port);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        None
    })
}
