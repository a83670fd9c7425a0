//! `audit export` and `audit follow` as cron jobs, collectors and outsiders use them.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::sandbox::{Sandbox, skipped};

/// A store with people, roles, groups and sign-ins, and hostile events of another program.
fn log() -> Sandbox {
    let sandbox = Sandbox::prepared();
    for (action, note) in [
        ("vpn.connect", "=cmd|' /C calc'!A0"),
        ("sshd.login", "a\u{1b}[2J|b=c\nCEF:0|forged"),
        ("sshd.logout", "] \" \\ \u{202e}"),
    ] {
        let words = ["audit", "record", "--source", "sshd", "--action", action];
        let rest = ["--actor", "quentin", "--ip", "192.0.2.9", "--note", note];
        sandbox.run(&[&words[..], &rest[..]].concat()).ok();
    }
    sandbox
}

fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn schema() -> Option<Value> {
    let beside = ["../shared", "../../shared"]
        .into_iter()
        .find_map(|shared| {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(shared);
            std::fs::read_to_string(root.join("data/ocsf/ocsf-1.9.0-dev-iam-subset.json")).ok()
        });
    if beside.is_none() {
        skipped("the OCSF schema is not beside this package");
    }
    beside.map(|text| serde_json::from_str(&text).unwrap())
}

/// Whether a value has the type that the schema names. The subset has no objects: what they hold is not compared.
fn is_of(value: &Value, attribute: &Value) -> bool {
    if attribute["is_array"] == true {
        let one = serde_json::json!({"type": attribute["type"]});
        return value
            .as_array()
            .is_some_and(|items| items.iter().all(|item| is_of(item, &one)));
    }
    match attribute["type"].as_str().unwrap() {
        "integer_t" | "long_t" | "timestamp_t" => value.is_i64() || value.is_u64(),
        "string_t" => value.is_string(),
        "boolean_t" => value.is_boolean(),
        _ => value.is_object(),
    }
}

fn faults(event: &Value, classes: &BTreeMap<u64, &Value>) -> Vec<String> {
    let mut faults = vec![];
    let attributes = classes[&event["class_uid"].as_u64().unwrap()]["attributes"]
        .as_object()
        .unwrap();
    for (name, value) in event.as_object().unwrap() {
        let Some(attribute) = attributes.get(name) else {
            faults.push(format!("unknown {name}"));
            continue;
        };
        if !is_of(value, attribute) {
            faults.push(format!("{name} has another type"));
        }
        if let Some(known) = attribute["enum"].as_object()
            && !known.contains_key(&value.to_string())
        {
            faults.push(format!("{name} is {value}"));
        }
    }
    for (name, attribute) in attributes {
        // Attributes of profiles are required only where a profile is claimed.
        let demanded = attribute["requirement"] == "required" && attribute["profile"].is_null();
        if demanded && event.get(name).is_none() {
            faults.push(format!("no {name}"));
        }
    }
    faults
}

#[test]
fn every_event_fits_the_published_ocsf_schema() {
    let Some(schema) = schema() else { return };
    let classes: BTreeMap<u64, &Value> = schema["classes"]
        .as_object()
        .unwrap()
        .values()
        .map(|class| (class["uid"].as_u64().unwrap(), class))
        .collect();
    let sandbox = log();
    let mut seen = BTreeMap::new();
    for redacted in [&[][..], &["--redacted"]] {
        let words = [&["audit", "export", "--as", "ocsf"], redacted].concat();
        for event in lines(&sandbox.run(&words).ok()) {
            let found = faults(&event, &classes);
            assert!(found.is_empty(), "{found:?} in {event}");
            // What API Activity demands of a profile is given without one.
            assert!(event["actor"].is_object() && event["metadata"]["product"]["name"].is_string());
            *seen
                .entry(event["class_uid"].as_u64().unwrap())
                .or_insert(0) += 1;
        }
    }
    for class in [3001, 3002, 3004, 3006, 6003] {
        assert!(seen.contains_key(&class), "{seen:?} lacks {class}");
    }
}

#[test]
fn every_event_has_the_words_that_ecs_allows() {
    let sandbox = log();
    for event in lines(&sandbox.run(&["audit", "export", "--as", "ecs"]).ok()) {
        let word = |name: &str| event["event"][name][0].as_str().unwrap();
        let kinds: &[&str] = match word("category") {
            "authentication" | "session" => &["start", "end", "info"],
            "iam" => &[
                "admin", "change", "creation", "deletion", "group", "info", "user",
            ],
            "configuration" => &["access", "change", "creation", "deletion", "info"],
            "process" => &["access", "change", "end", "info", "start"],
            other => panic!("{other}"),
        };
        assert!(kinds.contains(&word("type")), "{event}");
        let outcome = event["event"]["outcome"].as_str().unwrap();
        assert!(["success", "failure", "unknown"].contains(&outcome));
        assert_eq!(event["event"]["kind"], "event");
        assert!(event["@timestamp"].is_string() && event["user"]["id"].is_string());
    }
}

#[test]
fn a_redacted_export_of_any_form_holds_digests_and_nothing_personal() {
    let sandbox = log();
    for form in ["jsonl", "csv", "ocsf", "ecs", "cef", "syslog"] {
        let words = ["audit", "export", "--as", form];
        let open = sandbox.run(&words).ok();
        let closed = sandbox.run(&[&words[..], &["--redacted"]].concat()).ok();
        assert!(open.contains("192.0.2.9"), "{form}");
        for personal in ["192.0.2.9", "forged", "/C calc", "quentin", "mira@"] {
            assert!(!closed.contains(personal), "{personal} in {form}");
        }
        let first = sandbox
            .run(&[
                "audit",
                "export",
                "--redacted",
                "--source",
                "sshd",
                "--limit",
                "1",
            ])
            .ok();
        let digest = lines(&first)[0]["_sd"]["ip"].as_str().unwrap().to_owned();
        // `=` stands behind a backslash in CEF; a digest has none.
        assert!(closed.contains(&digest), "the digest is not in {form}");
        assert!(
            !closed.contains('\u{1b}') && !open.contains('\u{1b}'),
            "{form}"
        );
    }
}

#[test]
fn a_cursor_hands_out_every_event_once() {
    let sandbox = log();
    let run = |more: &[&str]| {
        let words = ["audit", "export", "--as", "ecs", "--cursor", "c"];
        sandbox.run(&[&words[..], more].concat()).ok()
    };
    let numbers = |text: &str| -> Vec<u64> {
        let of = |event: &Value| event["event"]["sequence"].as_u64().unwrap();
        lines(text).iter().map(of).collect()
    };
    let mut all = numbers(&run(&["--limit", "3"]));
    assert_eq!(all, [0, 1, 2]);
    all.extend(numbers(&run(&[])));
    assert_eq!(run(&[]), "", "the run's own reading is no news to the next");
    assert_eq!(run(&["--redacted"]), "");
    sandbox
        .sh("optimactl audit record --source vpn --action vpn.connect")
        .ok();
    run(&["--dry-run"]);
    run(&["--output", "new.jsonl"]);
    all.extend(numbers(
        &std::fs::read_to_string(sandbox.path("new.jsonl")).unwrap(),
    ));
    let expected: Vec<u64> = (0..u64::try_from(all.len()).unwrap()).collect();
    assert_eq!(all, expected);
    // Nothing new: no file.
    run(&["--output", "none.jsonl"]);
    assert!(!sandbox.path("none.jsonl").exists());
    sandbox
        .run(&["audit", "export", "--cursor", "c", "--reverse"])
        .fails(2, "`--reverse`");
    sandbox
        .run(&[
            "audit",
            "export",
            "--cursor",
            "c",
            "--output",
            "c",
            "--overwrite",
        ])
        .fails(2, "same file");
    // A reader that goes away leaves the cursor where it was.
    std::fs::remove_file(sandbox.path("c")).unwrap();
    sandbox.sh("optimactl audit export --cursor c | true").ok();
    assert!(!sandbox.path("c").exists() || run(&[]).is_empty());
}

#[test]
fn a_cursor_of_another_log_is_refused() {
    let sandbox = log();
    sandbox
        .run(&["audit", "export", "--redacted", "--cursor", "c"])
        .ok();
    let good = std::fs::read_to_string(sandbox.path("c")).unwrap();
    let known: Value = serde_json::from_str(&good).unwrap();
    let with = |field: &str, value: Value| {
        let mut changed = known.clone();
        changed[field] = value;
        changed.to_string()
    };
    for (text, code, said) in [
        (with("store", "0".into()), 15, "another store"),
        (with("epoch", "0".into()), 15, "before a restore"),
        (with("next", 1_000_000.into()), 13, "rolled back"),
        (with("schema", "x".into()), 2, "no cursor"),
        (with("more", 1.into()), 2, "no cursor"),
        ("{".into(), 2, "no cursor"),
        (String::new(), 2, "no cursor"),
    ] {
        sandbox.write("c", &text, 0o600);
        sandbox
            .run(&["audit", "export", "--cursor", "c"])
            .fails(code, said);
    }
}

#[test]
fn two_runs_with_one_output_leave_the_whole_file_of_one() {
    let sandbox = log();
    sandbox.write("out.1.0.partial", "left by a dead run", 0o600);
    let both = "for i in 1 2 3 4 5 6; do \
        optimactl audit export --redacted --output out --overwrite & \
        optimactl audit export --as ocsf --output out --overwrite & done; wait";
    sandbox.sh(both).ok();
    let text = std::fs::read_to_string(sandbox.path("out")).unwrap();
    let forms: std::collections::BTreeSet<bool> = lines(&text)
        .iter()
        .map(|event| event["class_uid"].is_u64())
        .collect();
    assert_eq!(forms.len(), 1, "lines of two runs in one file");
    for entry in std::fs::read_dir(sandbox.path(".")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(!name.contains(".partial"), "{name}");
    }
    sandbox
        .run(&["audit", "export", "--output", "out"])
        .fails(15, "already");
}

#[test]
fn a_cursor_never_passes_over_events() {
    let sandbox = log();
    let run =
        |more: &[&str]| sandbox.run(&[&["audit", "export", "--cursor", "c"][..], more].concat());
    run(&["--output", "./c", "--overwrite"]).fails(2, "same file");
    run(&["--since", "1d"]).fails(2, "`--since`");
    assert_eq!(run(&["--redacted", "--limit", "0"]).ok(), "");
    let all = run(&["--redacted", "--as", "csv"]).ok();
    assert!(all.lines().count() > 3, "a limit of none left all of them");
    assert_eq!(run(&["--as", "csv", "--redacted"]).ok(), "");
    sandbox
        .sh("optimactl audit record --source vpn --action vpn.connect")
        .ok();
    assert_eq!(run(&["--field", "a=1"]).ok(), "");
    let words = ["audit", "export", "--cursor", "none/c"];
    let missing = sandbox.run(&words);
    assert_eq!(missing.stdout, "");
    missing.fails(14, "no folder");
}

#[test]
fn nothing_raw_steers_a_terminal() {
    let sandbox = log();
    let note = "a\u{9b}31m\u{7f}\u{202e}\u{2028}Z";
    let words = [
        "audit",
        "record",
        "--source",
        "vpn",
        "--action",
        "vpn.connect",
        "--note",
        note,
    ];
    sandbox.run(&words).ok();
    for words in [
        &["audit", "export"][..],
        &["audit", "list", "--format", "json"],
        &["audit", "list", "--format", "jsonl"],
    ] {
        let said = sandbox.run(words).ok();
        assert!(
            said.contains("\\u009b31m\\u007f\\u202e\\u2028Z"),
            "{words:?}"
        );
        assert!(!said.contains(['\u{9b}', '\u{7f}', '\u{202e}', '\u{2028}']));
    }
}

#[test]
fn a_tree_takes_no_foreign_folder() {
    let sandbox = log();
    let words = [
        "audit",
        "export",
        "--as",
        "tlog-tiles",
        "--output",
        "t",
        "--overwrite",
    ];
    sandbox.run(&words).ok();
    sandbox.run(&words).ok();
    std::fs::write(sandbox.path("t/checkpoint"), "another\n1\n").unwrap();
    sandbox.run(&words).fails(15, "something else");
}

/// The commands of its own README, run where it lies; `None` without the program.
fn checked(sandbox: &Sandbox, folder: &str) -> Option<bool> {
    let readme = std::fs::read_to_string(sandbox.path(folder).join("README.txt")).unwrap();
    let commands: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("    $ "))
        .collect();
    assert_eq!(commands.len(), 2, "{readme}");
    if Command::new("python3").arg("--version").output().is_err() {
        skipped("Python (`python3`) is not installed");
        return None;
    }
    let run = |line: &&str| {
        let done = Command::new("sh")
            .args(["-c", line])
            .current_dir(sandbox.path(folder))
            .output();
        let done = done.unwrap();
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!said.contains("Traceback"), "{said}");
        done.status.success()
    };
    Some(commands.iter().all(run))
}

fn python(sandbox: &Sandbox, key: &[&str]) -> bool {
    let mut command = Command::new("python3");
    let command = command
        .arg("check.py")
        .args(key)
        .current_dir(sandbox.path("case"));
    let done = command.output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(!said.contains("Traceback"), "{said}");
    done.status.success()
}

#[test]
fn evidence_is_checked_with_what_its_readme_says() {
    let sandbox = log();
    let older = sandbox.run(&["key", "list", "--format", "json"]).ok();
    let gather = |folder: &str, more: &[&str]| {
        let words = ["audit", "export", "--as", "evidence", "--output", folder];
        sandbox.run(&[&words[..], more].concat())
    };
    gather("case", &[]).ok();
    gather("closed/", &["--redacted", "--source", "sshd"]).ok();
    assert!(!sandbox.path("closed/disclosures.jsonl").exists());
    if checked(&sandbox, "case").is_none() {
        return;
    }
    assert_eq!(checked(&sandbox, "case"), Some(true));
    assert_eq!(checked(&sandbox, "closed"), Some(true));
    let vkey = std::fs::read_to_string(sandbox.path("case/log.vkey")).unwrap();
    let vkey = vkey.trim();
    assert!(older.contains(vkey) && python(&sandbox, &[vkey]));
    let other = sandbox.run(&[
        "init",
        "--store",
        "s2",
        "--new-identity",
        "i2.txt",
        "--format",
        "json",
    ]);
    let other = other.json()["data"]["vkey"].as_str().unwrap().to_owned();
    assert!(!python(&sandbox, &[&other]), "the key of another log");
    // Whatever is altered: both the list of hashes and the check itself see it.
    let change = |name: &str, from: &str, to: &str| {
        let path = sandbox.path("case").join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        let changed = text.replacen(from, to, 1);
        assert_ne!(text, changed, "{name}");
        std::fs::write(&path, changed).unwrap();
        assert_eq!(checked(&sandbox, "case"), Some(false), "{name}");
        assert!(!python(&sandbox, &[]), "{name}: {from}");
        std::fs::write(&path, text).unwrap();
    };
    change("events.jsonl", "success", "failure");
    change("checkpoint", "\n", "\n1");
    change(
        "disclosures.jsonl",
        "\"disclosure\":\"W",
        "\"disclosure\":\"X",
    );
    change("proofs/3.tlog-proof", "index 3", "index 4");
    change("log.vkey", "+A", "+B");
    change("proofs/3.tlog-proof", "extra ", "EXTRA!");
    change("README.txt", "Evidence", "evidence");
    assert!(python(&sandbox, &[]));
    // A module of the same name beside it neither runs nor passes.
    let forged = sandbox.path("case/hashlib.py");
    std::fs::write(&forged, "raise SystemExit(0)").unwrap();
    assert!(!python(&sandbox, &[]), "a file that is not listed");
    std::fs::remove_file(forged).unwrap();
    assert!(python(&sandbox, &[]));
    gather("case", &[]).fails(15, "not empty");
    gather("case", &["--overwrite", "--limit", "1"]).ok();
    assert!(python(&sandbox, &[]));
    sandbox.sh("mkdir mine && touch mine/letter").ok();
    gather("mine", &["--overwrite"]).fails(15, "something else");
    gather("empty", &["--seq", "900000.."]).fails(14, "no event fits");
    let left = std::fs::read_dir(sandbox.path(".")).unwrap();
    for entry in left {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(
            !name.contains(".partial") && !name.contains(".old"),
            "{name}"
        );
    }
}

#[test]
fn evidence_is_checked_by_go_and_from_an_older_key() {
    let sandbox = Sandbox::prepared();
    let key = || {
        let line =
            "optimactl audit export --as evidence --output k --seq 0 --overwrite && cat k/log.vkey";
        let said = sandbox.sh(line).ok();
        said.lines().last().unwrap().to_owned()
    };
    let first = key();
    sandbox.run(&["key", "rotate", "--signing", "--yes"]).ok();
    assert_ne!(first, key());
    sandbox
        .run(&["audit", "export", "--as", "evidence", "--output", "case"])
        .ok();
    if Command::new("python3").arg("--version").output().is_ok() {
        assert!(
            python(&sandbox, &[&first]),
            "the handover leads from the older key"
        );
    }
    let go = "command -v go > go.path && test -d /usr/share/gocode/src/golang.org/x/mod/sumdb";
    if sandbox.sh(go).code != 0 {
        skipped("Go (`golang-go`, `golang-golang-x-mod-dev`) is not installed");
        return;
    }
    let check = "cd case && GOCACHE=$PWD/../go-cache GO111MODULE=off GOPATH=/usr/share/gocode go run check.go \"$(cat log.vkey)\" proofs/*";
    assert!(sandbox.sh(check).ok().starts_with("fits: "));
    sandbox
        .sh("sed -i 's/index 3/index 4/' case/proofs/3.tlog-proof")
        .ok();
    sandbox.sh(check).code(1);
}

/// Evidence and tiles of a log that a witness signed; afterwards the log goes on.
fn witnessed() -> (Sandbox, String, String) {
    let sandbox = Sandbox::prepared();
    sandbox
        .run(&["audit", "witness", "add", "ana.cosigned"])
        .ok();
    for (form, folder) in [("evidence", "case"), ("tlog-tiles", "tiles")] {
        sandbox
            .run(&["audit", "export", "--as", form, "--output", folder])
            .ok();
    }
    let key = |name: &str| {
        let text = std::fs::read_to_string(sandbox.path(name)).unwrap();
        text.trim().to_owned()
    };
    let (log, ana) = (key("case/log.vkey"), key("ana.vkey"));
    (sandbox, log, ana)
}

#[test]
fn an_outsider_checks_what_a_witness_signed() {
    let (sandbox, log, ana) = witnessed();
    let line = "cd case/cosigned && cmp *.note ../../tiles/cosigned/*.note && ls";
    let files = sandbox.sh(line).ok();
    assert_eq!(files.lines().count(), 2, "{files}");
    let bob = "optimactl audit witness init example.com/bob --new-key bob.key --format json | \
               sed 's/.*\"witness\": *\"\\([^\"]*\\)\".*/\\1/;t;d'";
    let bob = sandbox.sh(bob).ok();
    let bob = bob.trim();
    let go = "command -v go > go.path && test -d /usr/share/gocode/src/golang.org/x/mod/sumdb";
    let has_go = sandbox.sh(go).code == 0;
    let has_python = Command::new("python3").arg("--version").output().is_ok();
    if !has_go && !has_python {
        return skipped("neither Python nor Go is installed");
    }
    // With Python, where the list of hashes is made to fit again, and with Go.
    let fits = |witness: &str| {
        let sums = "cd case && find . -type f ! -name MANIFEST.sha256 | sed 's,^./,,' | sort | \
                    xargs -d '\n' sha256sum > sums && mv sums MANIFEST.sha256 && sed -i '/ sums$/d' MANIFEST.sha256";
        sandbox.sh(sums).ok();
        let go = format!(
            "cd case && GOCACHE=$PWD/../go-cache GO111MODULE=off GOPATH=/usr/share/gocode \
             go run check.go '{log}' -witness '{witness}' cosigned/*.note proofs/3.tlog-proof"
        );
        let by_go = has_go.then(|| sandbox.sh(&go).stdout.starts_with("fits: "));
        let by_python = has_python.then(|| python(&sandbox, &[&log, witness]));
        if let (Some(go), Some(python)) = (by_go, by_python) {
            assert_eq!(go, python);
        }
        by_python.or(by_go).unwrap()
    };
    assert!(fits(&ana));
    assert!(!fits(bob), "a witness that signed nothing");
    assert!(!fits(&log), "the log's key is no witness's");
    // Somebody else's line under her name, another size, another time, a broken proof.
    let forge = "optimactl audit witness sign ../../log.checkpoint --key ../../bob.key --vkey ../../log.vkey \
                 --output forged --overwrite && id=$(cut -d+ -f2 ../../ana.vkey)";
    for (what, change) in [
        (
            "signed by another key",
            format!(
                "{forge} && grep -v example.com/ana $note > n && grep bob forged | sed s,/bob,/ana, >> n && mv n $note; rm -f forged"
            ),
        ),
        ("altered", "sed -i '2s/$/1/' $note".to_owned()),
        ("without the line", "sed -i '/example.com.ana/d' $note".to_owned()),
        (
            "another time",
            "python3 -c \"import base64,sys; p=sys.argv[1]; t=open(p,encoding='utf-8').read(); h,l=t.rsplit(' ',1); \
             b=bytearray(base64.b64decode(l)); b[11]^=1; open(p,'w',encoding='utf-8').write(h+' '+base64.b64encode(b).decode()+chr(10))\" $note"
                .to_owned(),
        ),
        (
            "not continued",
            "sed -i '2s/^./Z/;2s/^Z\\(.\\)/Z\\1/' *.consistency".to_owned(),
        ),
        (
            "a proof of another checkpoint",
            "(cd ../.. && optimactl account lock tom --for 1h --reason test --yes && \
              optimactl audit prove 3 --output case/proofs/3.tlog-proof --overwrite)"
                .to_owned(),
        ),
        ("nothing to continue it", "sed -i '1s/old /old 1/' *.consistency".to_owned()),
    ] {
        sandbox.sh("rm -rf kept && cp -a case kept").ok();
        let line = format!("cd case/cosigned && note=$(ls *.note) && {change}");
        sandbox.sh(&line).ok();
        assert!(!fits(&ana), "{what}");
        sandbox.sh("rm -rf case && mv kept case").ok();
    }
    assert!(fits(&ana));
}

/// A tree that is brought up to date is whole for whoever reads it meanwhile: what is full stays the same file, and
/// what changes is replaced at once.
#[test]
fn a_tree_is_brought_up_to_date_without_a_gap() {
    let (sandbox, ..) = witnessed();
    let inode = |name: &str| {
        use std::os::unix::fs::MetadataExt as _;
        let path = sandbox.path("tiles").join(name);
        let found = std::fs::metadata(path).unwrap();
        (found.ino(), found.mtime_nsec())
    };
    let cosigned = std::fs::read_dir(sandbox.path("tiles/cosigned"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .find(|name| name.strip_suffix(".note").is_some())
        .unwrap();
    let place = format!("cosigned/{cosigned}");
    let before = inode(&place);
    let partial = "find tiles/tile/0 -path '*.p/*' | head -1";
    let old = sandbox.sh(partial).ok();
    let again = [
        "audit",
        "export",
        "--as",
        "tlog-tiles",
        "--output",
        "tiles",
        "--overwrite",
    ];
    sandbox.run(&again).ok();
    assert_eq!(inode(&place), before);
    assert!(sandbox.path(old.trim()).exists(), "{old}");
    let left = sandbox.sh("find tiles -name '*.partial'").ok();
    assert_eq!(left, "");
}

#[test]
fn following_shows_what_comes_and_survives_a_compaction() {
    let sandbox = log();
    let mut child = sandbox
        .command(env!("CARGO_BIN_EXE_optimactl"))
        .args([
            "audit", "follow", "--last", "1", "--source", "vpn", "--source", "sshd",
        ])
        .args(["--format", "jsonl"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || -> Value { serde_json::from_str(&out.next().unwrap().unwrap()).unwrap() };
    assert_eq!(next()["action"], "sshd.logout");
    let record = |action: &str| {
        let words = ["audit", "record", "--source", "sshd", "--action", action];
        sandbox.run(&words).ok();
    };
    record("sshd.first");
    assert_eq!(next()["action"], "sshd.first");
    sandbox.run(&["store", "compact", "--wait", "20s"]).ok();
    record("sshd.second");
    assert_eq!(next()["action"], "sshd.second");
    sandbox
        .run(&["key", "rotate", "--signing", "--yes", "--wait", "20s"])
        .ok();
    record("sshd.third");
    assert_eq!(next()["action"], "sshd.third");
    let pid = child.id().to_string();
    sandbox.sh(&format!("kill -TERM {pid}")).ok();
    let since = Instant::now();
    child.wait().unwrap();
    assert!(since.elapsed() < Duration::from_secs(5));
    let readings = sandbox
        .run(&["audit", "export", "--redacted", "--action", "audit.read"])
        .ok();
    assert_eq!(
        readings.matches("\"what\":\"follow\"").count(),
        1,
        "{readings}"
    );
    sandbox.run(&["audit", "verify"]).ok();
}

#[test]
fn following_ends_when_the_store_goes_away_or_nothing_fits() {
    let sandbox = log();
    sandbox
        .run(&["audit", "follow", "--format", "json"])
        .fails(2, "no JSON document");
    sandbox
        .run(&["audit", "follow", "--reverse"])
        .fails(2, "`--reverse`");
    sandbox
        .run(&["audit", "follow", "--until", "2026-11-23"])
        .fails(2, "`--until`");
    let shown = sandbox
        .run(&[
            "audit", "follow", "--seq", "2..", "--limit", "3", "--format", "jsonl",
        ])
        .ok();
    let seqs: Vec<u64> = lines(&shown)
        .iter()
        .map(|event| event["seq"].as_u64().unwrap())
        .collect();
    assert_eq!(seqs, [2, 3, 4]);
    let gone = "optimactl audit follow -v --action 'later.*' & sleep 2; mv \"$OPTIMACTL_STORE\" away; wait $!";
    let ran = sandbox.sh(gone);
    assert!(
        ran.stderr.contains("so far no event has the action"),
        "{}",
        ran.stderr
    );
    ran.fails(10, "there is no store");
}
