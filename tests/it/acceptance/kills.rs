//! `kill -9` while accounts change in parallel and keys rotate, backups are made or restored beside them: what a
//! command confirmed stays, rows as well as events, and everything opens.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Dice, ask, command};
use crate::sandbox::Sandbox;

const PASSWORD: &str = "seven geese walk to Utrecht";

/// What runs beside the changes, in turn; `None`: only more changes.
const BESIDE: &[Option<&str>] = &[
    None,
    Some("key rotate"),
    Some("backup create --to backups"),
    Some("backup restore --latest --from backups --to again"),
    Some("key rotate --master"),
    Some("store compact"),
    Some("key rotate --pepper"),
    Some("backup create --delta --to deltas"),
    Some("key rotate --journal"),
    Some("backup create --to pruned; backup prune --from pruned --keep-last 2 --max 1000 --yes"),
    Some(
        "backup create --to pruned; backup prune --from pruned --keep-last 2 --max 1000 --yes --no-trash",
    ),
    Some("backup verify --restore-test --latest --from backups"),
];

/// A change whose command ended with 0.
#[derive(Clone)]
struct Confirmed {
    account: String,
    action: &'static str,
    event: u64,
}

/// One process that may be killed from another thread.
#[derive(Default)]
struct Post(Mutex<Option<std::process::Child>>);

/// Processes that a kill found running.
static HIT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);

impl Post {
    fn kill(&self) -> bool {
        let mut child = self.0.lock().unwrap();
        child.as_mut().is_some_and(|child| child.kill().is_ok())
    }

    /// Runs a command to its end and gives its answer, or nothing if it was killed.
    fn run(&self, sandbox: &Sandbox, words: &[String], stop: &AtomicBool) -> Option<Value> {
        {
            let mut place = self.0.lock().unwrap();
            if stop.load(Ordering::SeqCst) {
                return None;
            }
            let file = std::fs::File::open(sandbox.path("password.txt")).unwrap();
            let mut command = command(sandbox);
            command
                .args(words)
                .args(["--wait", "20s", "--format", "json"]);
            *place = Some(command.stdin(file).spawn().unwrap());
        }
        loop {
            std::thread::sleep(Duration::from_millis(1));
            let mut place = self.0.lock().unwrap();
            if place.as_mut().unwrap().try_wait().unwrap().is_none() {
                continue;
            }
            let output = place.take().unwrap().wait_with_output().unwrap();
            let errors = String::from_utf8_lossy(&output.stderr);
            return match output.status.code() {
                None => {
                    HIT.fetch_add(1, Ordering::SeqCst);
                    None
                }
                Some(0) => Some(serde_json::from_slice(&output.stdout).unwrap()),
                Some(code) => panic!("{words:?} ended with {code}: {errors}"),
            };
        }
    }
}

/// The changes that one worker makes to an account, in turn.
fn change(account: &str, turn: usize) -> (&'static str, String) {
    match turn % 5 {
        0 => (
            "account.create",
            format!("account create {account} --email {account}@mail.example --no-password"),
        ),
        1 => (
            "account.change",
            format!("account change {account} --display-name Changed-{account}"),
        ),
        2 => ("role.grant", format!("role grant support {account}")),
        3 => (
            "password.set",
            format!("password set {account} --password-stdin"),
        ),
        _ => (
            "account.lock",
            format!("account lock {account} --for 24h --reason test --yes"),
        ),
    }
}

fn split(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

/// Makes changes until it is stopped. After a kill it goes on with another account.
fn work(
    sandbox: &Sandbox,
    name: &str,
    post: &Post,
    stop: &AtomicBool,
    done: &Mutex<Vec<Confirmed>>,
) {
    let (mut turn, mut life) = (0, 0);
    while !stop.load(Ordering::SeqCst) {
        let account = format!("{name}-{life}-{}", turn / 5);
        let (action, words) = change(&account, turn);
        let Some(answer) = post.run(sandbox, &split(&words), stop) else {
            (life, turn) = (life + 1, 0);
            continue;
        };
        let event = answer["data"]["event"].as_u64().unwrap();
        done.lock().unwrap().push(Confirmed {
            account,
            action,
            event,
        });
        turn += 1;
    }
}

/// Runs the same commands again and again until it is stopped; gives the ids that they confirmed.
fn repeat(sandbox: &Sandbox, line: &str, post: &Post, stop: &AtomicBool) -> Vec<String> {
    let mut ids = vec![];
    while !stop.load(Ordering::SeqCst) {
        for line in line.split("; ") {
            if line.starts_with("backup restore") {
                std::fs::remove_dir_all(sandbox.path("again")).ok();
            }
            // What comes next needs what this one makes: behind a kill it begins anew.
            let Some(answer) = post.run(sandbox, &split(line), stop) else {
                break;
            };
            ids.extend(answer["data"]["id"].as_str().map(str::to_owned));
        }
    }
    ids
}

/// Lets everything run for a random time, then kills all of it, or one process and lets the others go on.
fn round(
    sandbox: &Sandbox,
    number: u32,
    beside: Option<&str>,
    dice: &mut Dice,
) -> (Vec<Confirmed>, Vec<String>) {
    let posts = [Post::default(), Post::default(), Post::default()];
    let stop = AtomicBool::new(false);
    let done = Mutex::new(vec![]);
    let ids = std::thread::scope(|scope| {
        for (worker, post) in posts.iter().take(2).enumerate() {
            let (stop, done) = (&stop, &done);
            scope.spawn(move || work(sandbox, &format!("r{number}-{worker}"), post, stop, done));
        }
        let (stop, done, last) = (&stop, &done, &posts[2]);
        let third = scope.spawn(move || {
            if let Some(line) = beside {
                return repeat(sandbox, line, last, stop);
            }
            work(sandbox, &format!("r{number}-2"), last, stop, done);
            vec![]
        });
        std::thread::sleep(
            Duration::from_millis(20) + Duration::from_millis(250).mul_f64(dice.roll()),
        );
        if dice.roll() < 0.3 {
            let one = if dice.roll() < 0.5 { 2 } else { 0 };
            posts[one].kill();
            std::thread::sleep(Duration::from_millis(60).mul_f64(dice.roll()));
            stop.store(true, Ordering::SeqCst);
        } else {
            stop.store(true, Ordering::SeqCst);
            for post in &posts {
                post.kill();
            }
        }
        third.join().unwrap()
    });
    (done.into_inner().unwrap(), ids)
}

fn require_everything(sandbox: &Sandbox, store: &str, confirmed: &[Confirmed]) {
    let run = |words: &[&str]| ask(sandbox, &[&["--store", store], words].concat(), "");
    let listed = run(&["account", "list", "--format", "json"]).json();
    let accounts = listed["data"].as_array().unwrap();
    for change in confirmed {
        let found = accounts
            .iter()
            .find(|row| row["name"] == change.account.as_str());
        let row = found.unwrap_or_else(|| panic!("{store}: {} is lost", change.account));
        let there = match change.action {
            "account.create" => true,
            "account.change" => row["display_name"] == format!("Changed-{}", change.account),
            "role.grant" => row["roles"]
                .as_array()
                .unwrap()
                .contains(&Value::from("support")),
            "password.set" => row["password"] == "set",
            _ => row["locked_until"].is_string(),
        };
        assert!(
            there,
            "{store}: {} of {} is lost: {row}",
            change.action, change.account
        );
    }
}

fn require_events(sandbox: &Sandbox, confirmed: &[Confirmed]) {
    let Some(first) = confirmed.iter().map(|change| change.event).min() else {
        return;
    };
    let from = format!("{first}..");
    let exported = ask(
        sandbox,
        &["audit", "export", "--redacted", "--seq", &from],
        "",
    )
    .ok();
    let actions: std::collections::HashMap<u64, String> = exported
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|event| {
            (
                event["seq"].as_u64().unwrap(),
                event["action"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    for change in confirmed {
        let found = actions.get(&change.event).map(String::as_str);
        assert_eq!(
            found,
            Some(change.action),
            "event {} of {}",
            change.event,
            change.account
        );
    }
}

/// Either nothing is there, then a restore works now; or a whole store.
fn require_restored(sandbox: &Sandbox, before: &[Confirmed]) {
    let words = [
        "backup", "restore", "--latest", "--from", "backups", "--to", "again",
    ];
    let code = ask(sandbox, &words, "").code;
    assert!(
        code == 0 || code == 15,
        "restoring after a kill ended with {code}"
    );
    ask(sandbox, &["--store", "again", "store", "check"], "").ok();
    ask(sandbox, &["--store", "again", "audit", "verify"], "").ok();
    require_everything(sandbox, "again", before);
    std::fs::remove_dir_all(sandbox.path("again")).unwrap();
}

/// A backup writes events while it reads: that only works in WAL mode, which a replacement leaves for a while.
fn require_backup(sandbox: &Sandbox) {
    let words = ["backup", "create", "--to", "after", "--wait", "5s"];
    ask(sandbox, &words, "").ok();
}

/// A replacement that is killed or fails while it writes the new file gives the store back as it was.
#[test]
fn a_replacement_cut_short_leaves_a_store_that_can_be_backed_up() {
    if std::process::Command::new("strace")
        .arg("-V")
        .output()
        .is_err()
    {
        crate::sandbox::skipped("strace is not installed");
        return;
    }
    let sandbox = Sandbox::prepared();
    for end in ["signal=KILL:when=3", "error=ENOSPC:when=3+"] {
        for line in ["key rotate", "key rotate --master", "store compact"] {
            let cut = sandbox.sh(&format!(
                "strace -f -qq -o /dev/null -P \"$PWD/store/store.db.new\" -e trace=pwrite64 \\
                 -e inject=pwrite64:{end} optimactl {line}"
            ));
            assert_ne!(cut.code, 0, "{line} was not cut short");
            require_backup(&sandbox);
            assert!(
                !sandbox.path("store/store.db.new-journal").exists(),
                "{line}, {end}"
            );
        }
    }
}

/// The folder that a line puts backups into.
fn written_to(line: &'static str) -> Option<&'static str> {
    let behind = line.split_once("--to ")?.1;
    let folder = behind.split([';', ' ']).next()?;
    line.contains("backup create").then_some(folder)
}

/// `OPTIMACTL_KILLS` sets how often.
#[test]
fn what_was_confirmed_outlives_every_kill() {
    let sandbox = Sandbox::prepared();
    sandbox.write("password.txt", PASSWORD, 0o600);
    let kills: u32 = std::env::var("OPTIMACTL_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(36);
    let mut dice = Dice::new();
    let began = Instant::now();
    let mut all: Vec<Confirmed> = vec![];
    let mut backups: Vec<String> = vec![];
    let mut in_newest_backup = 0;
    for number in 0..kills {
        let beside = BESIDE[usize::try_from(number).unwrap() % BESIDE.len()];
        let before = all.len();
        let (done, ids) = round(&sandbox, number, beside, &mut dice);
        ask(&sandbox, &["store", "check"], "").ok();
        ask(&sandbox, &["audit", "verify"], "").ok();
        require_events(&sandbox, &done);
        all.extend(done);
        require_everything(&sandbox, "store", &all);
        if beside.is_some_and(|line| line.starts_with("key rotate") || line == "store compact") {
            require_backup(&sandbox);
        }
        if let Some(folder) = beside.and_then(written_to).filter(|to| *to != "backups") {
            let words = ["backup", "verify", "--quick", "--all", "--from", folder];
            // Killed before its first backup was there.
            let code = ask(&sandbox, &words, "").code;
            assert!([0, 14].contains(&code), "{folder}: {code}");
        }
        if beside == Some("backup create --to backups") {
            if !ids.is_empty() {
                in_newest_backup = before;
            }
            backups.extend(ids);
            ask(
                &sandbox,
                &["backup", "verify", "--quick", "--all", "--from", "backups"],
                "",
            )
            .ok();
        }
        if beside.is_some_and(|line| line.starts_with("backup restore")) {
            require_restored(&sandbox, &all[..in_newest_backup]);
        }
    }
    require_events(&sandbox, &all);
    ask(&sandbox, &["store", "check", "--deep"], "").ok();
    ask(
        &sandbox,
        &["--passphrase-file", "passphrase.txt", "key", "verify"],
        "",
    )
    .ok();
    let listed = ask(
        &sandbox,
        &["backup", "list", "--from", "backups", "--format", "json"],
        "",
    )
    .ok();
    for id in &backups {
        assert!(listed.contains(id.as_str()), "backup {id} is lost");
    }
    let told = format!(
        "{kills} kills, {} processes killed, {} confirmed changes, {} backups, {:.1} s\n",
        HIT.load(Ordering::SeqCst),
        all.len(),
        backups.len(),
        began.elapsed().as_secs_f64()
    );
    // Not captured, as what a test prints would be: how much was tried belongs into the log of a run.
    std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes()).ok();
}
