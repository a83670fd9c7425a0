//! Unlockers of every kind: plugins, protected identity files, passphrase commands, credentials. Each opens the
//! store or says why not, and nothing is waited for without end.

use std::process::Command;
use std::time::Instant;

use crate::sandbox::{Ran, Sandbox, skipped};

const RECIPIENT: &str = "age1tst1w3skwvgq7fggn";
const IDENTITY: &str = "AGE-PLUGIN-TST-1W3SKWVGEDN49J";

/// A plugin that hides nothing: it puts the file key into its stanza as it is. The file `mode` beside it says
/// how it behaves.
const PLUGIN: &str = r#"#!/bin/sh
dir=$(dirname "$0"); mode=$(cat "$dir/mode"); key=; found=
[ "$mode" = hang ] && sleep 1000
[ "$mode" = die ] && { echo 'no device' >&2; exit 1; }
reply() { read -r status; read -r body; }
while read -r line; do
    case $line in
    '-> done') read -r empty; break ;;
    '-> wrap-file-key') read -r key ;;
    '-> recipient-stanza 0 tst'*) read -r found ;;
    esac
done
echo "$1" >> "$dir/log"
if [ "$mode" = pin ] && [ "$1" = --age-plugin=identity-v1 ]; then
    printf -- '-> request-secret\nUElO\n'; reply
    [ "$status" = '-> ok' ] || { printf -- '-> error internal\nbm8gUElO\n'; reply; found=; }
fi
if [ -n "$key" ]; then
    [ "$mode" = pq ] && { printf -- '-> labels postquantum\n\n'; reply; }
    printf -- '-> recipient-stanza 0 tst\n%s\n' "$key"; reply
fi
[ -n "$found" ] && { printf -- '-> file-key 0\n%s\n' "$found"; reply; }
printf -- '-> done\n\n'
"#;

/// A sandbox whose configuration names the plugin; its recipient is added as `touch`.
fn with_plugin(mode: &str) -> Sandbox {
    let sandbox = Sandbox::prepared();
    std::fs::create_dir(sandbox.path("plugins")).unwrap();
    sandbox.write("plugins/age-plugin-tst", PLUGIN, 0o700);
    sandbox.write("plugins/mode", mode, 0o600);
    let folder = sandbox.path("plugins");
    let config = format!(
        "[unlock]\nplugin_path = [\"{}\"]\nwait = \"1s\"\n",
        folder.display()
    );
    sandbox.write("config.toml", &config, 0o600);
    sandbox.write("touch.txt", &format!("# touch\n{IDENTITY}\n"), 0o600);
    sandbox
}

fn add(sandbox: &Sandbox) -> Ran {
    sandbox.run(&["key", "add", "touch", "--recipient", RECIPIENT])
}

fn by(sandbox: &Sandbox, identity: &str) -> Ran {
    sandbox.run(&["--identity", identity, "key", "list", "--format", "json"])
}

#[test]
fn a_plugin_opens_the_store_and_its_backups() {
    let sandbox = with_plugin("ok");
    add(&sandbox).ok();
    let list = by(&sandbox, "touch.txt").json();
    let kinds: Vec<_> = list["data"]["unlockers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|unlocker| unlocker["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["age", "passphrase", "plugin:tst"]);
    sandbox.run(&["key", "rotate", "--master"]).ok();
    by(&sandbox, "touch.txt").ok();
    sandbox.run(&["backup", "create", "--to", "more"]).ok();
    sandbox
        .run(&[
            "--identity",
            "touch.txt",
            "backup",
            "restore",
            "--latest",
            "--from",
            "more",
            "--to",
            "back",
        ])
        .ok();
}

#[test]
fn a_pin_is_asked_for_at_a_terminal_only_and_never_waited_for() {
    let sandbox = with_plugin("pin");
    add(&sandbox).ok();
    by(&sandbox, "touch.txt").fails(5, "asks `PIN`, and there is no terminal");
    // Another unlocker beside it still opens.
    sandbox
        .run(&[
            "--identity",
            "touch.txt",
            "--passphrase-file",
            "passphrase.txt",
            "key",
            "verify",
        ])
        .ok();
}

#[test]
fn a_plugin_that_hangs_or_dies_is_told_and_given_up() {
    let sandbox = with_plugin("ok");
    add(&sandbox).ok();
    let since = Instant::now();
    sandbox.write("plugins/mode", "hang", 0o600);
    by(&sandbox, "touch.txt").fails(12, "was silent for 1 seconds");
    assert!(since.elapsed().as_secs() < 20);
    sandbox.write("plugins/mode", "die", 0o600);
    by(&sandbox, "touch.txt").fails(12, "it said: no device");
}

#[test]
fn a_plugin_that_others_can_change_gets_no_secret() {
    let sandbox = with_plugin("ok");
    add(&sandbox).ok();
    sandbox.sh("chmod go+w plugins/age-plugin-tst").ok();
    by(&sandbox, "touch.txt").fails(5, "others can change");
    sandbox
        .sh("chmod go-w plugins/age-plugin-tst && chmod go+w plugins")
        .ok();
    by(&sandbox, "touch.txt").fails(5, "others can change");
    sandbox
        .sh("chmod go-w plugins && rm plugins/age-plugin-tst")
        .ok();
    by(&sandbox, "touch.txt").fails(5, "there is no plugin `age-plugin-tst`");
    // Relative folders of PATH are wherever one stands: nothing is started from them.
    sandbox.write("config.toml", "", 0o600);
    sandbox.write("age-plugin-tst", "#!/bin/sh\ntouch ran\n", 0o700);
    sandbox
        .run_with(
            &["--identity", "touch.txt", "key", "list"],
            &[("PATH", ".:/usr/bin:/bin")],
        )
        .fails(5, "there is no plugin");
    assert!(!sandbox.path("ran").exists());
}

#[test]
fn a_recipient_that_stands_alone_opens_backups_through_recovery() {
    let sandbox = with_plugin("pq");
    let added = add(&sandbox).ok();
    assert!(added.contains("alone"), "{added}");
    by(&sandbox, "touch.txt").ok();
    // The other recipients go on, and this one opens the backup through the master identity.
    sandbox.run(&["backup", "create", "--to", "more"]).ok();
    sandbox
        .run(&[
            "--identity",
            "touch.txt",
            "backup",
            "restore",
            "--latest",
            "--from",
            "more",
            "--to",
            "back",
        ])
        .ok();
    // Named by hand it is refused.
    sandbox
        .run(&[
            "backup",
            "create",
            "--to",
            "other",
            "--recipient",
            RECIPIENT,
        ])
        .fails(5, "cannot stand beside");
}

#[test]
fn protected_identity_files_open_with_the_given_passphrase() {
    if Command::new("ssh-keygen").arg("-?").output().is_err() {
        skipped("ssh-keygen is not installed");
        return;
    }
    let sandbox = Sandbox::prepared();
    sandbox
        .sh("ssh-keygen -q -t ed25519 -N 'locked away' -f sshkey -C someone@somewhere")
        .ok();
    sandbox.write("ssh.pass", "locked away\n", 0o600);
    let public = std::fs::read_to_string(sandbox.path("sshkey.pub")).unwrap();
    sandbox
        .run(&["key", "add", "ssh", "--recipient", public.trim()])
        .ok();
    by(&sandbox, "sshkey").fails(12, "is protected by a passphrase, and none was given");
    by(&sandbox, "sshkey.pub").fails(5, "others can read");
    sandbox.sh("chmod 600 sshkey.pub").ok();
    by(&sandbox, "sshkey.pub").fails(2, "is not an age identity");
    let with = |pass: &str| {
        sandbox.run(&[
            "--identity",
            "sshkey",
            "--passphrase-file",
            pass,
            "key",
            "list",
        ])
    };
    with("ssh.pass").ok();
    sandbox.write("wrong.pass", "locked out\n", 0o600);
    with("wrong.pass").fails(12, "no given passphrase opens");
}

#[test]
fn identity_files_of_other_systems_are_read() {
    let sandbox = Sandbox::prepared();
    let text = std::fs::read_to_string(sandbox.path("identity.txt")).unwrap();
    sandbox.write(
        "windows.txt",
        &format!("\u{feff}{}", text.replace('\n', "\r\n")),
        0o600,
    );
    by(&sandbox, "windows.txt").ok();
    // The identity of a passphrase slot is an age file under that passphrase.
    sandbox
        .sh("cp store/slots/second.identity.age . && chmod 600 second.identity.age")
        .ok();
    by(&sandbox, "second.identity.age").fails(12, "is protected by a passphrase");
    let both = [
        "--identity",
        "second.identity.age",
        "--passphrase-file",
        "passphrase.txt",
    ];
    let words: Vec<&str> = both
        .into_iter()
        .chain(["key", "verify", "--format", "json"])
        .collect();
    let verified = sandbox.run(&words).json();
    assert_eq!(verified["data"]["opened"].as_array().unwrap().len(), 2);
}

#[test]
fn a_passphrase_command_is_bounded() {
    let sandbox = Sandbox::prepared();
    let ran = |command: &str| {
        let config = format!("[unlock]\nwait = \"1s\"\npassphrase_command = {command}\n");
        sandbox.write("config.toml", &config, 0o600);
        let mut command = sandbox.command(env!("CARGO_BIN_EXE_optimactl"));
        command
            .env_remove("OPTIMACTL_IDENTITY")
            .args(["key", "list"]);
        let out = command.output().unwrap();
        Ran {
            stdout: String::from_utf8_lossy(&out.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&out.stderr).into_owned(),
            code: out.status.code().unwrap(),
        }
    };
    let file = sandbox.path("passphrase.txt");
    ran(&format!("[\"/bin/cat\", \"{}\"]", file.display())).ok();
    ran("[\"/bin/sleep\", \"1000\"]").fails(1, "was silent for 1 seconds");
    ran("[\"/bin/false\"]").fails(1, "ended with an error");
    ran("[\"/bin/echo\", \"wrong\"]").fails(12, "no given unlocker");
    ran("[\"/nowhere/at-all\"]").fails(1, "cannot run");
}

#[test]
fn systemd_credentials_open_the_store() {
    let sandbox = Sandbox::prepared();
    let ran = |file: &str, name: &str| {
        sandbox
            .sh("rm -rf credentials && mkdir -m 755 credentials")
            .ok();
        sandbox
            .sh(&format!(
                "cp {file} credentials/{name} && chmod 440 credentials/{name}"
            ))
            .ok();
        let folder = sandbox.path("credentials").display().to_string();
        sandbox.run_with(
            &["key", "list"],
            &[
                ("CREDENTIALS_DIRECTORY", folder.as_str()),
                ("OPTIMACTL_IDENTITY", ""),
            ],
        )
    };
    ran("identity.txt", "optimactl.identity").ok();
    ran("passphrase.txt", "optimactl.passphrase").ok();
    sandbox.write("notes.txt", "# nothing\n", 0o600);
    ran("notes.txt", "optimactl.identity").fails(2, "holds no identity");
}
