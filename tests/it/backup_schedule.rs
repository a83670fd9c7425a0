//! Backups that nobody watches: how a run ends is told on every way out, what cron and systemd are given is what
//! they take, and a run that never happened is found from outside.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use crate::sandbox::{Sandbox, skipped};

/// A dead-man service on this machine: what it was asked, and what for.
struct Service {
    address: String,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Service {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/s3cret", listener.local_addr().unwrap());
        let heard = Arc::new(Mutex::new(vec![]));
        let kept = Arc::clone(&heard);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut reader = BufReader::new(stream.try_clone().unwrap());
                let (mut first, mut length) = (String::new(), 0);
                reader.read_line(&mut first).unwrap();
                loop {
                    let mut line = String::new();
                    reader.read_line(&mut line).unwrap();
                    let line = line.trim().to_ascii_lowercase();
                    if let Some(number) = line.strip_prefix("content-length:") {
                        length = number.trim().parse().unwrap();
                    }
                    if line.is_empty() {
                        break;
                    }
                }
                let mut body = vec![0; length];
                reader.read_exact(&mut body).unwrap();
                let path = first.split(' ').nth(1).unwrap();
                let path = path.split('?').next().unwrap().to_owned();
                kept.lock()
                    .unwrap()
                    .push(format!("{path} {}", String::from_utf8(body).unwrap()));
                stream
                    .write_all(
                        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK",
                    )
                    .unwrap();
            }
        });
        Self { address, heard }
    }

    fn heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.heard.lock().unwrap())
    }
}

/// A sandbox with every outlet: a program that writes down what it is told, a service, metrics.
fn reporting(service: &Service) -> Sandbox {
    let sandbox = Sandbox::prepared();
    sandbox.write("heartbeat", &service.address, 0o600);
    let at = |name: &str| sandbox.path(name).display().to_string();
    sandbox.write(
        "hook",
        &format!(
            "#!/bin/sh\nenv > {0}; cat > {1}; echo \"hook $1\"\n",
            at("told.env"),
            at("told.json")
        ),
        0o700,
    );
    let config = format!(
        "[backup]\non_success = [{0:?}, \"good\"]\non_failure = [{0:?}, \"bad\"]\nheartbeat_file = {1:?}\nmetrics_file = {2:?}\n",
        at("hook"),
        at("heartbeat"),
        at("optimactl.prom")
    );
    sandbox.write("config.toml", &config, 0o600);
    sandbox
}

fn read(sandbox: &Sandbox, name: &str) -> String {
    std::fs::read_to_string(sandbox.path(name)).unwrap()
}

const CREATE: [&str; 6] = ["-q", "backup", "create", "--to", "backups", "--no-input"];

#[test]
fn a_good_run_is_told_and_silent() {
    let service = Service::start();
    let sandbox = reporting(&service);
    let ran = sandbox.run(&CREATE);
    assert_eq!(ran.stderr, "hook good\n");
    assert_eq!(ran.ok(), "");
    let told = read(&sandbox, "told.env");
    assert!(told.contains("OPTIMACTL_RESULT=success\n"), "{told}");
    assert!(told.contains("OPTIMACTL_BACKUP_ID=bkp_"), "{told}");
    assert!(!told.contains("OPTIMACTL_IDENTITY"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&read(&sandbox, "told.json")).unwrap();
    assert_eq!(json["schema"], "optimactl/backup-report/1");
    assert_eq!(
        json["data"]["answer"]["schema"],
        "optimactl/backup-create/1"
    );
    let heard = service.heard();
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert!(heard[0].starts_with("/s3cret/start"), "{heard:?}");
    assert!(heard[1].starts_with("/s3cret optimactl backup create: ok"));
    let metrics = read(&sandbox, "optimactl.prom");
    assert!(metrics.contains("last_exit_code{command=\"create\""));
    let shown = sandbox.run(&["config", "show"]).ok();
    assert!(!shown.contains("s3cret"), "{shown}");
    // A rehearsal is told to nobody.
    sandbox
        .run(&["backup", "create", "--to", "backups", "-n"])
        .ok();
    assert!(service.heard().is_empty());
}

#[test]
fn metrics_are_what_prometheus_reads() {
    if Command::new("promtool").arg("--version").output().is_err() {
        skipped("`promtool` is not installed");
        return;
    }
    let service = Service::start();
    let sandbox = reporting(&service);
    sandbox.run(&CREATE).ok();
    sandbox
        .run(&["backup", "verify", "--latest", "--from", "backups"])
        .ok();
    sandbox.sh("promtool check metrics < optimactl.prom").ok();
}

#[test]
fn every_way_out_is_told() {
    let service = Service::start();
    let sandbox = reporting(&service);
    let ends = |words: &[&str], code: i32| {
        let ran = sandbox.run(words);
        assert_eq!(ran.code, code, "{}", ran.stderr);
        let told = read(&sandbox, "told.env");
        assert!(told.contains(&format!("OPTIMACTL_EXIT={code}\n")), "{told}");
        let heard = service.heard();
        let last = heard.last().unwrap();
        assert!(last.starts_with(&format!("/s3cret/{code} ")), "{heard:?}");
        assert!(!last.contains(&sandbox.path("").display().to_string()));
        let metrics = read(&sandbox, "optimactl.prom");
        let line = metrics
            .lines()
            .find(|line| line.starts_with("optimactl_backup_last_exit_code{command=\"create\""));
        assert!(line.unwrap().ends_with(&format!(" {code}")), "{metrics}");
    };
    let wrong = sandbox.path("wrong.txt").display().to_string();
    sandbox
        .run(&["--store", "other", "init", "--new-identity", &wrong])
        .ok();
    ends(
        &["--identity", &wrong, "backup", "create", "--to", "backups"],
        12,
    );
    ends(
        &["--store", "nowhere", "backup", "create", "--to", "backups"],
        10,
    );
    ends(&["backup", "create"], 2);
    ends(
        &["backup", "create", "--to", "backups", "--to", "config.toml"],
        3,
    );
}

#[test]
fn a_signal_is_told_and_ends_it_all_the_same() {
    if Command::new("flock").arg("--version").output().is_err() {
        skipped("`flock` is not installed");
        return;
    }
    let service = Service::start();
    let sandbox = reporting(&service);
    let said = sandbox.sh("flock -x store/lock sleep 20 & holder=$!
         while flock -n store/lock true; do sleep 0.05; done
         optimactl --wait 1m -q backup create --to backups & it=$!
         sleep 1; kill -TERM $it; wait $it; echo \"ended $?\"
         kill $holder; pkill -P $holder; true");
    assert!(said.stdout.contains("ended 143"), "{said:?}");
    let told = read(&sandbox, "told.env");
    assert!(told.contains("OPTIMACTL_CODE=terminated\n"), "{told}");
    let heard = service.heard();
    assert!(
        heard.last().unwrap().starts_with("/s3cret/143 "),
        "{heard:?}"
    );
}

#[test]
fn a_program_that_fails_or_hangs_makes_a_good_run_partial() {
    let sandbox = Sandbox::prepared();
    let at = |name: &str| sandbox.path(name).display().to_string();
    sandbox.write("fails", "#!/bin/sh\nexit 9\n", 0o700);
    sandbox.write("hangs", "#!/bin/sh\nexec sleep 100\n", 0o700);
    sandbox.write("config.toml", "[backup]\nhook_timeout = \"1s\"\n", 0o600);
    let with = |flag: &str, name: &str, to: &str| {
        sandbox.run(&["-q", "backup", "create", "--to", to, flag, &at(name)])
    };
    with("--on-success", "fails", "backups").fails(3, "exit status: 9");
    with("--on-success", "hangs", "backups").fails(3, "not done after 1 s");
    // The run's own failure is not hidden.
    with("--on-failure", "fails", "config.toml").fails(15, "exit status: 9");
    // A program that others can change is not run; the backup is made all the same.
    sandbox.write("fails", "#!/bin/sh\necho run > was-run\n", 0o777);
    with("--on-success", "fails", "one").fails(3, "chmod go-w");
    with("--on-failure", "missing", "two").fails(3, "there is no file");
    sandbox.sh("ls one/*.age two/*.age && ! ls was-run").ok();
}

#[test]
fn a_service_that_is_away_fails_nothing() {
    let sandbox = Sandbox::prepared();
    sandbox.write("heartbeat", "http://127.0.0.1:1/s3cret", 0o600);
    let path = sandbox.path("heartbeat").display().to_string();
    let config = format!("[backup]\nheartbeat_file = {path:?}\n");
    sandbox.write("config.toml", &config, 0o600);
    let ran = sandbox.run(&["backup", "create", "--to", "backups"]);
    assert!(ran.stderr.contains("dead-man service"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("s3cret"), "{}", ran.stderr);
    ran.ok();
    sandbox.write("heartbeat", "http://127.0.0.1:1/s3cret", 0o644);
    sandbox
        .run(&["backup", "create", "--to", "again"])
        .fails(3, "chmod 600");
    sandbox.sh("ls again/*.age").ok();
}

#[test]
fn units_are_what_systemd_takes_even_for_odd_paths() {
    let sandbox = Sandbox::prepared();
    let odd = "100% $HOME \"of\" it";
    std::fs::create_dir(sandbox.path(odd)).unwrap();
    let words = [
        "backup",
        "schedule",
        "--systemd",
        "--to",
        odd,
        "--output",
        "units",
    ];
    sandbox.run(&words).ok();
    sandbox.run(&words).fails(15, "exists already");
    let unit = read(&sandbox, "units/optimactl-backup.service");
    assert!(unit.contains("100%% $$HOME \\\"of\\\" it"), "{unit}");
    assert!(unit.contains("\"-"), "{unit}");
    if Command::new("systemd-analyze")
        .arg("--version")
        .output()
        .is_err()
    {
        skipped("`systemd-analyze` is not installed");
        return;
    }
    let checked = sandbox.sh("systemd-analyze verify --man=no units/*.service units/*.timer");
    assert_eq!(checked.stderr, "");
    checked.ok();
    sandbox
        .sh("systemd-analyze security --offline=true --threshold=30 units/*.service")
        .ok();
}

#[test]
fn the_lines_for_cron_run_and_are_silent() {
    let sandbox = Sandbox::prepared();
    let odd = "it's 100% full";
    let lines = sandbox
        .run(&["backup", "schedule", "--cron", "--to", odd])
        .ok();
    let jobs: Vec<&str> = lines
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert_eq!(jobs.len(), 3, "{lines}");
    for job in &jobs {
        // What cron does: five fields, then the command, in which only `\%` is a percent sign.
        let command = job.splitn(6, ' ').nth(5).unwrap();
        assert!(!command.replace(r"\%", "").contains('%'), "{command}");
        let mut sh = sandbox.command("/bin/sh");
        sh.args(["-c", &command.replace(r"\%", "%")]);
        let hermetic = [
            "OPTIMACTL_TEST_TIME",
            "OPTIMACTL_TEST_SEED",
            "OPTIMACTL_TEST_CHEAP",
        ];
        sh.env_clear().env("HOME", "/").current_dir("/");
        for name in hermetic {
            let value = match name {
                "OPTIMACTL_TEST_TIME" => crate::sandbox::TIME,
                "OPTIMACTL_TEST_SEED" => "9",
                _ => "1",
            };
            sh.env(name, value);
        }
        let ran = sh
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let said = [ran.stdout, ran.stderr].concat();
        assert!(
            ran.status.success(),
            "{job}: {}",
            String::from_utf8_lossy(&said)
        );
        assert_eq!(String::from_utf8_lossy(&said), "");
    }
    assert!(Path::new(&sandbox.path(odd)).join("recovery").is_dir());
}

#[test]
fn deltas_and_several_places_are_scheduled_and_what_comes_next_can_be_pasted() {
    let sandbox = Sandbox::prepared();
    let line = "optimactl backup schedule --delta --to a --to b --to c";
    let units = sandbox.sh(&format!("{line} --systemd")).ok();
    assert!(units.contains("backup create --delta --to"), "{units}");
    let said = sandbox.sh(&format!("{line} --cron --output x.cron")).ok();
    let next: Vec<&str> = said.lines().collect();
    assert!(next[2].starts_with("  { crontab -u "), "{said}");
    assert!(next[3].starts_with("  crontab -u "), "{said}");
    assert!(next[4].contains("run the first 4 commands once"), "{said}");
    let lines = read(&sandbox, "x.cron");
    assert!(lines.contains("backup create --delta --to"), "{lines}");
    assert_eq!(
        lines.lines().filter(|line| !line.starts_with('#')).count(),
        5
    );
}

#[test]
fn a_watch_needs_nothing_but_the_key_and_finds_what_is_missing() {
    let sandbox = Sandbox::prepared();
    let shown = sandbox.run(&["key", "list", "--format", "json"]).json();
    let key = shown["data"]["vkey"].as_str().unwrap().to_owned();
    let bare = |target: &str, more: &[&str], time: &str| {
        let mut words = vec!["--store", "nowhere", "backup", "watch", "--vkey", &key];
        words.extend(["--target", target]);
        words.extend(more);
        sandbox.run_with(
            &words,
            &[("OPTIMACTL_IDENTITY", ""), ("OPTIMACTL_TEST_TIME", time)],
        )
    };
    let (soon, late) = ("2026-11-23T13:00:00Z", "2026-11-23T14:30:00Z");
    let never = ["--max-verified-age", "never"];
    let said = bare("backups", &never, soon).ok();
    assert!(said.starts_with("BACKUP OK - "), "{said}");
    assert_eq!(said.lines().count(), 1);
    let said = bare("backups", &never, late).code(4);
    assert!(said.contains("promised were 26h"), "{said}");
    let said = bare("backups", &[], soon).code(4);
    assert!(
        said.contains("never verified") || said.contains("ever verified"),
        "{said}"
    );
    sandbox
        .run(&["backup", "verify", "--latest", "--from", "backups"])
        .ok();
    bare("backups", &[], soon).ok();
    bare("not-mounted", &[], soon).code(16);
    // Under `-q`, too, somebody hears of it.
    bare("backups", &["-q"], late).fails(4, "promised were 26h");
    std::fs::create_dir(sandbox.path("empty")).unwrap();
    let said = bare("empty", &[], soon).code(4);
    assert!(said.contains("there is no backup"), "{said}");
    // A proof that was made longer is damage, not proof.
    sandbox
        .sh("for f in backups/*.verified-*.json; do printf ' ' >> \"$f\"; done")
        .ok();
    bare("backups", &[], soon).code(13);
}

#[test]
fn a_target_of_the_configuration_is_named_in_the_units_and_its_folder_is_open() {
    let sandbox = Sandbox::prepared();
    let config = "[target.nas]\nurl = \"/srv/nas\"\n[target.far]\nurl = \"s3://bucket/prefix\"\n";
    sandbox.write("config.toml", config, 0o600);
    let units = sandbox
        .run(&[
            "backup",
            "schedule",
            "--systemd",
            "--to",
            "nas",
            "--to",
            "far",
            "--to",
            "./far",
        ])
        .ok();
    assert!(units.contains("--to nas --to far --to /"), "{units}");
    let open = units.lines().find(|line| line.contains("ReadWritePaths"));
    assert!(open.unwrap().contains("/srv/nas"), "{units}");
}

#[test]
fn one_place_that_cannot_be_used_does_not_stop_the_others() {
    let sandbox = Sandbox::prepared();
    let at = |name: &str| sandbox.path(name).display().to_string();
    let config = format!(
        "[target.keyless]\nurl = \"s3://bucket/b\"\n\
        [target.open]\nurl = \"s3://bucket/c\"\ncredentials_file = \"{}\"\n\
        [target.lost]\nurl = \"s3://bucket/d\"\ncredentials_file = \"{}\"\n",
        at("open"),
        at("lost")
    );
    sandbox.write("config.toml", &config, 0o600);
    sandbox.write("open", "[default]\n", 0o644);
    for (good, (bad, why)) in ["one", "two", "three", "four"].into_iter().zip([
        ("keyless", "credentials_file"),
        ("open", "others can read"),
        ("lost", "there is no file"),
        ("store/inside", "inside the store"),
    ]) {
        let words = ["backup", "create", "--to", bad, "--to", good];
        let said = sandbox.run(&words).code(3);
        assert!(said.contains(&format!("Failed at {bad}")), "{said}");
        assert!(said.contains(why), "{said}");
        let said = sandbox.run(&[&words[..], &["--dry-run"]].concat()).code(3);
        assert!(said.contains("Would back up"), "{said}");
        assert_ne!(sandbox.run(&words[..4]).code, 0);
    }
    sandbox
        .sh("ls one/*.age two/*.age three/*.age four/*.age")
        .ok();
}
