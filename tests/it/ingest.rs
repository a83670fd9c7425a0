//! Foreign logs through the program: nothing twice, nothing lost by kills and rotation, and the labelled logs of
//! others read as their authors say.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::sandbox::{Ran, Sandbox, skipped};

fn new() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    sandbox
}

/// The program with real randomness: one seed would give two runs the same pseudonyms.
fn command(sandbox: &Sandbox, words: &[&str]) -> Command {
    let mut command = sandbox.command(env!("CARGO_BIN_EXE_optimactl"));
    command.env_remove("OPTIMACTL_TEST_SEED").args(words);
    command
}

fn run(sandbox: &Sandbox, words: &[&str]) -> Ran {
    let output = command(sandbox, words).output().unwrap();
    Ran {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap_or(-1),
    }
}

fn ingest(sandbox: &Sandbox, words: &[&str]) -> Value {
    let words = [&["audit", "ingest", "--format", "json"], words].concat();
    run(sandbox, &words).json()["data"].clone()
}

/// Action, source and personal values of every foreign event, in order.
fn foreign(sandbox: &Sandbox) -> Vec<Value> {
    let lines = run(sandbox, &["audit", "export", "--as", "jsonl"]).ok();
    let events = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    events
        .filter(|event| event["source"] != "optimactl")
        .collect()
}

fn lines(from: u32, to: u32) -> String {
    let line = |n: u32| {
        let (minute, second) = (n / 60 % 60, n % 60);
        // Every third one comes twice.
        let line = format!(
            "Nov 20 10:{minute:02}:{second:02} gate sshd[{n}]: Failed password for user{} from 203.0.113.{} port {n} ssh2\n",
            n % 50,
            n % 250
        );
        if n.is_multiple_of(3) {
            line.repeat(2)
        } else {
            line
        }
    };
    (from..to).map(line).collect()
}

fn write(sandbox: &Sandbox, name: &str, text: &str) {
    sandbox.write(name, text, 0o600);
    // Older than a minute by the clock of the test: complete.
    sandbox.sh(&format!("touch -d 2026-11-01 {name}")).ok();
}

#[test]
fn running_again_adds_nothing_and_rotation_neither() {
    let sandbox = new();
    write(&sandbox, "auth.log", &lines(0, 90));
    let first = ingest(&sandbox, &["auth.log"]);
    assert_eq!(
        (first["lines"].as_u64(), first["events"].as_u64()),
        (Some(120), Some(120))
    );
    let before = run(&sandbox, &["audit", "count"]).ok();
    let again = ingest(&sandbox, &["auth.log"]);
    assert_eq!(
        (again["events"].as_u64(), again["duplicates"].as_u64()),
        (Some(0), Some(120))
    );
    assert_eq!(run(&sandbox, &["audit", "count"]).ok(), before);
    // It grew, was renamed, and another took its place.
    write(&sandbox, "auth.log.1", &lines(0, 120));
    write(&sandbox, "auth.log", &lines(120, 150));
    let rotated = ingest(&sandbox, &["auth.log.1", "auth.log"]);
    assert_eq!(
        (rotated["events"].as_u64(), rotated["duplicates"].as_u64()),
        (Some(80), Some(120))
    );
    run(&sandbox, &["audit", "verify"]).ok();
    let found = foreign(&sandbox);
    assert_eq!(found.len(), 200);
    // Nothing personal stands in what was hashed.
    let redacted = run(
        &sandbox,
        &["audit", "export", "--as", "jsonl", "--redacted"],
    )
    .ok();
    assert!(!redacted.contains("203.0.113.") && !redacted.contains("user7"));
    assert!(
        found
            .iter()
            .any(|event| event.to_string().contains("203.0.113.7"))
    );
}

#[test]
fn an_unfinished_line_waits_and_a_dry_run_adds_nothing() {
    let sandbox = new();
    write(&sandbox, "a.log", &lines(0, 5));
    let dry = ingest(&sandbox, &["a.log", "--dry-run"]);
    assert_eq!(
        (dry["events"].as_u64(), dry["dry_run"].as_bool()),
        (Some(7), Some(true))
    );
    assert!(foreign(&sandbox).is_empty());
    let text = format!(
        "{}Nov 20 10:59:59 gate sshd[1]: Failed password for root from 192.0.2.1 po",
        lines(0, 5)
    );
    sandbox.write("a.log", &text, 0o600);
    let first = ingest(&sandbox, &["a.log"]);
    assert_eq!(
        (first["events"].as_u64(), first["waiting"].as_u64()),
        (Some(7), Some(1))
    );
    // However long the file rests: the half of an address is another address.
    write(&sandbox, "a.log", &text);
    let rested = ingest(&sandbox, &["a.log"]);
    assert_eq!(
        (&rested["events"], &rested["waiting"]),
        (&0.into(), &1.into())
    );
    let piped = sandbox.sh("tail -n 1 a.log | optimactl audit ingest - --as syslog");
    assert!(piped.stdout.contains("`--last-line`"), "{}", piped.stdout);
    write(&sandbox, "a.log", &format!("{text}rt 5 ssh2"));
    let second = ingest(&sandbox, &["a.log", "--last-line"]);
    assert_eq!(
        (second["events"].as_u64(), second["duplicates"].as_u64()),
        (Some(1), Some(7))
    );
    // What shows by itself that it is whole is taken.
    write(&sandbox, "a.json", "{\"action\":\"vpn.connect\"}");
    assert_eq!(ingest(&sandbox, &["a.json"])["events"], 1);
    write(
        &sandbox,
        "b.json",
        "{\"action\":\"vpn.close\"}\n{\"action\":\"vpn.cl",
    );
    let half = ingest(&sandbox, &["b.json"]);
    assert_eq!((&half["events"], &half["waiting"]), (&1.into(), &1.into()));
}

const LOGIN: &str =
    "Nov 20 10:01:01 gate sshd[9]: Failed password for tom from 192.0.2.1 port 5 ssh2\n";

/// Alike lines of one second on both sides of a rotation are as many events, in one run or two; read again under
/// another name they are none.
#[test]
fn files_of_a_rotation_read_in_two_runs_lose_nothing() {
    let sandbox = new();
    write(&sandbox, "w.1", &format!("{}{LOGIN}{LOGIN}", lines(0, 3)));
    write(&sandbox, "w", &format!("{LOGIN}{}", lines(70, 71)));
    for (name, events) in [("w.1", 6), ("w", 2), ("w.1", 0), ("w", 0)] {
        assert_eq!(ingest(&sandbox, &[name])["events"], events, "{name}");
    }
    sandbox.sh("mv w.1 w.2; mv w w.1").ok();
    write(&sandbox, "w", &lines(80, 81));
    for (name, events) in [("w.2", 0), ("w.1", 0), ("w", 1)] {
        assert_eq!(ingest(&sandbox, &[name])["events"], events, "{name}");
    }
    // Another log read between does not take the place of the file before.
    write(&sandbox, "v.1", &format!("{}{LOGIN}", lines(0, 3)));
    write(&sandbox, "v", &format!("{LOGIN}{}", lines(70, 71)));
    write(&sandbox, "u", &lines(90, 91));
    let other = |files: &[&str]| {
        let words = [&["--origin", "other"], files].concat();
        ingest(&sandbox, &words)["events"].clone()
    };
    assert_eq!(other(&["v.1"]), 5);
    assert_eq!(other(&["u", "v"]), 4);
    // Even where the one before was packed meanwhile.
    sandbox.sh("gzip w.2; gunzip -c w.2.gz > w.2.copy").ok();
    assert_eq!(ingest(&sandbox, &["w.1"])["events"], 0);
    assert_eq!(ingest(&sandbox, &["w.2.copy"])["events"], 0);
}

#[test]
fn hosts_are_told_apart_by_their_origin() {
    let sandbox = new();
    let line = "192.0.2.1 - - [20/Nov/2026:10:00:00 +0000] \"GET /health HTTP/1.1\" 200 5\n";
    for name in ["web1.log", "web2.log"] {
        write(&sandbox, name, line);
    }
    for (name, origin, events) in [
        ("web1.log", "web1", 1),
        ("web2.log", "web2", 1),
        ("web1.log", "web1", 0),
    ] {
        let summary = ingest(&sandbox, &[name, "--origin", origin]);
        assert_eq!(summary["events"], events, "{name}");
    }
    let origins: Vec<_> = foreign(&sandbox)
        .iter()
        .map(|event| event["personal"]["origin"].clone())
        .collect();
    assert_eq!(origins, ["web1", "web2"]);
    let words = ["audit", "ingest", "web1.log", "--origin", "a b"];
    run(&sandbox, &words).fails(2, "origin");
}

/// What cannot be erased holds no name and no address, whatever a line calls its keys, its source and its action.
#[test]
fn names_that_lines_choose_stay_personal() {
    let sandbox = new();
    run(
        &sandbox,
        &[
            "account",
            "create",
            "mira.schmidt",
            "--no-password",
            "--email",
            "m@example.org",
        ],
    )
    .ok();
    let text = "{\"action\":\"mira.schmidt\",\"source\":\"203.0.113.77\",\"time\":\"2026-11-20T10:00:00Z\"}\n\
        {\"action\":\"a.b\",\"Mira@Firma.de\":1,\"fields\":{\"203.0.113.9\":5},\"time\":\"2026-11-20T10:00:00Z\"}\n\
        <13>1 2026-11-20T10:00:00Z h p - - [mira@32473 203.0.113.8=\"x\"] hi\n";
    let (objects, syslog) = text.trim_end().rsplit_once('\n').unwrap();
    write(&sandbox, "a.log", &format!("{objects}\n"));
    write(&sandbox, "b.log", syslog);
    assert_eq!(ingest(&sandbox, &["a.log"])["named"], 1);
    ingest(&sandbox, &["b.log", "--last-line"]);
    let words = ["audit", "export", "--as", "jsonl", "--redacted"];
    let redacted = run(&sandbox, &words).ok();
    let redacted: String = redacted
        .lines()
        .filter(|line| !line.contains("account.create"))
        .collect();
    for name in ["mira", "firma", "203.0.113"] {
        assert!(
            !redacted.to_lowercase().contains(name),
            "{name}: {redacted}"
        );
    }
    let found = foreign(&sandbox);
    assert_eq!(found.len(), 3);
    assert_eq!(found[0]["personal"]["told_action"], "mira.schmidt");
    assert_eq!(found[0]["source"], "external");
    let words = [
        "audit",
        "list",
        "--field",
        "Mira@Firma.de=1",
        "--format",
        "json",
    ];
    assert_eq!(
        run(&sandbox, &words).json()["data"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}

#[test]
fn what_is_not_understood_is_told_and_decides_the_code() {
    let sandbox = new();
    let text = format!(
        "{}nobody knows 'mira' this\nnobody knows 'tom' this\n",
        lines(0, 10)
    );
    write(&sandbox, "a.log", &text);
    let ran = run(&sandbox, &["audit", "ingest", "a.log"]);
    assert!(
        ran.stdout.contains("2× nobody knows … this"),
        "{}",
        ran.stdout
    );
    assert!(!ran.stdout.contains("mira"));
    ran.code(3);
    run(
        &sandbox,
        &["audit", "ingest", "a.log", "--max-unparsed", "20"],
    )
    .ok();
    write(&sandbox, "b.log", "nobody knows\n");
    run(&sandbox, &["audit", "ingest", "b.log"]).fails(2, "known format");
    run(
        &sandbox,
        &["audit", "ingest", "a.log", "--source", "optimactl"],
    )
    .fails(5, "own");
    run(&sandbox, &["audit", "ingest", "none.log"]).fails(14, "no file");
    sandbox.sh("printf '\\037\\213x' > c.gz").ok();
    run(&sandbox, &["audit", "ingest", "c.gz"]).fails(2, "compressed");
    write(
        &sandbox,
        "map.toml",
        "[[line]]\npattern = '^nobody (?P<verb>\\w+)'\naction = 'door.open'\nsource = 'door'\n",
    );
    let mapped = ingest(&sandbox, &["b.log", "--map", "map.toml"]);
    assert_eq!(mapped["events"], 1);
}

/// Ended at any moment and begun again, it ends with what one clean run gives.
#[test]
fn fifty_kills_lose_and_double_nothing() {
    let (clean, killed) = (new(), new());
    let text = lines(0, 3000);
    for sandbox in [&clean, &killed] {
        write(sandbox, "auth.log", &text);
    }
    ingest(&clean, &["auth.log"]);
    let mut hit = 0;
    for round in 0..50_u64 {
        // Each run has a longer file than the one before: there is always something to write.
        let part = u32::try_from(round + 1).unwrap() * 50;
        write(&killed, "auth.log", &lines(0, part));
        let mut child = command(&killed, &["audit", "ingest", "auth.log", "--wait", "20s"])
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(round * 7 % 60));
        child.kill().unwrap();
        hit += u32::from(child.wait().unwrap().code().is_none());
    }
    assert!(hit > 10, "only {hit} runs were ended");
    write(&killed, "auth.log", &text);
    ingest(&killed, &["auth.log"]);
    let told = |sandbox: &Sandbox| {
        let mut all: Vec<String> = foreign(sandbox)
            .iter()
            .map(|event| {
                format!(
                    "{} {} {} {}",
                    event["ts"],
                    event["action"],
                    event["personal"]["ip"],
                    event["personal"]["port"]
                )
            })
            .collect();
        all.sort();
        all
    };
    let expected = told(&clean);
    assert_eq!(expected.len(), 4000);
    assert_eq!(told(&killed), expected);
    // Who brought them is told of each, however the run ended.
    assert_eq!(told_of(&killed).1, 4000);
    run(&killed, &["audit", "verify"]).ok();
}

/// How many events tell of runs, and of how many lines.
fn told_of(sandbox: &Sandbox) -> (usize, u64) {
    let words = [
        "audit",
        "export",
        "--as",
        "jsonl",
        "--filter",
        "action=audit.ingest",
    ];
    let runs = run(sandbox, &words).ok();
    let written = |line: &str| {
        let event: Value = serde_json::from_str(line).unwrap();
        event["data"]["written"].as_u64().unwrap_or(0)
    };
    (runs.lines().count(), runs.lines().map(written).sum())
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_mins(1);
    while !done() {
        assert!(Instant::now() < end, "never: {what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn end(mut child: Child) -> String {
    let pid = child.id().to_string();
    assert!(Command::new("kill").arg(pid).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut text = String::new();
    std::io::Read::read_to_string(&mut child.stdout.take().unwrap(), &mut text).unwrap();
    text
}

#[test]
fn a_log_is_followed_through_rotation_and_cutting() {
    let sandbox = new();
    sandbox.write("auth.log", &lines(0, 6), 0o600);
    let child = command(
        &sandbox,
        &[
            "audit", "ingest", "--follow", "auth.log", "--format", "json",
        ],
    )
    .spawn()
    .unwrap();
    let count = |expected: usize| {
        until(&format!("{expected} events"), || {
            foreign(&sandbox).len() == expected
        });
    };
    count(8);
    let append = |text: &str| {
        let file = std::fs::OpenOptions::new()
            .append(true)
            .open(sandbox.path("auth.log"));
        file.unwrap().write_all(text.as_bytes()).unwrap();
    };
    // Half a line waits for its other half.
    let more = lines(6, 9);
    append(&more[..more.len() - 20]);
    count(11);
    append(&more[more.len() - 20..]);
    count(12);
    std::fs::rename(sandbox.path("auth.log"), sandbox.path("auth.log.1")).unwrap();
    sandbox.write("auth.log", &lines(9, 12), 0o600);
    count(16);
    std::fs::write(sandbox.path("auth.log"), lines(12, 13)).unwrap();
    count(18);
    let answer: Value = serde_json::from_str(&end(child)).unwrap();
    assert_eq!(answer["data"]["events"], 18);
    // Each line is told of, and not each by an event of its own.
    let (events, written) = told_of(&sandbox);
    assert!(written == 18 && events <= 5, "{events} {written}");
}

/// A writer keeps its file for a while after the rotation, and a file is cut and filled again between two looks.
#[test]
fn following_misses_nothing_of_a_late_writer_or_a_refilled_file() {
    let sandbox = new();
    sandbox.write("auth.log", &lines(1, 2), 0o600);
    let words = [
        "audit", "ingest", "--follow", "auth.log", "--format", "json",
    ];
    let child = command(&sandbox, &words).spawn().unwrap();
    let count = |expected: usize| {
        until(&format!("{expected} events"), || {
            foreign(&sandbox).len() == expected
        });
    };
    count(1);
    let mut late = std::fs::OpenOptions::new()
        .append(true)
        .open(sandbox.path("auth.log"))
        .unwrap();
    std::fs::rename(sandbox.path("auth.log"), sandbox.path("auth.log.1")).unwrap();
    sandbox.write("auth.log", &lines(61, 62), 0o600);
    count(2);
    late.write_all(lines(2, 3).as_bytes()).unwrap();
    count(3);
    late.write_all(lines(4, 6).as_bytes()).unwrap();
    count(5);
    // The same length, then a greater one: nothing shows it but what stands there.
    for (from, to, expected) in [(62, 63, 6), (121, 126, 12)] {
        std::fs::write(sandbox.path("auth.log"), lines(from, to)).unwrap();
        count(expected);
    }
    let answer: Value = serde_json::from_str(&end(child)).unwrap();
    assert_eq!(answer["data"]["events"], 12);
    assert_eq!(answer["data"]["unparsed"], 0);
}

/// Another process has the store for longer than `--wait`, and the log is rotated twice meanwhile: nothing ends, nothing
/// is lost, nothing comes twice.
#[test]
fn following_outlasts_a_busy_store_and_two_rotations() {
    let sandbox = new();
    sandbox.write("auth.log", &lines(1, 2), 0o600);
    let words = [
        "audit", "ingest", "--follow", "auth.log", "--format", "json", "--wait", "1s",
    ];
    let child = command(&sandbox, &words)
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    until("the first event", || foreign(&sandbox).len() == 1);
    let lock = std::fs::File::open(sandbox.path("store/lock")).unwrap();
    lock.lock().unwrap();
    let append = |text: &str| {
        let mut options = std::fs::OpenOptions::new();
        let file = options
            .append(true)
            .create(true)
            .open(sandbox.path("auth.log"));
        file.unwrap().write_all(text.as_bytes()).unwrap();
    };
    append(&lines(2, 3));
    std::thread::sleep(Duration::from_secs(3));
    sandbox.sh("mv auth.log auth.log.1").ok();
    append(&lines(4, 6));
    std::thread::sleep(Duration::from_millis(20));
    sandbox
        .sh("mv auth.log.1 auth.log.2; mv auth.log auth.log.1")
        .ok();
    append(&lines(7, 9));
    lock.unlock().unwrap();
    until("all events", || foreign(&sandbox).len() == 6);
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(foreign(&sandbox).len(), 6);
    let answer: Value = serde_json::from_str(&end(child)).unwrap();
    assert_eq!(answer["data"]["events"], 6);
    run(&sandbox, &["audit", "verify"]).ok();
    let again = ingest(&sandbox, &["auth.log.2", "auth.log.1", "auth.log"]);
    assert_eq!(again["events"], 0);
}

/// What was written before a log was copied and cut stands in the copy only.
#[test]
fn following_reads_the_rest_of_a_log_that_was_copied_and_cut() {
    let sandbox = new();
    sandbox.write("auth.log", &lines(1, 2), 0o600);
    let words = ["audit", "ingest", "--follow", "auth.log", "--wait", "1s"];
    let child = command(&sandbox, &words).spawn().unwrap();
    until("the first event", || foreign(&sandbox).len() == 1);
    let lock = std::fs::File::open(sandbox.path("store/lock")).unwrap();
    lock.lock().unwrap();
    let append = |text: &str| {
        let file = std::fs::OpenOptions::new()
            .append(true)
            .open(sandbox.path("auth.log"));
        file.unwrap().write_all(text.as_bytes()).unwrap();
    };
    append(&lines(2, 3));
    sandbox.sh("cp auth.log auth.log.1; : > auth.log").ok();
    append(&lines(4, 6));
    lock.unlock().unwrap();
    until("all events", || foreign(&sandbox).len() == 4);
    end(child);
}

/// A file that can be opened and never be read keeps no other log waiting; a pipe is refused at once.
#[test]
fn one_bad_file_does_not_stop_the_other_logs() {
    let sandbox = new();
    sandbox.write("auth.log", &lines(1, 2), 0o600);
    sandbox.sh("mkfifo pipe").ok();
    let refused = run(&sandbox, &["audit", "ingest", "--follow", "pipe"]);
    assert_eq!(refused.code, 2, "{}", refused.stderr);
    // Address zero of a process is never there: each read of it fails.
    let words = ["audit", "ingest", "--follow", "/proc/self/mem", "auth.log"];
    let child = command(&sandbox, &words).spawn().unwrap();
    until("the other log", || foreign(&sandbox).len() == 1);
    let file = std::fs::OpenOptions::new()
        .append(true)
        .open(sandbox.path("auth.log"));
    file.unwrap().write_all(lines(2, 3).as_bytes()).unwrap();
    until("its next line", || foreign(&sandbox).len() == 2);
    end(child);
}

/// The map and the line of the handbook.
#[test]
fn the_map_of_the_handbook_works_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/handbook.md");
    let handbook = std::fs::read_to_string(folder).unwrap();
    let (_, map) = handbook.split_once("```toml\n[[line]]").unwrap();
    let map = format!("[[line]]{}", map.split_once("```").unwrap().0);
    let sandbox = new();
    write(&sandbox, "map.toml", &map);
    let line = |word: &str, result: &str| {
        format!("2026-11-20 09:00:00 {word} user=frank from=192.0.2.77 result={result} door=3\n")
    };
    let good = line("login", "ok") + &line("logout", "no") + "# nothing\n";
    write(&sandbox, "shop.log", &good);
    let summary = ingest(&sandbox, &["shop.log", "--map", "map.toml"]);
    assert_eq!(
        (&summary["events"], &summary["skipped"]),
        (&2.into(), &1.into())
    );
    assert_eq!(foreign(&sandbox)[0]["action"], "door.enter");
    write(&sandbox, "maybe.log", &line("login", "maybe"));
    let told = run(
        &sandbox,
        &["audit", "ingest", "maybe.log", "--map", "map.toml"],
    );
    assert!(
        told.stdout.contains("number 1 of the map"),
        "{}",
        told.stdout
    );
    told.code(3);
}

/// Second 60 and a count that no entry holds, from strangers and from `audit record`: the log stays whole.
#[test]
fn no_line_breaks_the_log() {
    let sandbox = new();
    let text = "Nov 20 10:00:01 gate cron: x\n2016-12-31T23:59:60Z gate sshd[7]: y\nNov 20 10:00:05 gate sshd[7]: message repeated 1844674407370955161 times: [ x]\n";
    write(&sandbox, "a.log", text);
    let summary = ingest(&sandbox, &["a.log", "--max-unparsed", "50"]);
    assert_eq!(
        (&summary["events"], &summary["unparsed"]),
        (&2.into(), &1.into())
    );
    let words = [
        "audit",
        "record",
        "--action",
        "a.b",
        "--time",
        "2016-12-31T23:59:60Z",
    ];
    run(&sandbox, &words).ok();
    run(&sandbox, &["audit", "verify"]).ok();
}

/// `results["stage"]["parser"][N].Evt.FIELD["key"] == "value"` by number and key.
fn expected(text: &str) -> BTreeMap<usize, BTreeMap<String, String>> {
    let mut all: BTreeMap<usize, BTreeMap<String, String>> = BTreeMap::new();
    for line in text.lines() {
        let Some((_, rest)) = line.split_once("[\"crowdsecurity/sshd-logs\"][") else {
            continue;
        };
        let Some((number, rest)) = rest.split_once("].Evt.Meta[\"") else {
            continue;
        };
        let Some((key, value)) = rest.split_once("\"] == ") else {
            continue;
        };
        let value = value.trim_matches('"').to_owned();
        all.entry(number.parse().unwrap())
            .or_default()
            .insert(key.to_owned(), value);
    }
    all
}

#[test]
fn labelled_logs_of_sshd_read_as_their_authors_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/crowdsec/tests");
    if !folder.is_dir() {
        skipped("the labelled logs of crowdsecurity/hub are not in ../shared/data/crowdsec");
        return;
    }
    for (name, log) in [
        ("sshd-logs", "sshd-logs.log"),
        ("sshd-logs-fp", "sshd-logs.log"),
        ("sshd-impossible-travel", "sshd-success-logs.log"),
        ("ssh-bf", "ssh-bf.log"),
    ] {
        let sandbox = new();
        let text = std::fs::read_to_string(folder.join(name).join(log)).unwrap();
        write(&sandbox, "log", &text);
        let summary = ingest(&sandbox, &["log"]);
        assert_eq!(
            (&summary["unparsed"], &summary["events"]),
            (&0.into(), &summary["lines"]),
            "{name}"
        );
        let events = foreign(&sandbox);
        let assertions = std::fs::read_to_string(folder.join(name).join("parser.assert"));
        let facts = expected(&assertions.unwrap_or_default());
        if name.starts_with("sshd-logs") && name != "sshd-logs-fp" {
            assert!(facts.len() > 10, "{name} tells nothing");
        }
        // Success is not told by number where the parser failed: an event that is expected to have an address has
        // it, and one of a failed try is no success.
        for (number, facts) in &facts {
            let event = &events[*number];
            if let Some(ip) = facts.get("source_ip") {
                let ip: std::net::IpAddr = ip.parse().unwrap();
                assert_eq!(
                    event["personal"]["ip"],
                    ip.to_canonical().to_string(),
                    "{name} {number}"
                );
            }
            if facts
                .get("log_type")
                .is_some_and(|kind| kind == "ssh_failed-auth")
            {
                assert_ne!(event["outcome"], "success", "{name} {number}: {event}");
            }
        }
        let users: Vec<&String> = facts
            .values()
            .filter_map(|facts| facts.get("target_user"))
            .collect();
        let told = run(&sandbox, &["audit", "list", "--format", "json"]).ok();
        for user in users {
            assert!(told.contains(user.as_str()), "{name}: {user}");
        }
    }
}
