//! The doors for other programs: `auth check` in bytes, `auth checkpassword` behind a shell that opens
//! descriptor 3, `auth serve-batch` beside commands that need the store alone.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

const PASSWORD: &str = "seven geese walk to Utrecht";
const FLAGS: &str = "--store store --identity identity.txt";

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

fn asked(id: impl Into<Value>, account: &str, password: &str) -> String {
    json!({"id": id.into(), "account": account, "password": password}).to_string()
}

fn answers(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The failures that the log holds of `auth.login`.
fn recorded(sandbox: &Sandbox, outcome: &str) -> usize {
    let words = ["audit", "list", "--action", "auth.login", "--limit", "1000"];
    let listed = sandbox.run(&[&words[..], &["--outcome", outcome, "--format", "jsonl"]].concat());
    // 14: no event has this action yet.
    if listed.code == 14 {
        return 0;
    }
    listed.ok().lines().count()
}

#[test]
fn a_request_that_is_not_one_object_is_a_usage_error_and_no_try() {
    let sandbox = sandbox();
    let good = json!({"account": "mira", "password": PASSWORD}).to_string();
    for wrong in [
        String::new(),
        "hunter2".to_owned(),
        format!("{good}{good}"),
        format!("{good} trailing"),
        good.replace('{', "{\"hunter2\":1,"),
        good.replace('{', "{\"account\":\"zoe\","),
        good.replace("mira", "mi\\u0000ra"),
        format!("\0{good}"),
        format!("{}{good}", " ".repeat(65 * 1024)),
        "[".repeat(60_000),
    ] {
        let ran = sandbox.run_input(&["auth", "check"], &wrong);
        assert!(!ran.stderr.contains("hunter2"), "{}", ran.stderr);
        assert!(ran.stdout.is_empty());
        ran.code(2);
    }
    assert_eq!(recorded(&sandbox, "failure"), 0);
    let padded = format!("{}{good}\n", " ".repeat(1000));
    assert_eq!(
        sandbox.run_input(&["auth", "check"], &padded).json()["ok"],
        true
    );
}

#[test]
fn checkpassword_becomes_the_program() {
    let sandbox = sandbox();
    let with = |input: &str, line: &str| {
        sandbox.sh(&format!(
            "umask 022; printf '{input}' | optimactl auth checkpassword {FLAGS} {line} 3<&0 </dev/null"
        ))
    };
    let right = format!("mira@mail.example\\0{PASSWORD}\\0Y123\\0more");
    let ran = with(
        &right,
        "sh -c 'echo $USER; umask; cat <&3 | wc -c; ls store/lock.d'",
    );
    assert_eq!(ran.ok(), "mira\n0022\n0\n");
    // The program's own code, its flags, and a store that is closed: it can be opened alone.
    with(&right, "sh -c 'exit 42' --help").code(42);
    with(&right, "optimactl store compact --wait 1s --yes").ok();
    for (input, code) in [
        (right.replace("geese", "goose"), 1),
        (format!("nobody\\0{PASSWORD}\\0\\0"), 1),
        ("mira\\0\\377\\0\\0".to_owned(), 1),
        ("x".repeat(513), 1),
        (format!("mira\\0{PASSWORD}"), 2),
        (String::new(), 2),
    ] {
        let ran = with(&input, "echo came in");
        assert!(ran.stdout.is_empty(), "{input}");
        ran.code(code);
    }
}

#[test]
fn checkpassword_tells_misuse_from_trouble() {
    let sandbox = sandbox();
    let line = |line: &str| sandbox.sh(&format!("optimactl auth checkpassword {line}"));
    line(&format!("{FLAGS} true 3<&-")).fails(2, "descriptor 3");
    line(&format!("{FLAGS} 3</dev/null")).fails(2, "PROG");
    line("--no-such-flag true 3</dev/null").code(2);
    sandbox.write("login", &format!("mira\0{PASSWORD}\0\0"), 0o600);
    line(&format!("{FLAGS} /nonexistent/program 3<login")).fails(111, "cannot start");
    line("--store elsewhere true 3<login").fails(111, "no store");
    // Without the flag the variables would name store and unlocker: they are not looked at.
    let ran = line("--store store true 3<login");
    assert_eq!(ran.code, 111, "{}", ran.stderr);
    // A socket is read, too: some servers hand one over.
    if std::path::Path::new("/usr/bin/python3").exists() {
        let script = format!(
            "python3 -c 'import fcntl,os,socket,subprocess\na,b=[fcntl.fcntl(s.fileno(),fcntl.F_DUPFD,20) for s in socket.socketpair()]\nos.dup2(b,3)\nos.close(b)\nos.write(a,open(\"login\",\"rb\",closefd=True).read())\nos.close(a)\nraise SystemExit(subprocess.call(\"optimactl auth checkpassword {FLAGS} true\".split(),pass_fds=[3]))'"
        );
        let _came = sandbox.sh(&script).ok();
    }
}

#[test]
fn no_variable_opens_a_door() {
    let sandbox = sandbox();
    for line in ["pam", "checkpassword true 3</dev/null"] {
        for variable in ["COMPLETE=bash", "COMPLETE=fish _CLAP_COMPLETE_INDEX=1"] {
            let ran = sandbox.sh(&format!("{variable} optimactl auth {line} -- x"));
            assert_ne!(ran.code, 0, "{variable} {line}: {}", ran.stdout);
        }
    }
}

#[test]
fn every_line_gets_its_answer_in_its_place() {
    let sandbox = sandbox();
    let lines = [
        asked(1, "mira", PASSWORD),
        asked("two", "mira", "wrong"),
        "{\"id\":3,\"account\":\"mira\"}".to_owned(),
        String::new(),
        "no JSON".to_owned(),
        "x".repeat(70_000),
        asked(6, "nobody", "wrong"),
        json!({"account": "zoe@mail.example", "password": PASSWORD}).to_string(),
    ];
    let ran = sandbox.run_input(&["auth", "serve-batch"], &lines.join("\n"));
    let said = answers(&ran.code(3));
    assert_eq!(said.len(), 7);
    let ids: Vec<&Value> = said.iter().map(|answer| &answer["id"]).collect();
    let none = Value::Null;
    assert_eq!(
        ids,
        [
            &json!(1),
            &json!("two"),
            &json!(3),
            &none,
            &none,
            &json!(6),
            &none
        ]
    );
    let reasons: Vec<&str> = said
        .iter()
        .map(|answer| answer["reason"].as_str().unwrap())
        .collect();
    assert_eq!(
        reasons,
        [
            "ok", "rejected", "error", "error", "error", "rejected", "ok"
        ]
    );
    assert_eq!(said[4]["error"]["line"], 5);
    assert_eq!(
        (recorded(&sandbox, "success"), recorded(&sandbox, "failure")),
        (2, 2)
    );
}

/// What many lines say of one account is what as many processes say: counted, and right ones never held back by
/// each other.
#[test]
fn counts_are_right_whatever_runs_side_by_side() {
    let sandbox = sandbox();
    let many = |password: &str| {
        let lines: Vec<String> = (0..60).map(|id| asked(id, "mira", password)).collect();
        let words = ["auth", "serve-batch", "--jobs", "8", "--unordered"];
        let said = answers(&sandbox.run_input(&words, &lines.join("\n")).ok());
        let mut ids: Vec<u64> = said.iter().map(|one| one["id"].as_u64().unwrap()).collect();
        ids.sort_unstable();
        assert!(ids.into_iter().eq(0..60));
        said.iter().filter(|one| one["ok"] == true).count()
    };
    assert_eq!(many(PASSWORD), 60);
    assert_eq!(many("wrong"), 0);
    assert_eq!(
        (recorded(&sandbox, "success"), recorded(&sandbox, "failure")),
        (60, 60)
    );
    // The clock stands still here: after five failures the right password waits, too.
    assert_eq!(many(PASSWORD), 0);
    let verified = sandbox.run(&["audit", "verify"]);
    let _verified = verified.ok();
}

struct Server {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Server {
    fn start(sandbox: &Sandbox, words: &[&str]) -> Self {
        let mut command = sandbox.command(env!("CARGO_BIN_EXE_optimactl"));
        let command = command.args(["auth", "serve-batch"]).args(words);
        // Without the fixed seed: the store is opened again and again, and ids must differ.
        let command = command.env_remove("OPTIMACTL_TEST_SEED");
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let input = child.stdin.take();
        Self {
            child,
            input,
            output,
        }
    }

    fn say(&mut self, line: &str) {
        let input = self.input.as_mut().unwrap();
        input.write_all(format!("{line}\n").as_bytes()).unwrap();
    }

    fn hear(&mut self) -> Value {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    fn end(mut self) -> i32 {
        drop(self.input.take());
        self.child.wait().unwrap().code().unwrap_or(-1)
    }
}

#[test]
fn keys_rotate_beside_an_idle_and_a_busy_server() {
    let sandbox = sandbox();
    let mut server = Server::start(&sandbox, &["--wait", "30s"]);
    let mut signs_in = |number: u64| {
        server.say(&asked(number, "mira", PASSWORD));
        let answer = server.hear();
        assert_eq!(
            (&answer["id"], &answer["ok"]),
            (&json!(number), &json!(true))
        );
    };
    signs_in(1);
    let words = ["key", "rotate", "--yes", "--wait", "20s"];
    let _rotated = sandbox.run(&words).ok();
    signs_in(2);
    let _rotated = sandbox
        .run(&["key", "rotate", "--master", "--yes", "--wait", "20s"])
        .ok();
    signs_in(3);
    let _compacted = sandbox
        .run(&["store", "compact", "--yes", "--wait", "20s"])
        .ok();
    signs_in(4);
    assert_eq!(server.end(), 0);

    let mut server = Server::start(&sandbox, &["--wait", "30s"]);
    let mut input = server.input.take().unwrap();
    let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let told = stop.clone();
    let asking = std::thread::spawn(move || {
        let mut number = 0;
        while !told.load(std::sync::atomic::Ordering::Relaxed) {
            let account = ["mira", "zoe"][number % 2];
            let line = asked(number, account, PASSWORD);
            input.write_all(format!("{line}\n").as_bytes()).unwrap();
            number += 1;
        }
        number
    });
    let output = std::thread::spawn(move || {
        let mut right = 0;
        while let Some(Ok(line)) = server.output.by_ref_lines() {
            let answer: Value = serde_json::from_str(&line).unwrap();
            assert_eq!(answer["ok"], true, "{line}");
            right += 1;
        }
        (right, server.child.wait().unwrap().code())
    });
    let _rotated = sandbox.run(&words).ok();
    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    let asked = asking.join().unwrap();
    assert_eq!(output.join().unwrap(), (asked, Some(0)));
}

trait Lines {
    fn by_ref_lines(&mut self) -> Option<std::io::Result<String>>;
}

impl Lines for BufReader<ChildStdout> {
    fn by_ref_lines(&mut self) -> Option<std::io::Result<String>> {
        let mut line = String::new();
        match self.read_line(&mut line) {
            Ok(0) => None,
            Ok(_) => Some(Ok(line)),
            Err(error) => Some(Err(error)),
        }
    }
}

#[test]
fn a_caller_that_takes_no_answers_fills_nothing_and_one_that_leaves_ends_it() {
    let sandbox = sandbox();
    let mut server = Server::start(&sandbox, &["--jobs", "1"]);
    let mut input = server.input.take().unwrap();
    let written = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = written.clone();
    std::thread::spawn(move || {
        for number in 0..100_000 {
            let line = asked(number, &"n".repeat(2000), "wrong");
            if input.write_all(format!("{line}\n").as_bytes()).is_err() {
                return;
            }
            count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        }
    });
    // Until nothing goes in any more.
    let mut before = usize::MAX;
    let since = Instant::now();
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let now = written.load(std::sync::atomic::Ordering::Relaxed);
        if now == before || since.elapsed() > Duration::from_secs(40) {
            break;
        }
        before = now;
    }
    // Two pipes, the window, and what the buffers hold: far from all.
    assert!(before < 20_000, "{before}");
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.child.id())).unwrap();
    let peak = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    let peak: u64 = peak.split_whitespace().nth(1).unwrap().parse().unwrap();
    assert!(peak < 200_000, "{peak} KiB");
    drop(server.output);
    let since = Instant::now();
    while server.child.try_wait().unwrap().is_none() {
        assert!(since.elapsed() < Duration::from_secs(30), "it does not end");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_store_that_is_held_is_told_line_by_line() {
    let sandbox = sandbox();
    let mut server = Server::start(&sandbox, &["--wait", "1s"]);
    server.say(&asked(1, "mira", PASSWORD));
    assert_eq!(server.hear()["ok"], true);
    std::thread::sleep(Duration::from_millis(600));
    let lock = std::fs::File::open(sandbox.path("store/lock")).unwrap();
    lock.lock().unwrap();
    server.say(&asked(2, "mira", PASSWORD));
    let answer = server.hear();
    assert_eq!(answer["error"]["code"], "store-locked", "{answer}");
    lock.unlock().unwrap();
    server.say(&asked(3, "mira", PASSWORD));
    assert_eq!(server.hear()["ok"], true);
    assert_eq!(server.end(), 3);
}
