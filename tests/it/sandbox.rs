//! A place of its own for one test: home, store, configuration, clock and seed.

use std::io::{Read, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The newest backup in the place of the store here.
pub const REPLACE: [&str; 9] = [
    "backup",
    "restore",
    "--latest",
    "--from",
    "backups",
    "--replace",
    "--reason",
    "test",
    "--confirm=store",
];
/// What was replaced last comes back.
pub const UNDO: [&str; 6] = [
    "backup",
    "restore",
    "--undo",
    "--reason",
    "test",
    "--confirm=store",
];

pub const TIME: &str = "2026-11-22T12:00:00Z";
/// A command that is not done by then hangs.
const PATIENCE: Duration = Duration::from_mins(1);

/// The commands that prepare the fixture, in order. Whoever adds a command whose example needs a row adds the
/// line that makes it; lines run in a shell inside the sandbox.
pub const FIXTURE: &[&str] = &[
    "optimactl init --new-identity identity.txt",
    "printf 'correct horse battery staple\n' > passphrase.txt && chmod 600 passphrase.txt",
    "optimactl key add second --new-passphrase-file passphrase.txt",
    "optimactl role create support --description 'first line' --permit account.show",
    "echo 'seven geese walk to Utrecht' | optimactl account create mira --email mira@mail.example --role admin --password-stdin",
    "optimactl account create tom --email tom@mail.example --no-password",
    "optimactl account create zoe --email zoe@mail.example --role support --invite",
    "optimactl account create old-bot --kind service --no-password && optimactl account remove old-bot --yes",
    // Requests 1 to 4: received, verified, ready, delivering.
    "for n in 1 2 3 4; do optimactl request open --email kim@example.org --type access --law gdpr --calendar DE --received 2026-11-20; done",
    "for n in 2 3 4; do optimactl request verify R-2026-000$n --method email; done",
    "for n in 3 4; do optimactl request build R-2026-000$n --new-passphrase-file passphrase.txt --output built; done",
    "optimactl request deliver R-2026-0004 --channel portal",
    // The code belongs to the secret that the fixed seed gives and to the fixed time.
    "optimactl 2fa enroll zoe --format json && echo 740881 | optimactl 2fa confirm zoe --code-stdin",
    "optimactl backup create --to backups",
    // The ids in the examples belong to these words and the fixed seed.
    "optimactl token create tom --name deploy --scope deploy:write --output tom.token",
    "printf 'c0ffee\n' > session.key && chmod 600 session.key && optimactl session record tom --key-file session.key",
    "optimactl group create helpdesk --description 'answers the phone' && optimactl group add helpdesk zoe",
    "printf 'name,email,display_name\nida,ida@mail.example,Ida Berg\npit,pit@mail.example,Pit Sand\n' > people.csv",
    "optimactl role operator bind tom --uid 60001",
    "printf 'harbor nord office\nlighthouse canteen\n' > own-words.txt",
    "optimactl 2fa policy set support --grace 30d --yes",
    // A witness that signed the log once: its key, the log's key, a checkpoint and what came back.
    "optimactl audit witness init example.com/ana --new-key ana.key --format json | sed 's/.*\"witness\": *\"\\([^\"]*\\)\".*/\\1/;t;d' > ana.vkey",
    "optimactl key list --format json | sed 's/.*\"vkey\": *\"\\([^\"]*\\)\".*/\\1/;t;d' > log.vkey",
    "optimactl audit checkpoint --output log.checkpoint && cp ana.key.state fixture.state && optimactl audit witness sign log.checkpoint --key ana.key --vkey log.vkey --state fixture.state --output ana.cosigned",
    "printf '[audit]\nwitness = [\"%s\"]\n' \"$(cat ana.vkey)\" >> config.toml",
    "printf 'not what an authority answers' > log.tsr",
    // Request 5 waits for an answer.
    "optimactl request open --email kim@example.org --type access --law gdpr --calendar DE --received 2026-11-20 && optimactl request suspend R-2026-0005",
    // Requests 6 to 11: an agent without a permission, an erasure verified and one planned, a correction verified, one
    // denied, one appealed. One person is enough to approve here.
    "optimactl request open --email kim@example.org --type opt-out --law ccpa --received 2026-11-20 --agent 'Example Rights Ltd'",
    "for n in 7 8; do optimactl request open --email kim@example.org --type erasure --law gdpr --calendar DE --received 2026-11-20 && optimactl request verify R-2026-000$n --method email; done",
    "optimactl request approvers 1 --reason 'nobody else is here' --confirm store && optimactl request plan R-2026-0008",
    "optimactl request open --email kim@example.org --type correct --law ccpa --contested name --received 2026-11-20 && optimactl request verify R-2026-0009 --method email",
    "for n in 10 11; do optimactl request open --email kim@example.org --type access --law gdpr --calendar DE --received 2026-11-20 && optimactl request deny R-2026-00$n --code no-match --text 'Nobody of that address.'; done",
    "optimactl request appeal R-2026-0011",
    // What the examples of imports read.
    r#"printf '{"id":"T-1","type":"access","law":"gdpr","received":"2026-10-01","state":"fulfilled","closed":"2026-10-20"}\n' > earlier.jsonl"#,
    "printf 'date,name\n2026-03-09,Own day\n2026-12-25,Christmas\n2027-01-01,New Year\n' > berlin.csv",
    // Rights that are not erasure: the ids in the examples belong to these words and the fixed seed.
    "optimactl hold place zoe --class contact,sessions --basis 'HGB §257' --owner legal",
    "printf 'We write to you once a month.\n' > newsletter-2026.txt && optimactl consent record zoe --purpose newsletter --version 2026-11 --text newsletter-2026.txt --source web",
    "optimactl optout set --email lee@example.org --what sale-sharing --source gpc --channel web",
    // The register of processing is whole.
    "printf '[controller]\nname = \"Example GmbH\"\ncontact = \"privacy@example.org\"\n[processing]\npurposes = [\"Running the platform\"]\nbasis = \"Contract\"\nrecipients = [\"None\"]\ntransfers = \"None\"\nretention = \"As the rules say\"\nautomated = \"None\"\n' >> config.toml",
    // Request 12 may be erased, the person of request 13 was.
    "for n in 2 3; do optimactl request open --email person$n@example.org --type erasure --law gdpr --calendar DE --received 2026-11-20 && optimactl request verify R-2026-001$n --method email && optimactl request plan R-2026-001$n && optimactl request approve R-2026-001$n; done",
    "optimactl request erase R-2026-0013 --confirm R-2026-0013",
    // What request 9 says is wrong was put right in another system; request 14 waits for it.
    "optimactl request rectify R-2026-0009 --elsewhere 'the name in the newsletter'",
    "optimactl request open tom --type rectification --law gdpr --calendar DE --contested name --received 2026-11-20 && optimactl request verify R-2026-0014 --method sign-in",
];

/// Says that a test does less than it could, and why: straight to standard error, which the harness does
/// not hold back.
pub fn skipped(reason: &str) {
    writeln!(std::io::stderr(), "skipped: {reason}").ok();
}

pub struct Sandbox {
    folder: TempDir,
}

#[derive(Debug)]
#[must_use = "look at the output or assert the exit code"]
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

impl Ran {
    /// Asserts the exit code and gives standard output.
    #[track_caller]
    pub fn code(self, expected: i32) -> String {
        assert_eq!(
            self.code, expected,
            "stdout: {}\nstderr: {}",
            self.stdout, self.stderr
        );
        self.stdout
    }

    #[track_caller]
    pub fn ok(self) -> String {
        self.code(0)
    }

    /// Asserts the code and that standard error says `text`.
    #[track_caller]
    pub fn fails(self, expected: i32, text: &str) {
        assert!(
            self.stderr.contains(text),
            "`{text}` is not in: {}",
            self.stderr
        );
        self.code(expected);
    }

    #[track_caller]
    pub fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.ok()).expect("standard output is JSON")
    }
}

impl Sandbox {
    pub fn new() -> Self {
        let sandbox = Self {
            folder: TempDir::new().unwrap(),
        };
        std::fs::create_dir(sandbox.path("home")).unwrap();
        sandbox.write("config.toml", "", 0o600);
        sandbox
    }

    /// A sandbox in which the lines of [`FIXTURE`] have run: prepared once, copied for each test.
    pub fn prepared() -> Self {
        static PREPARED: OnceLock<PathBuf> = OnceLock::new();
        let original = PREPARED.get_or_init(|| {
            let sandbox = Self::new();
            for line in FIXTURE {
                sandbox.sh(line).ok();
            }
            // Out of the way: the copies know it as the place of their backups and would write there.
            let made = sandbox.folder.keep();
            let away = made.with_extension("prepared");
            std::fs::rename(&made, &away).unwrap();
            away
        });
        let copy = Self {
            folder: TempDir::new().unwrap(),
        };
        let from = original.join(".");
        let done = Command::new("cp")
            .arg("-a")
            .arg(from)
            .arg(copy.folder.path())
            .status()
            .unwrap();
        assert!(done.success());
        copy
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The text with this sandbox's own path taken out.
    pub fn anonymous(&self, text: &str) -> String {
        text.replace(&self.folder.path().display().to_string(), "[DIR]")
    }

    pub fn write(&self, name: &str, text: &str, mode: u32) {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    /// The program, with nothing of this machine around it. Root's places in `/etc` and `/var` are never
    /// looked at: store and configuration are named.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        let own = Path::new(env!("CARGO_BIN_EXE_optimactl")).parent().unwrap();
        command
            .env_clear()
            .current_dir(self.folder.path())
            .env("PATH", format!("{}:/usr/bin:/bin", own.display()))
            .env("HOME", self.path("home"))
            // One seed gives one name for what lies there for a while: tests that run together would meet.
            .env("TMPDIR", self.path("home"))
            .env("TZ", "UTC")
            .env("LC_ALL", "C.UTF-8")
            .env("OPTIMACTL_STORE", self.path("store"))
            .env("OPTIMACTL_CONFIG", self.path("config.toml"))
            .env("OPTIMACTL_TEST_TIME", TIME)
            .env("OPTIMACTL_TEST_SEED", "7")
            .env("OPTIMACTL_TEST_CHEAP", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if self.path("identity.txt").exists() {
            command.env("OPTIMACTL_IDENTITY", self.path("identity.txt"));
        }
        command
    }

    pub fn run(&self, words: &[&str]) -> Ran {
        finish(
            self.command(env!("CARGO_BIN_EXE_optimactl"))
                .args(words)
                .spawn()
                .unwrap(),
        )
    }

    pub fn run_with(&self, words: &[&str], variables: &[(&str, &str)]) -> Ran {
        let mut command = self.command(env!("CARGO_BIN_EXE_optimactl"));
        finish(
            command
                .args(words)
                .envs(variables.iter().copied())
                .spawn()
                .unwrap(),
        )
    }

    pub fn run_input(&self, words: &[&str], input: &str) -> Ran {
        let mut command = self.command(env!("CARGO_BIN_EXE_optimactl"));
        let mut child = command.args(words).stdin(Stdio::piped()).spawn().unwrap();
        // A program that does not read its input closes it; what it says then is the test's matter.
        child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
        finish(child)
    }

    /// Runs a line in the shell, where `optimactl` is the program under test.
    pub fn sh(&self, line: &str) -> Ran {
        finish(self.command("sh").args(["-c", line]).spawn().unwrap())
    }
}

fn finish(mut child: Child) -> Ran {
    let stdout = reader(child.stdout.take().unwrap());
    let stderr = reader(child.stderr.take().unwrap());
    let end = Instant::now() + PATIENCE;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > end {
            child.kill().ok();
            panic!("it hangs");
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    Ran {
        stdout: stdout.join().unwrap(),
        stderr: stderr.join().unwrap(),
        code: status.code().unwrap_or(-1),
    }
}

fn reader(mut from: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = vec![];
        from.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    })
}
