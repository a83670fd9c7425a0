//! `auth pam` behind the real `pam_exec`, asked by `pamtester`. Makes a service of its own in `/etc/pam.d` and
//! removes it; skips where that cannot be.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::sandbox::{Sandbox, skipped};

const PASSWORD: &str = " seven geese walk to Münster ";
const TIME: &str = "2026-11-22T13:00:00Z";

/// A service that exists as long as this value.
struct Service {
    name: String,
    path: PathBuf,
}

impl Service {
    /// `pam_exec` starts a script, because what the tests fix is set in variables that PAM does not pass on.
    fn new(sandbox: &Sandbox, flags: &str) -> Self {
        let program = env!("CARGO_BIN_EXE_optimactl");
        let folder = sandbox.path("store");
        let folder = folder.parent().unwrap().display();
        let script = format!(
            "#!/bin/sh\ncd '{folder}' || exit 9\n\
             OPTIMACTL_TEST_TIME={TIME} OPTIMACTL_TEST_CHEAP=1 OPTIMACTL_TEST_SEED=$$ \\\n\
             exec '{program}' auth pam --store store --identity identity.txt {flags}\n"
        );
        let number = flags.len();
        let script_name = format!("pam-{number}.sh");
        sandbox.write(&script_name, &script, 0o700);
        let name = format!("optimactl-test-{}-{number}", std::process::id());
        let path = Path::new("/etc/pam.d").join(&name);
        let script = sandbox.path(&script_name);
        let lines: String = ["auth", "account", "password", "session"]
            .map(|kind| {
                format!(
                    "{kind} required pam_exec.so expose_authtok quiet {}\n",
                    script.display()
                )
            })
            .concat();
        std::fs::write(&path, lines).unwrap();
        Self { name, path }
    }

    fn asks(&self, account: &str, operation: &str, password: &str) -> bool {
        let mut child = Command::new("pamtester")
            .args(["-I", "rhost=192.0.2.7", &self.name, account, operation])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(format!("{password}\n").as_bytes()).ok();
        drop(input);
        child.wait().unwrap().success()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        std::fs::remove_file(&self.path).ok();
    }
}

fn possible() -> bool {
    let is_root = rustix_is_root();
    let installed = Command::new("pamtester")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    let reason = match (is_root, installed, Path::new("/etc/pam.d").is_dir()) {
        (false, ..) => "a service in `/etc/pam.d` needs root",
        (_, false, _) => "`pamtester` is not installed",
        (.., false) => "there is no `/etc/pam.d`",
        _ => return true,
    };
    skipped(reason);
    false
}

/// Whether this process may write to `/etc`: the effective user is root.
fn rustix_is_root() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let uids = status.lines().find_map(|line| line.strip_prefix("Uid:"));
    uids.and_then(|uids| uids.split_whitespace().nth(1)) == Some("0")
}

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let _made = sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    for name in ["mira", "zoe"] {
        let words = ["account", "create", name, "--password-stdin", "--email"];
        let email = format!("{name}@mail.example");
        let _made = sandbox
            .run_input(&[&words[..], &[&email]].concat(), PASSWORD)
            .ok();
    }
    sandbox
}

#[test]
fn pam_lets_in_who_should_come_in() {
    if !possible() {
        return;
    }
    let sandbox = sandbox();
    let service = Service::new(&sandbox, "");
    assert!(service.asks("mira", "authenticate", PASSWORD));
    assert!(service.asks("MIRA", "authenticate", PASSWORD));
    assert!(!service.asks("mira", "authenticate", PASSWORD.trim()));
    assert!(!service.asks("mira", "authenticate", ""));
    assert!(!service.asks("nobody", "authenticate", PASSWORD));
    assert!(service.asks("mira", "acct_mgmt", ""));
    assert!(!service.asks("nobody", "acct_mgmt", ""));
    assert!(service.asks("mira", "open_session", ""));
    assert!(!service.asks("mira", "chauthtok", PASSWORD));
    let _locked = sandbox
        .run(&[
            "account", "lock", "mira", "--for", "24h", "--reason", "x", "--yes",
        ])
        .ok();
    assert!(!service.asks("mira", "authenticate", PASSWORD));
    assert!(!service.asks("mira", "acct_mgmt", ""));
    let log = sandbox
        .run(&["audit", "export", "--as", "jsonl", "--output", "-"])
        .ok();
    let signed_in = log
        .lines()
        .find(|line| line.contains("\"auth.login\""))
        .unwrap();
    let signed_in: serde_json::Value = serde_json::from_str(signed_in).unwrap();
    assert_eq!(signed_in["via"], "pam");
    assert_eq!(signed_in["personal"]["ip"], "192.0.2.7");
    assert!(signed_in["_sd"]["service"].is_string());
    assert!(!log.contains(PASSWORD.trim()));
    let searched = [
        "audit",
        "list",
        "--ip",
        "192.0.2.0/24",
        "--outcome",
        "failure",
    ];
    assert!(sandbox.run(&searched).ok().contains("auth.account"));
}

#[test]
fn a_code_stands_behind_the_password_and_works_once() {
    if !possible() {
        return;
    }
    let oathtool = Command::new("oathtool").arg("--version").output();
    if oathtool.is_err() {
        return skipped("`oathtool` is not installed");
    }
    let sandbox = sandbox();
    let code = |secret: &str, time: &str| {
        let words = ["--totp", "-b", "--now", time, secret];
        let said = Command::new("oathtool").args(words).output().unwrap();
        String::from_utf8(said.stdout).unwrap().trim().to_owned()
    };
    let enrolled = sandbox
        .run(&["2fa", "enroll", "mira", "--format", "json"])
        .json();
    let secret = enrolled["data"]["secret"].as_str().unwrap().to_owned();
    let first = code(&secret, "2026-11-22 12:00:00 UTC");
    let _confirmed = sandbox
        .run_input(&["2fa", "confirm", "mira", "--code-stdin"], &first)
        .ok();
    let appended = Service::new(&sandbox, "--code appended");
    let plain = Service::new(&sandbox, "");
    let fresh = code(&secret, "2026-11-22 13:00:00 UTC");
    assert!(!plain.asks("mira", "authenticate", PASSWORD));
    assert!(!appended.asks("mira", "authenticate", PASSWORD));
    assert!(!appended.asks("mira", "authenticate", &format!("wrong{fresh}")));
    assert!(appended.asks("mira", "authenticate", &format!("{PASSWORD}{fresh}")));
    assert!(!appended.asks("mira", "authenticate", &format!("{PASSWORD}{fresh}")));
    assert!(appended.asks("zoe", "authenticate", PASSWORD));
    assert!(!appended.asks("zoe", "authenticate", &format!("{PASSWORD}{fresh}")));
}

/// Without PAM: what a caller could set changes nothing, and every end is 0 or 1.
#[test]
fn every_end_is_zero_or_one() {
    let sandbox = sandbox();
    let flags = "--store store --identity identity.txt";
    let bare = |variables: &str, line: &str| {
        sandbox.sh(&format!(
            "printf '%s' '{PASSWORD}' | env -i {variables} OPTIMACTL_TEST_CHEAP=1 OPTIMACTL_TEST_TIME={TIME} $(command -v optimactl) auth pam {line}"
        ))
    };
    let mira = "PAM_TYPE=auth PAM_USER=mira";
    let ran = bare(mira, flags);
    assert!(ran.stdout.is_empty() && ran.stderr.is_empty(), "{ran:?}");
    let _came = ran.ok();
    let _nul = sandbox
        .sh(&format!(
            "printf '%s\\0' '{PASSWORD}' | {mira} optimactl auth pam {flags}"
        ))
        .ok();
    for (variables, line) in [
        (mira, "--no-such-flag"),
        (mira, "--code sometimes"),
        (mira, "--store elsewhere"),
        (mira, "--store store"),
        (mira, "--store store --identity missing"),
        (mira, "--dry-run"),
        ("PAM_TYPE=auth", flags),
        ("PAM_USER=mira", flags),
        ("PAM_TYPE=password PAM_USER=mira", flags),
        ("PAM_TYPE=other PAM_USER=mira", flags),
        ("COMPLETE=bash", ""),
        (
            "PAM_TYPE=auth PAM_USER=mira OPTIMACTL_STORE=store OPTIMACTL_IDENTITY=identity.txt",
            "",
        ),
    ] {
        let ran = bare(variables, line);
        assert!(ran.stdout.is_empty(), "{variables} {line}: {}", ran.stdout);
        assert_eq!(ran.code, 1, "{variables} {line}: {}", ran.stderr);
    }
    let ran = bare(mira, &format!("{flags} -v"));
    assert!(ran.stderr.contains("the answer is `ok`"), "{}", ran.stderr);
    let ran = sandbox.sh(&format!("{mira} optimactl auth pam {flags} </dev/null"));
    ran.fails(1, "expose_authtok");
    let long = sandbox.sh(&format!(
        "head -c 5000 /dev/zero | tr '\\0' x | {mira} optimactl auth pam {flags}"
    ));
    long.fails(1, "longer than 4096 bytes");
}
