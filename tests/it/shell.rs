//! The shell around the commands: formats, origins, refusals, broken pipes, completion.

use crate::sandbox::Sandbox;

#[test]
fn usage_errors_are_json_when_the_line_asks_for_it() {
    let ran = Sandbox::new().run(&["config", "shw", "--format=json"]);
    let error: serde_json::Value = serde_json::from_str(&ran.stderr).unwrap();
    assert_eq!(error["error"]["code"], "usage");
    assert_eq!(error["error"]["exit"], 2);
    assert!(
        error["error"]["hint"].as_str().unwrap().contains("show"),
        "{error}"
    );
    ran.code(2);
}

#[test]
fn an_unknown_format_is_a_usage_error() {
    Sandbox::new()
        .run(&["config", "show", "--format", "yaml"])
        .fails(2, "yaml");
}

#[test]
fn origins_are_shown() {
    let sandbox = Sandbox::new();
    sandbox.write("config.toml", "[totp]\nissuer = \"Example\"\n", 0o600);
    let shown = sandbox.anonymous(&sandbox.run(&["config", "show", "--store", "/x"]).ok());
    assert!(shown.contains("store.path\t/x\tflag --store\n"), "{shown}");
    assert!(
        shown.contains("totp.issuer\tExample\tfile [DIR]/config.toml\n"),
        "{shown}"
    );
    assert!(shown.contains("backup.level\t1\tdefault\n"), "{shown}");
    let shown = sandbox.anonymous(&sandbox.run(&["config", "show"]).ok());
    assert!(
        shown.contains("store.path\t[DIR]/store\tenvironment OPTIMACTL_STORE\n"),
        "{shown}"
    );
}

#[test]
fn a_configuration_that_others_can_change_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.write("config.toml", "", 0o666);
    sandbox.run(&["config", "show"]).fails(5, "chmod go-w");
    // A template must come even then.
    sandbox.run(&["config", "template"]).ok();
}

#[test]
fn quiet_drops_the_text_answer_but_not_json() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["config", "show", "-q"]).ok(), "");
    assert!(
        sandbox
            .run(&["config", "show", "-q", "--format", "json"])
            .json()["data"]
            .is_array()
    );
}

#[test]
fn a_broken_pipe_is_a_quiet_success() {
    let line = "{ optimactl config template; echo $? >&2; } | true";
    for _ in 0..5 {
        let ran = Sandbox::new().sh(line);
        assert_eq!(ran.stderr, "0\n");
        ran.ok();
    }
}

#[test]
fn csv_and_jsonl_have_one_line_each() {
    let sandbox = Sandbox::new();
    let csv = sandbox.run(&["config", "show", "--format", "csv"]).ok();
    let lines = sandbox.run(&["config", "show", "--format", "jsonl"]).ok();
    assert!(csv.starts_with("name,value,origin\r\n"));
    assert_eq!(csv.lines().count(), lines.lines().count() + 1);
}

#[test]
fn completion_offers_commands_without_reading_the_configuration() {
    let sandbox = Sandbox::new();
    sandbox.write("config.toml", "this is no TOML", 0o600);
    let variables = [
        ("COMPLETE", "bash"),
        ("_CLAP_COMPLETE_INDEX", "1"),
        ("_CLAP_IFS", "\n"),
    ];
    let offered = sandbox
        .run_with(&["--", "optimactl", "con"], &variables)
        .ok();
    assert_eq!(offered.trim_end(), "config\nconsent");
}

#[test]
fn a_configuration_that_was_named_must_exist() {
    Sandbox::new()
        .run(&["config", "show", "--config", "/nonexistent/c.toml"])
        .fails(14, "optimactl config template");
}

#[test]
fn input_that_nobody_asked_for_is_left_alone() {
    Sandbox::new()
        .run_input(&["config", "show", "store.path"], "y\n")
        .ok();
}

/// What is typed may be anything: it is answered, never by "this is a bug".
#[test]
fn odd_input_is_no_bug() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let sandbox = Sandbox::prepared();
    for verb in ["show", "prove"] {
        let last = u64::MAX.to_string();
        sandbox
            .run(&["audit", verb, &last])
            .fails(14, "there is no event");
    }
    let odd = OsStr::from_bytes(b"odd-\xff");
    let code = |words: &[&OsStr], store: Option<&OsStr>| {
        let mut command = sandbox.command(env!("CARGO_BIN_EXE_optimactl"));
        if let Some(store) = store {
            command.env("OPTIMACTL_STORE", store);
        }
        command.args(words).output().unwrap().status.code()
    };
    let words = ["status", "--store"].map(OsStr::new);
    assert_eq!(code(&[words[0], words[1], odd], None), Some(2));
    assert_eq!(code(&[words[0]], Some(odd)), Some(2));
    let export = ["audit", "export", "--output"].map(OsStr::new);
    let export = [&export[..], &[odd]].concat();
    assert_eq!(code(&export, None), Some(0));
    assert_eq!(code(&[OsStr::new("account"), odd], None), Some(2));
}

#[test]
fn a_try_at_a_secret_has_no_dry_run() {
    let sandbox = Sandbox::prepared();
    for line in [
        "echo '{\"account\":\"mira\",\"password\":\"x\"}' | optimactl auth check --dry-run",
        "echo 000000 | optimactl 2fa verify mira --code-stdin --dry-run",
        "echo 'nine geese' | optimactl password redeem --code-file code --password-stdin --dry-run",
    ] {
        sandbox.sh(line).fails(2, "always counted");
    }
}

/// The binary that people run must not let the environment set its clock, its randomness or the cost of a hash.
#[test]
fn the_release_binary_ignores_the_hooks_of_tests() {
    let release = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/release/optimactl");
    if !release.exists() || env!("CARGO_BIN_EXE_optimactl") == release.to_str().unwrap() {
        crate::sandbox::skipped("there is no release binary of its own beside the one under test");
        return;
    }
    let sandbox = Sandbox::new();
    let mut command = sandbox.command(&release);
    let output = command
        .args(["doctor", "--format", "json"])
        .env("OPTIMACTL_TEST_TIME", "2001-01-01T00:00:00Z")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("\"clock\"") && !text.contains("2001"),
        "{text}"
    );
}

#[test]
fn help_is_a_word_too() {
    let sandbox = Sandbox::new();
    for (asked, same) in [
        (vec!["help"], vec!["--help"]),
        (vec!["help", "key"], vec!["key", "--help"]),
        (vec!["help", "key", "add"], vec!["key", "add", "--help"]),
    ] {
        assert_eq!(sandbox.run(&asked).ok(), sandbox.run(&same).ok());
    }
    sandbox.run(&["help", "keys"]).fails(2, "keys");
}

#[test]
fn a_format_that_an_export_has_not_is_refused() {
    let sandbox = Sandbox::prepared();
    for (format, form) in [("json", "--as jsonl"), ("csv", "--as csv")] {
        sandbox
            .run(&["audit", "export", "--format", format])
            .fails(2, form);
    }
    sandbox
        .run(&[
            "audit",
            "export",
            "--format",
            "json",
            "--output",
            "log.jsonl",
        ])
        .json();
}

#[test]
fn a_missing_secret_is_named_with_its_flags() {
    Sandbox::prepared()
        .run(&["password", "set", "tom"])
        .fails(5, "the new password is missing");
    Sandbox::prepared()
        .run(&["2fa", "verify", "zoe"])
        .fails(5, "`--code-stdin`, `--code-file FILE` or `--code-fd N`");
}

#[test]
fn lists_are_lines_in_jsonl_and_tables_in_csv() {
    let sandbox = Sandbox::prepared();
    let lines = |words: &[&str]| sandbox.run(words).ok().lines().count();
    assert_eq!(
        lines(&["backup", "list", "--from", "backups", "--format", "jsonl"]),
        1
    );
    assert_eq!(lines(&["key", "list", "--format", "jsonl"]), 2);
    let due = |format| {
        let ran = sandbox.run(&["request", "due", "--within", "1d", "--format", format]);
        ran.ok()
    };
    assert_eq!(due("csv"), "reference,law,what,act_by,due,left,next\r\n");
    assert_eq!(due("text"), "");
}
