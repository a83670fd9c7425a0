//! `audit witness` and `audit verify` of files: what an outsider with public keys alone is told, and which exit codes a
//! script gets.

use crate::sandbox::{Ran, Sandbox};

fn text(sandbox: &Sandbox, name: &str) -> String {
    std::fs::read_to_string(sandbox.path(name)).unwrap()
}

/// Without store and configuration.
fn outside(sandbox: &Sandbox, words: &str) -> Ran {
    sandbox.sh(&format!(
        "optimactl --store nowhere audit verify --vkey log.vkey {words}"
    ))
}

#[test]
fn an_outsider_learns_who_signed_and_when() {
    let sandbox = Sandbox::prepared();
    let said = outside(&sandbox, "--checkpoint ana.cosigned --witness ana.vkey").ok();
    assert!(said.contains("Witnessed: the log up to event "), "{said}");
    assert!(said.contains(", by example.com/ana at 2026-"), "{said}");
    let key = text(&sandbox, "ana.vkey");
    let typed = format!(
        "--checkpoint ana.cosigned --witness {} --format json",
        key.trim()
    );
    let json = outside(&sandbox, &typed).json();
    assert_eq!(json["data"]["witnesses"][0]["witness"], "example.com/ana");
    assert_eq!(
        json["data"]["witnesses"][0]["events"],
        json["data"]["events"]
    );
    outside(&sandbox, "--checkpoint log.checkpoint --witness ana.vkey")
        .fails(13, "`example.com/ana` signed nothing of this");
    sandbox
        .sh("optimactl audit witness init example.com/ben --new-key ben.key --format json | sed 's/.*\"witness\": *\"\\([^\"]*\\)\".*/\\1/;t;d' > ben.vkey")
        .ok();
    outside(
        &sandbox,
        "--checkpoint ana.cosigned --witness ana.vkey --witness ben.vkey",
    )
    .fails(13, "`example.com/ben` signed nothing of this");
    let altered = text(&sandbox, "ana.cosigned");
    let (head, line) = altered.trim_end().rsplit_once(' ').unwrap();
    let (from, to) = if line.contains('x') {
        ('x', 'y')
    } else {
        ('A', 'B')
    };
    let line = line.replacen(from, &to.to_string(), 1);
    sandbox.write("altered", &format!("{head} {line}\n"), 0o600);
    outside(&sandbox, "--checkpoint altered --witness ana.vkey").code(13);
    // What somebody typed wrongly is no finding about the log.
    outside(&sandbox, "--checkpoint ana.cosigned --witness log.vkey")
        .fails(2, "no key of a witness");
    outside(&sandbox, "--checkpoint ana.cosigned --witness nobody").fails(14, "no file `nobody`");
}

#[test]
fn a_proof_is_connected_with_what_a_witness_signed() {
    let sandbox = Sandbox::prepared();
    sandbox
        .sh("optimactl audit prove 3 --since-checkpoint ana.cosigned --output p")
        .ok();
    let json = sandbox.sh("optimactl audit count --format json").ok();
    assert!(json.contains("count"), "{json}");
    let said = outside(
        &sandbox,
        "--proof p --checkpoint ana.cosigned --consistency p.consistency --witness ana.vkey",
    )
    .ok();
    assert!(said.starts_with("Event 3 is in the log"), "{said}");
    assert!(said.contains("Witnessed: "), "{said}");
    outside(&sandbox, "--proof p --witness ana.vkey").fails(13, "signed nothing of this");
    outside(
        &sandbox,
        "--proof p --checkpoint ana.cosigned --witness ana.vkey",
    )
    .fails(2, "nothing connects");
    // The newest event is behind what she signed.
    let size = text(&sandbox, "ana.cosigned")
        .lines()
        .nth(1)
        .unwrap()
        .to_owned();
    sandbox
        .sh(&format!(
            "optimactl audit prove {size} --since-checkpoint ana.cosigned --output q"
        ))
        .ok();
    outside(
        &sandbox,
        "--proof q --checkpoint ana.cosigned --consistency q.consistency --witness ana.vkey",
    )
    .fails(13, &format!("not event {size}"));
}

/// The key that an auditor wrote down years ago, and the notes that lie beside each backup.
#[test]
fn an_older_key_leads_to_a_newer_one_by_the_notes_beside_a_backup() {
    let sandbox = Sandbox::prepared();
    sandbox.run(&["key", "rotate", "--signing", "--yes"]).ok();
    sandbox
        .run_with(
            &["backup", "create", "--to", "backups"],
            &[("OPTIMACTL_TEST_SEED", "31")],
        )
        .ok();
    sandbox
        .sh("cp backups/recovery/handover-*.note handover.note && optimactl audit checkpoint --output new.checkpoint")
        .ok();
    outside(&sandbox, "--checkpoint new.checkpoint").fails(13, "--handover FILE");
    let said = outside(
        &sandbox,
        "--checkpoint new.checkpoint --handover handover.note",
    )
    .ok();
    assert!(said.contains("The notes lead there from "), "{said}");
    // The newer key verifies older files as well.
    let newer = sandbox.run(&["key", "list", "--format", "json"]).json();
    sandbox.write("new.vkey", newer["data"]["vkey"].as_str().unwrap(), 0o600);
    let older =
        "optimactl --store nowhere audit verify --vkey new.vkey --checkpoint log.checkpoint";
    sandbox.sh(older).fails(13, "--handover FILE");
    sandbox
        .sh(&format!("{older} --handover handover.note"))
        .ok();
    // The note of another store, and one that only one of the keys signed.
    let note = text(&sandbox, "handover.note");
    let (alone, _) = note.trim_end().rsplit_once('\n').unwrap();
    sandbox.write("alone", &format!("{alone}\n"), 0o600);
    outside(&sandbox, "--checkpoint new.checkpoint --handover alone")
        .fails(13, "not signed by both");
    outside(
        &sandbox,
        "--checkpoint new.checkpoint --handover log.checkpoint",
    )
    .fails(13, "no key handover");
    // The witness goes the same way.
    sandbox
        .sh("cp fixture.state ana.key.state && optimactl audit checkpoint --since-checkpoint ana.cosigned --output for-ana")
        .ok();
    let sign =
        "optimactl --store nowhere audit witness sign for-ana --key ana.key --output new.cosigned";
    sandbox
        .sh(&format!("{sign} --vkey new.vkey"))
        .fails(5, "another key of this log");
    sandbox.sh(&format!("{sign} --handover handover.note")).ok();
    sandbox
        .sh("optimactl audit witness add new.cosigned && optimactl audit verify")
        .ok();
}

/// A log that a mail server or a log server kept is good for everything that a checkpoint is good for.
#[test]
fn a_kept_mail_or_syslog_line_is_a_checkpoint() {
    let sandbox = Sandbox::prepared();
    for (form, more) in [
        ("mail", "--from a@mail.example --to b@mail.example"),
        ("syslog", ""),
    ] {
        sandbox
            .sh(&format!(
                "optimactl audit anchor create --as {form} {more} > line && echo 'Nov 23 host sshd: hello' > kept && \
                 cat line >> kept && echo 'Nov 23 host sshd: bye' >> kept && \
                 optimactl audit witness init example.com/{form} --new-key {form}.key"
            ))
            .ok();
        outside(&sandbox, "--checkpoint kept").ok();
        for words in [
            "verify --trusted-checkpoint kept",
            "checkpoint --since-checkpoint kept",
            &format!("witness sign kept --key {form}.key --vkey log.vkey"),
        ] {
            sandbox.sh(&format!("optimactl audit {words}")).ok();
        }
    }
}

/// The request and what it is about, the proof and what connects it: both or none, and never two that do not fit.
#[test]
fn two_files_that_belong_together_are_written_together() {
    let sandbox = Sandbox::prepared();
    let create = "optimactl audit anchor create --as rfc3161 --output";
    sandbox.sh("mkdir log.tsq && touch q.consistency").ok();
    sandbox
        .sh(&format!("{create} log.tsq --overwrite"))
        .fails(15, "`log.tsq` is a folder");
    assert!(!sandbox.path("log.tsq.checkpoint").exists());
    let prove = "optimactl audit prove 3 --since-checkpoint log.checkpoint --output";
    sandbox
        .sh(&format!("{prove} q"))
        .fails(15, "`q.consistency` already exists");
    assert!(!sandbox.path("q").exists());
    sandbox.sh(&format!("{prove} q --overwrite")).ok();
    let listed = sandbox.sh("optimactl audit anchor list --format json").ok();
    assert!(!listed.contains("rfc3161"), "{listed}");
    let left = sandbox.sh("ls | grep partial").stdout;
    assert_eq!(left, "");
}

/// What a witness's script meets: a key that others can read, a lost memory, another run, a file in the way.
#[test]
fn a_witness_signs_with_its_memory_or_not_at_all() {
    let sandbox = Sandbox::prepared();
    let mode = sandbox.sh("stat -c %a ana.key").ok();
    assert_eq!(mode.trim(), "600");
    let sign =
        "optimactl --store nowhere audit witness sign log.checkpoint --key ana.key --vkey log.vkey";
    // A look leaves nothing behind.
    sandbox
        .sh(&format!("rm -f ana.key.state.lock && {sign} --dry-run"))
        .ok();
    assert!(!sandbox.path("ana.key.state.lock").exists());
    sandbox
        .sh(&format!(
            "touch ana.key.state.lock && flock ana.key.state.lock {sign}"
        ))
        .fails(15, "is signing already");
    sandbox
        .sh(&format!("mv ana.key.state away && {sign}"))
        .fails(5, "is not at `ana.key.state`");
    sandbox
        .sh(&format!(
            "echo '{{}}' > ana.key.state && chmod 600 ana.key.state && {sign}"
        ))
        .fails(13, "state cannot be read");
    sandbox
        .sh(&format!(
            "mv away ana.key.state && chmod 644 ana.key && {sign}"
        ))
        .fails(5, "chmod");
    sandbox
        .sh(&format!(
            "chmod 600 ana.key && {sign} --output ana.cosigned"
        ))
        .code(15);
    sandbox
        .sh("optimactl audit witness init example.com/ana --new-key ana.key")
        .fails(15, "exists already");
    sandbox
        .sh("optimactl audit witness init 'example.com/a na' --new-key x.key")
        .fails(2, "no spaces");
    sandbox
        .sh("optimactl audit checkpoint --cosigned")
        .fails(14, "enough of the configured witnesses");
    sandbox
        .sh("optimactl audit witness add ana.cosigned && optimactl audit checkpoint --cosigned > shown")
        .ok();
    outside(&sandbox, "--checkpoint shown --witness ana.vkey").ok();
}
