//! Units for systemd: closed to everything that the three jobs do not need. Escapes as systemd.unit(5),
//! systemd.service(5) and systemd.exec(5) ask.

use std::path::Path;

use super::plan::{Key, Plan};
use super::when::When;

/// The weekly proof comes after a night's backup and never meets it: both wait for the store.
const VERIFY: When = When::Weekly(5, 41);
/// Often enough that a promise of hours is noticed on the same day.
const WATCH: When = When::Hours(6);

/// What one job may do beyond looking.
struct Job {
    suffix: &'static str,
    what: &'static str,
    commands: Vec<Vec<String>>,
    when: When,
    timeout: &'static str,
    /// It opens the store.
    opens: bool,
}

pub(super) fn units(plan: &Plan) -> Vec<(String, String)> {
    let jobs = [
        Job {
            suffix: "",
            what: "Back up the store",
            commands: vec![plan.create()],
            when: plan.when,
            timeout: "6h",
            opens: true,
        },
        Job {
            suffix: "-verify",
            what: "Prove by a restore to scratch that a backup opens: store",
            commands: plan.verify(),
            when: VERIFY,
            timeout: "12h",
            opens: true,
        },
        Job {
            suffix: "-watch",
            what: "Find out whether backups are still made: store",
            commands: vec![plan.watch()],
            when: WATCH,
            timeout: "15min",
            opens: false,
        },
    ];
    let pair = |job: &Job| {
        let name = format!("{}{}", plan.name, job.suffix);
        [
            (format!("{name}.service"), service(plan, job)),
            (format!("{name}.timer"), timer(plan, job)),
        ]
    };
    jobs.iter().flat_map(pair).collect()
}

fn service(plan: &Plan, job: &Job) -> String {
    let mut lines = vec![
        "# Written by `optimactl backup schedule --systemd`.".to_owned(),
        "[Unit]".to_owned(),
        format!("Description={} at {}", job.what, specifiers(&plan.store)),
        "Documentation=man:optimactl-cron(7)".to_owned(),
    ];
    if job.opens {
        lines.push(format!("RequiresMountsFor={}", word(&plan.store)));
    }
    if plan.needs_network {
        lines.push("Wants=network-online.target".to_owned());
        lines.push("After=network-online.target".to_owned());
    }
    // Started together they go one after another: there is something to prove, and a proof to find.
    match job.suffix {
        "-verify" => lines.push(format!("After={}.service", plan.name)),
        "-watch" => lines.push(format!("After={0}.service {0}-verify.service", plan.name)),
        _ => {}
    }
    lines.push(
        "# A unit of yours that tells somebody; hooks and heartbeats are in the configuration:"
            .to_owned(),
    );
    lines.push("#OnFailure=tell-somebody@%n.service".to_owned());
    lines.extend([
        String::new(),
        "[Service]".to_owned(),
        "Type=oneshot".to_owned(),
    ]);
    lines.push(format!("User={}", plan.user));
    lines.extend(
        job.commands
            .iter()
            .map(|words| format!("ExecStart={}", command(words))),
    );
    lines.push(format!("TimeoutStartSec={}", job.timeout));
    if job.opens {
        lines.extend(credential(&plan.key));
    }
    lines.extend(
        [
            "Nice=10",
            "IOSchedulingClass=idle",
            "CPUSchedulingPolicy=batch",
        ]
        .map(str::to_owned),
    );
    lines.push("UMask=0077".to_owned());
    lines.extend(writable(plan, job));
    lines.extend(closed(plan));
    lines.join("\n") + "\n"
}

fn credential(key: &Key) -> Vec<String> {
    match key {
        // The path is the rest of the line: quotes would belong to it.
        Key::File(id, path) => vec![
            "# Better encrypted: `systemd-creds encrypt --name=optimactl.identity`, then"
                .to_owned(),
            "# `optimactl backup schedule --systemd --encrypted-credential`.".to_owned(),
            format!("LoadCredential={id}:{}", specifiers(path)),
        ],
        Key::Encrypted => vec![
            "# Looked for in /etc/credstore.encrypted and /run/credstore.encrypted.".to_owned(),
            "LoadCredentialEncrypted=optimactl.identity".to_owned(),
        ],
        Key::Configured => vec![],
    }
}

/// A folder that is not there must not keep the job from saying so: hence the minus sign.
fn writable(plan: &Plan, job: &Job) -> Vec<String> {
    let mut paths: Vec<String> = vec![];
    if job.opens {
        paths.push(word(&plan.store));
        paths.extend(plan.folders.iter().map(|path| word(&format!("-{path}"))));
    } else if plan.needs_network {
        paths.push(word(&format!("-{}", plan.store)));
    }
    paths.extend(plan.metrics.iter().map(|path| word(&format!("-{path}"))));
    paths.dedup();
    if paths.is_empty() {
        return vec![];
    }
    vec![format!("ReadWritePaths={}", paths.join(" "))]
}

/// systemd.exec(5), "Sandboxing". `PrivateUsers=` is missing on purpose: root's files would seem to be nobody's,
/// and a configuration that belongs to somebody else is refused.
fn closed(plan: &Plan) -> Vec<String> {
    let choice = |name: &str, closed: bool, open: &str, shut: &str| {
        format!("{name}={}", if closed { shut } else { open })
    };
    let mut lines: Vec<String> = [
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "ProtectProc=invisible",
        "ProtectKernelTunables=yes",
        "ProtectKernelModules=yes",
        "ProtectKernelLogs=yes",
        "ProtectControlGroups=yes",
        "ProtectClock=yes",
        "ProtectHostname=yes",
        "LockPersonality=yes",
        "MemoryDenyWriteExecute=yes",
        "RestrictNamespaces=yes",
        "RestrictRealtime=yes",
        "RestrictSUIDSGID=yes",
        "RemoveIPC=yes",
        "KeyringMode=private",
        "SystemCallArchitectures=native",
        "SystemCallFilter=@system-service",
        "SystemCallErrorNumber=EPERM",
    ]
    .map(str::to_owned)
    .to_vec();
    if plan.is_root {
        // Root gives what it makes to the owner of the folder.
        lines.push("CapabilityBoundingSet=CAP_CHOWN CAP_FOWNER CAP_DAC_OVERRIDE".to_owned());
    } else {
        lines.push("SystemCallFilter=~@privileged".to_owned());
        lines.push("CapabilityBoundingSet=".to_owned());
    }
    lines.push(choice("ProtectHome", !plan.sees_homes, "read-only", "yes"));
    lines.push(choice("PrivateTmp", !plan.sees_temporary, "no", "yes"));
    lines.push(choice("PrivateDevices", !plan.needs_devices, "no", "yes"));
    let (netlink, inet) = (" AF_NETLINK", " AF_INET AF_INET6");
    lines.push(format!(
        "RestrictAddressFamilies=AF_UNIX{}{}",
        if plan.needs_network { inet } else { "" },
        if plan.needs_devices { netlink } else { "" }
    ));
    if !plan.needs_network {
        lines.push("PrivateNetwork=yes".to_owned());
        lines.push("IPAddressDeny=any".to_owned());
    }
    lines
}

fn timer(plan: &Plan, job: &Job) -> String {
    let name = format!("{}{}", plan.name, job.suffix);
    // A delay that is drawn anew at each boot can skip a run for good: it is fixed for this machine.
    format!(
        "# Written by `optimactl backup schedule --systemd`.\n\
         [Unit]\n\
         Description=When {name}.service runs\n\
         Documentation=man:optimactl-cron(7)\n\
         \n\
         [Timer]\n\
         OnCalendar={}\n\
         Persistent=true\n\
         AccuracySec=1min\n\
         RandomizedDelaySec={}min\n\
         FixedRandomDelay=true\n\
         \n\
         [Install]\n\
         WantedBy=timers.target\n",
        job.when.calendar(),
        job.when.spread()
    )
}

pub(super) fn next(plan: &Plan, folder: Option<&Path>) -> Vec<String> {
    let mut next = vec![];
    for folder in plan.folders.iter().filter(|path| !Path::new(path).exists()) {
        next.push(format!(
            "install -d -m 700 -o {} {}",
            plan.user,
            shell(folder)
        ));
    }
    if plan.key == Key::Encrypted {
        next.push(
            "systemd-creds encrypt --name=optimactl.identity IDENTITY-FILE /etc/credstore.encrypted/optimactl.identity"
                .to_owned(),
        );
    }
    match folder {
        None => next.push("run this again with `--output /etc/systemd/system`".to_owned()),
        Some(folder) if folder == Path::new("/etc/systemd/system") => {}
        Some(folder) => next.push(format!(
            "cp {}/{}* /etc/systemd/system/",
            shell(&folder.display().to_string()),
            plan.name
        )),
    }
    let name = &plan.name;
    next.push("systemctl daemon-reload".to_owned());
    next.push(format!(
        "systemctl start {name}.service {name}-verify.service {name}-watch.service"
    ));
    next.push(format!(
        "systemctl enable --now {name}.timer {name}-verify.timer {name}-watch.timer"
    ));
    next
}

/// A command line: `%` and `$` stand for themselves (systemd.service(5), "Command lines"). In the path of the
/// program itself no variable is replaced.
fn command(words: &[String]) -> String {
    let mut shown = words.iter();
    let program = shown
        .next()
        .map(|program| word(program))
        .unwrap_or_default();
    let rest = shown.map(|argument| word(&argument.replace('$', "$$")));
    std::iter::once(program)
        .chain(rest)
        .collect::<Vec<_>>()
        .join(" ")
}

/// One word of a list, in quotes if it needs them.
fn word(text: &str) -> String {
    let text = specifiers(text);
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:=@%+,$".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text;
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// systemd.unit(5), "Specifiers".
fn specifiers(text: &str) -> String {
    text.replace('%', "%%")
}

/// A word for the shell of whoever reads it.
pub(super) fn shell(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@+,%".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systemd_would_read_otherwise_is_escaped() {
        let words = ["/opt/a b/100%/o", "--to", "/x $HOME \"q\" \\", "plain"].map(str::to_owned);
        assert_eq!(
            command(&words),
            r#""/opt/a b/100%%/o" --to "/x $$HOME \"q\" \\" plain"#
        );
        assert_eq!(word("-/srv/back up"), "\"-/srv/back up\"");
        assert_eq!(shell("it's"), r"'it'\''s'");
    }
}
