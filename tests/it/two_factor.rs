//! Second factors and sign-ins through the program, with real counterparts: `oathtool` computes the codes,
//! `zbarimg` reads the pictures; and many processes that want the same code.

use std::io::Write as _;
use std::process::{Child, Command, Stdio};

use crate::sandbox::{Sandbox, TIME};

const PASSWORD: &str = "seven geese walk to Utrecht";

/// Whether a counterpart is installed; says so where it is not.
fn installed(program: &str) -> bool {
    let there = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    if !there {
        crate::sandbox::skipped(&format!("`{program}` is not installed"));
    }
    there
}

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let _made = sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    let made = sandbox.run_input(
        &[
            "account",
            "create",
            "mira",
            "--email",
            "mira@mail.example",
            "--password-stdin",
        ],
        PASSWORD,
    );
    let _made = made.ok();
    sandbox
}

/// The code of `secret` at `time`, as another program computes it.
fn code(secret: &str, time: &str) -> String {
    let now = time.replace('T', " ").replace('Z', " UTC");
    let output = Command::new("oathtool")
        .args(["--totp", "-b", "-N", &now, secret])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Enrolls mira and gives the secret and the recovery codes.
fn enrolled(sandbox: &Sandbox) -> (String, Vec<String>) {
    let json = ["2fa", "enroll", "mira", "--format", "json"];
    let secret = sandbox.run(&json).json()["data"]["secret"]
        .as_str()
        .unwrap()
        .to_owned();
    let confirmed = sandbox.run_input(
        &["2fa", "confirm", "mira", "--code-stdin", "--format", "json"],
        &code(&secret, TIME),
    );
    let codes = confirmed.json()["data"]["recovery_codes"].clone();
    (secret, serde_json::from_value(codes).unwrap())
}

/// Starts `count` processes at once that read the same input, and counts the exit codes 0.
fn race(sandbox: &Sandbox, count: usize, words: &[&str], input: &str, time: &str) -> usize {
    let start = |_| -> Child {
        let mut child = sandbox
            .command(env!("CARGO_BIN_EXE_optimactl"))
            .args(words)
            .env("OPTIMACTL_TEST_TIME", time)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        child
    };
    let children: Vec<Child> = (0..count).map(start).collect();
    let codes: Vec<i32> = children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap().status.code().unwrap())
        .collect();
    assert!(codes.iter().all(|code| [0, 6].contains(code)), "{codes:?}");
    codes.iter().filter(|code| **code == 0).count()
}

#[test]
fn codes_of_oathtool_work_once_even_for_many_processes_at_once() {
    if !installed("oathtool") {
        return;
    }
    let sandbox = sandbox();
    let (secret, recovery) = enrolled(&sandbox);
    let verify = ["2fa", "verify", "mira", "--code-stdin", "--wait", "1m"];
    let confirming = sandbox.run_input(&verify, &code(&secret, TIME));
    confirming.fails(6, "not accepted");
    for (count, time) in [(20, "2026-11-22T13:00:00Z"), (50, "2026-11-22T15:00:00Z")] {
        let code = code(&secret, time);
        assert_eq!(race(&sandbox, count, &verify, &code, time), 1);
    }
    let time = "2026-11-22T17:00:00Z";
    assert_eq!(race(&sandbox, 20, &verify, &recovery[4], time), 1);
    let status = sandbox.run(&["2fa", "recovery", "status", "mira", "--format", "json"]);
    assert_eq!(status.json()["data"]["left"], 9);
}

#[test]
fn there_is_one_pending_factor_at_most_and_none_is_told_before_a_code_is_asked_for() {
    let sandbox = sandbox();
    let confirm = ["2fa", "confirm", "mira"];
    sandbox.run(&confirm).fails(15, "no factor to confirm");
    let enroll = || sandbox.run(&["2fa", "enroll", "mira"]).ok();
    assert!(!enroll().contains("replaces"));
    assert!(enroll().contains("it replaces the one that was pending"));
    sandbox.run(&confirm).fails(5, "--code-stdin");
    let status = sandbox.run(&["2fa", "status", "mira", "--format", "json"]);
    assert_eq!(status.json()["data"]["list"].as_array().unwrap().len(), 1);
    let recorded = sandbox
        .run(&["audit", "list", "--action", "2fa.confirm"])
        .ok();
    assert_eq!(recorded.lines().count(), 1, "{recorded}");
}

#[test]
fn the_picture_is_read_by_zbarimg() {
    if !installed("zbarimg") {
        return;
    }
    let sandbox = sandbox();
    let words = [
        "2fa", "enroll", "mira", "--output", "mira.png", "--format", "json",
    ];
    let uri = sandbox.run(&words).json()["data"]["uri"].clone();
    let read = sandbox.sh("zbarimg --raw -q mira.png").ok();
    assert_eq!(read.trim(), uri.as_str().unwrap());
    let _made = sandbox
        .run(&["2fa", "enroll", "mira", "--output", "mira.svg"])
        .ok();
    let svg = std::fs::read_to_string(sandbox.path("mira.svg")).unwrap();
    assert!(svg.starts_with("<svg "));
    sandbox
        .run(&["2fa", "enroll", "mira", "--output", "mira.gif"])
        .fails(2, ".svg");
}

#[test]
fn a_sign_in_takes_password_and_code_together() {
    if !installed("oathtool") {
        return;
    }
    let sandbox = sandbox();
    let (secret, recovery) = enrolled(&sandbox);
    let later = "2026-11-22T13:00:00Z";
    let check = |code: &str| {
        let asked = serde_json::json!({"account": "mira", "password": PASSWORD, "code": code});
        let line =
            format!("printf '%s' '{asked}' | OPTIMACTL_TEST_TIME={later} optimactl auth check");
        sandbox.sh(&line)
    };
    let fresh = code(&secret, later);
    let answer = check(&fresh).json();
    assert_eq!(answer["ok"], true);
    assert_eq!(answer["must_change"], true);
    let again: serde_json::Value = serde_json::from_str(&check(&fresh).code(6)).unwrap();
    assert_eq!(again["reason"], "code-rejected");
    assert_eq!(check(&recovery[0]).json()["ok"], true);
    let bare = format!("{{\"account\":\"mira\",\"password\":\"{PASSWORD}\"}}");
    let answer = sandbox.run_input(&["auth", "check"], &bare).code(6);
    assert!(answer.contains("code-needed"));
}

#[test]
fn wrong_password_and_unknown_account_are_answered_alike_and_a_lock_only_to_the_holder() {
    let sandbox = sandbox();
    let check = |account: &str, password: &str| {
        let asked = serde_json::json!({"account": account, "password": password});
        sandbox.run_input(&["auth", "check"], &asked.to_string())
    };
    let wrong = check("mira", "wrong");
    let unknown = check("nobody", "wrong");
    assert_eq!(
        (wrong.code, &wrong.stdout, &wrong.stderr),
        (6, &unknown.stdout, &unknown.stderr)
    );
    assert_eq!(unknown.code, 6);
    let _locked = sandbox
        .run(&[
            "account", "lock", "mira", "--for", "24h", "--reason", "test", "--yes",
        ])
        .ok();
    assert_eq!(check("mira", "wrong").code(6), wrong.stdout);
    assert!(check("mira", PASSWORD).code(7).contains("\"locked\""));
    sandbox
        .run_input(
            &["auth", "check"],
            "{\"account\":\"mira\",\"pasword\":\"hunter2\"}",
        )
        .fails(2, "is not what `auth check` reads");
}

#[test]
fn a_hundred_parallel_wrong_passwords_are_all_recorded_and_the_right_one_waits() {
    let sandbox = sandbox();
    let wrong = "{\"account\":\"mira\",\"password\":\"wrong\"}";
    let words = ["auth", "check", "--wait", "1m"];
    assert_eq!(race(&sandbox, 100, &words, wrong, TIME), 0);
    let right = format!("{{\"account\":\"mira\",\"password\":\"{PASSWORD}\"}}");
    let held = sandbox.run_input(&["auth", "check"], &right).code(6);
    assert!(held.contains("\"rejected\""));
}

/// What a terminal shows of a QR code as a PBM picture: two modules a character, `ink` where the glyph is drawn.
fn bitmap(drawn: &str, ink: u8) -> Vec<u8> {
    let mut rows: Vec<Vec<u8>> = vec![];
    for line in drawn.lines() {
        let pixel = |inked: bool| if inked { ink } else { 1 - ink };
        let upper = line.chars().map(|c| pixel("█▀".contains(c)));
        let lower = line.chars().map(|c| pixel("█▄".contains(c)));
        rows.push(upper.collect());
        rows.push(lower.collect());
    }
    let scale = 4;
    let width = rows[0].len() * scale;
    let mut text = format!("P1\n{width} {}\n", rows.len() * scale);
    for row in &rows {
        let line: Vec<String> = row
            .iter()
            .flat_map(|pixel| std::iter::repeat_n(pixel.to_string(), scale))
            .collect();
        text.push_str(&format!("{}\n", line.join(" ")).repeat(scale));
    }
    text.into_bytes()
}

/// The lines of a QR code without its colors.
fn drawn(text: &str) -> String {
    let plain = text
        .replace("\u{1b}[38;5;16;48;5;231m", "")
        .replace("\u{1b}[0m", "");
    let code = plain.lines().filter(|line| {
        !line.is_empty() && line.chars().all(|c| " █▀▄".contains(c)) && line.chars().count() > 20
    });
    let lines: Vec<&str> = code.collect();
    lines.join("\n")
}

#[test]
fn the_code_in_the_terminal_is_read_by_zbarimg_in_both_polarities() {
    if !installed("zbarimg") {
        return;
    }
    let sandbox = sandbox();
    sandbox.write(
        "config.toml",
        "[totp]\nissuer = \"Öko & Söhne, 100 %\"\n",
        0o600,
    );
    // In black on white what is drawn is dark; without colors a dark terminal shows it light.
    for (how, ink) in [("ansi", 1), ("utf8", 0)] {
        let shown = sandbox.run(&["2fa", "enroll", "mira", "--qr", how]).ok();
        let address = shown
            .lines()
            .find_map(|line| line.strip_prefix("Address: "));
        let address = address.unwrap().to_owned();
        assert!(
            address.contains("issuer=%C3%96ko%20%26%20S%C3%B6hne%2C%20100%20%25&"),
            "{address}"
        );
        let code = drawn(&shown);
        let width = code.lines().next().unwrap().chars().count();
        assert!(code.lines().all(|line| line.chars().count() == width));
        std::fs::write(sandbox.path("code.pbm"), bitmap(&code, ink)).unwrap();
        let read = sandbox.sh("zbarimg --raw -q code.pbm").ok();
        assert_eq!(read.trim(), address);
    }
    let none = sandbox.run(&["2fa", "enroll", "mira", "--qr", "none"]).ok();
    assert_eq!(drawn(&none), "");
}

#[test]
fn a_narrow_terminal_gets_the_key_and_no_wrapped_code() {
    let sandbox = sandbox();
    let narrow = "stty cols 40 rows 30; optimactl 2fa enroll mira --no-input";
    let line = format!("script -qec '{narrow}' /dev/null </dev/null");
    let shown = sandbox.sh(&line).ok();
    assert!(shown.contains("too narrow for the QR code"), "{shown}");
    assert!(
        shown.contains("Key: ") && drawn(&shown).is_empty(),
        "{shown}"
    );
    let wide = line.replace("cols 40", "cols 120");
    assert!(!drawn(&sandbox.sh(&wide).ok().replace('\r', "")).is_empty());
}

#[test]
fn an_enrollment_code_binds_one_factor_however_many_try() {
    if !installed("oathtool") {
        return;
    }
    let sandbox = sandbox();
    let _first = enrolled(&sandbox);
    let reset = sandbox.run(&[
        "2fa",
        "reset",
        "mira",
        "--confirm",
        "mira",
        "--reason",
        "lost phone",
        "--format",
        "json",
    ]);
    let given = reset.json()["data"]["code"].as_str().unwrap().to_owned();
    let enroll = ["2fa", "enroll", "--code-stdin", "--format", "json"];
    let pending = sandbox.run_input(&enroll, &given).json();
    let secret = pending["data"]["secret"].as_str().unwrap().to_owned();
    let confirm = ["2fa", "confirm", "mira", "--code-stdin", "--wait", "1m"];
    let later = "2026-11-22T12:10:00Z";
    let won = confirmed(&sandbox, 50, &confirm, (&code(&secret, later), later));
    assert_eq!(won, 1);
    sandbox
        .run_input(&enroll, &given)
        .fails(6, "enrollment code was not accepted");
    sandbox
        .run(&["2fa", "reset", "mira", "--confirm", "mira"])
        .fails(5, "--reason");
    let notices = sandbox.run(&["notice", "list", "--format", "csv"]).ok();
    assert_eq!(notices.matches(",2fa-reset,").count(), 1, "{notices}");
}

/// How many of `count` processes at once confirm a factor; the others find it confirmed.
fn confirmed(sandbox: &Sandbox, count: usize, words: &[&str], (code, time): (&str, &str)) -> usize {
    let children: Vec<Child> = (0..count)
        .map(|_| {
            let mut child = sandbox
                .command(env!("CARGO_BIN_EXE_optimactl"))
                .args(words)
                .env("OPTIMACTL_TEST_TIME", time)
                .stdin(Stdio::piped())
                .spawn()
                .unwrap();
            let mut input = child.stdin.take().unwrap();
            input.write_all(code.as_bytes()).unwrap();
            child
        })
        .collect();
    let codes: Vec<i32> = children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap().status.code().unwrap())
        .collect();
    assert!(codes.iter().all(|code| [0, 15].contains(code)), "{codes:?}");
    codes.iter().filter(|code| **code == 0).count()
}

#[test]
fn imported_secrets_verify_with_the_codes_of_oathtool() {
    if !installed("oathtool") {
        return;
    }
    let sandbox = sandbox();
    let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    sandbox.write(
        "list.txt",
        &format!(
            "mira\totpauth://totp/Old:m?secret={secret}&algorithm=SHA256&digits=8&period=60\n"
        ),
        0o600,
    );
    let import = ["2fa", "import", "list.txt", "--report", "report.csv"];
    assert!(
        sandbox
            .run(&import)
            .ok()
            .contains("Imported 1 second factor")
    );
    let report = std::fs::read_to_string(sandbox.path("report.csv")).unwrap();
    assert!(report.contains("1,mira,imported,fac_"), "{report}");
    let output = Command::new("oathtool")
        .args([
            "--totp=sha256",
            "-d",
            "8",
            "-s",
            "60s",
            "-b",
            "-N",
            "2026-11-22 13:00:00 UTC",
            secret,
        ])
        .output()
        .unwrap();
    let code = String::from_utf8(output.stdout).unwrap();
    let verify = ["2fa", "verify", "mira", "--code-stdin", "--wait", "1m"];
    let time = "2026-11-22T13:00:00Z";
    assert_eq!(race(&sandbox, 10, &verify, code.trim(), time), 1);
    sandbox.write(
        "list.txt",
        "otpauth://totp/nobody?secret=GEZDGNBVGY3TQOJQ\n",
        0o644,
    );
    sandbox
        .run(&["2fa", "import", "list.txt"])
        .fails(5, "chmod 600");
    sandbox.write(
        "list.txt",
        "otpauth://totp/nobody?secret=GEZDGNBVGY3TQOJQ\n",
        0o600,
    );
    sandbox
        .run(&["2fa", "import", "list.txt"])
        .fails(2, "there is no such account");
}

#[test]
fn a_rule_bars_after_its_deadline_and_a_factor_opens_again() {
    let sandbox = sandbox();
    let at = |day: &str, line: &str| {
        sandbox.sh(&format!(
            "OPTIMACTL_TEST_TIME=2026-12-{day}T12:00:00Z; export OPTIMACTL_TEST_TIME; {line}"
        ))
    };
    let _made = sandbox
        .run(&["role", "create", "staff", "--description", "x"])
        .ok();
    let _granted = sandbox.run(&["role", "grant", "staff", "mira"]).ok();
    let _set = sandbox
        .run(&["2fa", "policy", "set", "staff", "--grace", "14d", "--yes"])
        .ok();
    let check = format!(
        "printf '{{\"account\":\"mira\",\"password\":\"{PASSWORD}\"}}' | optimactl auth check"
    );
    // The initial password has a deadline of its own, which comes first.
    let answer = sandbox.sh(&check).json();
    assert_eq!(answer["grace_for"], "password-change");
    let _changed = sandbox.run_input(&["password", "set", "mira", "--password-stdin"], PASSWORD);
    let _due = at("05", "optimactl 2fa policy report").ok();
    let warned = at("05", "optimactl 2fa policy enforce --format json").json();
    assert_eq!(warned["data"]["warned"], 1);
    assert!(
        at("07", "optimactl 2fa policy report")
            .code(4)
            .contains("overdue")
    );
    let barred = at("07", "optimactl 2fa policy enforce --format json").json();
    assert_eq!(
        (&barred["data"]["barred"], &barred["data"]["names"][0]),
        (&1.into(), &"mira".into())
    );
    let again = at("08", "optimactl 2fa policy enforce").ok();
    assert!(
        again.contains("warned 0 accounts, barred 0 accounts"),
        "{again}"
    );
    assert!(
        at("08", "optimactl 2fa status --missing")
            .ok()
            .contains("mira\tnone")
    );
}

#[test]
fn notices_are_marked_once() {
    let sandbox = sandbox();
    let _reset = sandbox
        .run(&["2fa", "reset", "mira", "--confirm", "mira", "--reason", "x"])
        .ok();
    let list = sandbox
        .run(&["notice", "list", "--state", "queued", "--format", "jsonl"])
        .ok();
    let notice: serde_json::Value = serde_json::from_str(list.lines().last().unwrap()).unwrap();
    let id = notice["id"].as_str().unwrap();
    let shown = sandbox.run(&["notice", "show", id]).ok();
    assert!(
        shown.contains("All second factors of your account were removed"),
        "{shown}"
    );
    assert!(
        sandbox
            .run(&["notice", "mark", id, "--sent"])
            .ok()
            .contains("1 notice as sent")
    );
    assert!(
        sandbox
            .run(&["notice", "mark", id, "--sent"])
            .ok()
            .contains("0 notices as sent; 1 noted so already")
    );
    sandbox
        .run(&["notice", "mark", id, "--dropped"])
        .fails(15, "is sent already");
    sandbox
        .run(&["notice", "mark", "ntc_x", "--sent"])
        .fails(14, "no notice");
    sandbox.run(&["notice", "mark", id]).fails(2, "--sent");
    assert_eq!(
        sandbox
            .run(&["notice", "list", "--state", "sent"])
            .ok()
            .lines()
            .count(),
        1
    );
}
