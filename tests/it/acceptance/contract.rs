//! Every command's own examples once more with `--format json` and with an input that never says anything:
//! success is one JSON object with a schema, and nothing waits.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::sandbox::Sandbox;
use crate::tree;

/// Those whose answer is, as their help says, something else than the program's JSON.
const OTHERWISE: &[&str] = &[
    "account export",
    "auth check",
    "auth checkpassword",
    "auth pam",
    "auth serve-batch",
    "completions",
    "config template",
    "tour",
    "audit export",
    "audit follow",
];

/// Their examples end with a refusal: a code that is right would be right for half a minute.
const CODES: &[&str] = &["2fa confirm", "2fa diagnose", "2fa verify"];

/// What they take in an authority elsewhere must have signed; `audit_foreign` brings one.
const ANSWERED: &[&str] = &["audit anchor add"];

/// Their example begins with another command: what they undo is not there before.
const UNDOING: &[&str] = &["password corpus remove"];

/// Whether words can be put behind the line and reach the last command in it.
fn plain(line: &str) -> bool {
    let last = line.rsplit('|').next().unwrap();
    last.contains("optimactl ")
        && !["&&", ">", ";", "# ends", "--format", "$("]
            .iter()
            .any(|mark| last.contains(mark))
}

/// Runs a line whose standard input stays open and silent; `None` when it is still there after 30 s.
fn silent(sandbox: &Sandbox, line: &str) -> Option<(i32, String, String)> {
    let mut child = sandbox
        .command("sh")
        .args(["-c", line])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let _open = child.stdin.take();
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let out = std::thread::spawn(move || {
        let mut text = String::new();
        out.read_to_string(&mut text).map(|_| text)
    });
    let err = std::thread::spawn(move || {
        let mut text = String::new();
        err.read_to_string(&mut text).map(|_| text)
    });
    let end = Instant::now() + Duration::from_secs(30);
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > end {
            child.kill().ok();
            return None;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    Some((
        status.code().unwrap_or(-1),
        out.join().unwrap().unwrap(),
        err.join().unwrap().unwrap(),
    ))
}

/// What is wrong with one answer, if anything.
fn fault(words: &str, line: &str) -> Option<String> {
    let sandbox = Sandbox::prepared();
    let Some((code, out, err)) = silent(&sandbox, line) else {
        return Some(format!("`{line}` waits for input"));
    };
    // 4 is an answer, too: it found something.
    if code != 0 && code != 4 {
        return Some(format!("`{line}` ended with {code}: {err}"));
    }
    let parsed: Result<Value, _> = serde_json::from_str(&out);
    let schema = parsed
        .ok()
        .and_then(|answer| answer["schema"].as_str().map(str::to_owned))
        .unwrap_or_default();
    let wanted = format!("optimactl/{}/1", words.replace(' ', "-"));
    // Without a code it lists the calendars that there are, and a search that is told about is not one: other
    // answers, with schemas of their own.
    let listed = words == "calendar show" && schema == "optimactl/calendar-list/1";
    let told = line.contains(" --explain") && schema == "optimactl/audit-explain/1";
    // A file that is verified without a store has none of the three verdicts.
    let filed = line.contains("--vkey") && schema == "optimactl/audit-verify-file/1";
    (schema != wanted && !listed && !told && !filed)
        .then(|| format!("`{line}` answers with the schema `{schema}`, not `{wanted}`: {out}"))
}

#[test]
fn every_success_is_one_json_object() {
    let mut wrong = vec![];
    let mut uncovered = BTreeSet::new();
    for (words, command) in tree::leaves() {
        let words = words.join(" ");
        if OTHERWISE.contains(&words.as_str()) {
            continue;
        }
        let usable: Vec<String> = tree::example_lines(&command)
            .into_iter()
            // Findings are an answer like any other.
            .map(|line| line.trim_end_matches(" # ends with 4").to_owned())
            .filter(|line| plain(line) && line.contains(&format!("optimactl {words}")))
            .collect();
        let elsewhere = [CODES, ANSWERED, UNDOING].concat();
        if usable.is_empty() && !elsewhere.contains(&words.as_str()) {
            uncovered.insert(words.clone());
        }
        for line in usable {
            wrong.extend(fault(&words, &format!("{line} --format json")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(uncovered.is_empty(), "no example shows: {uncovered:?}");
}

/// Given what they need but no secret and no answer, commands refuse; they never ask a silent input.
#[test]
fn what_lacks_an_answer_is_refused_and_never_waits() {
    let sandbox = Sandbox::prepared();
    for (line, code) in [
        ("account lock tom zoe --for 24h --reason test", 5),
        ("account remove tom", 5),
        ("account disable tom zoe --reason test", 5),
        ("password set tom", 2),
        ("role remove support", 5),
        ("key remove second", 5),
        ("2fa remove zoe", 5),
        ("2fa verify zoe", 5),
    ] {
        let ran = silent(&sandbox, &format!("optimactl {line}"));
        let (found, out, err) = ran.unwrap_or_else(|| panic!("`{line}` waits for input"));
        assert!(
            [2, 5].contains(&found),
            "`{line}`: {found}, not {code}: {out}{err}"
        );
        assert!(
            err.contains("--") && out.is_empty(),
            "`{line}` names no flag: {err}"
        );
    }
}
