//! Erasing, expiring and pruning that are killed, or whose disk fills up: at every moment the log verifies, and the next
//! run finishes what was left and tells of it. `OPTIMACTL_KILLS` tries every call.

use crate::sandbox::{Sandbox, skipped};

const LATER: &str = "OPTIMACTL_TEST_TIME=2029-11-22T12:00:00Z";
const CALLS: &str = "rename,renameat,renameat2,unlink,unlinkat,rmdir,fsync,fdatasync,mkdir,openat,pwrite64,ftruncate,write";

/// What is tried, and what must be true once it ran through.
const OPERATIONS: [(&str, &str); 4] = [
    (
        "audit redact --subject kim --text 203.0.113.77 --confirm kim --reason 'request 42'",
        "! optimactl audit list --action 'login.*' --ip 203.0.113.77 | grep -q 203.0.113.77",
    ),
    (
        "audit expire --yes",
        "optimactl audit expire --yes | grep -q 'Nothing has expired'",
    ),
    (
        "audit prune --before 2y --archive archive --confirm store --reason schedule --yes",
        "optimactl audit show 5 2>&1 | grep -q 'was pruned'",
    ),
    (
        "audit prune --before 2y --archive archive --confirm store --reason schedule --yes --with-disclosures \
         --recipient $(head -1 recipient)",
        "optimactl audit show 5 2>&1 | grep -q 'was pruned' && ls archive/*/disclosures.jsonl.age > /dev/null",
    ),
];

/// A store with some hundred events of one person.
fn filled() -> Sandbox {
    let sandbox = Sandbox::prepared();
    sandbox
        .sh(r#"OPTIMACTL_TEST_SEED=3 optimactl --store s3 init --new-identity i3.txt > said &&
               cat said i3.txt | grep -o 'age1[0-9a-z]*' > recipient &&
               for n in $(seq 1000); do
                 echo '{"action":"login.web","source":"shop","actor":"kim","ip":"203.0.113.77","n":'$n'}'
               done > shop.jsonl && optimactl audit ingest shop.jsonl && cp -a store clean"#)
        .ok();
    sandbox
}

fn again(sandbox: &Sandbox) {
    sandbox.sh("rm -rf store archive && cp -a clean store").ok();
}

/// The log verifies, and the operation goes through.
fn require_finished(sandbox: &Sandbox, (line, done): (&str, &str), told: &str) {
    let ran = sandbox.sh(&format!("export {LATER}; optimactl audit verify"));
    assert_eq!(ran.code, 0, "{told}: {ran:?}");
    // One that ended before it was killed has nothing left to do, or nobody to erase.
    let ran = sandbox.sh(&format!(
        "export {LATER}; unset OPTIMACTL_TEST_SEED; optimactl {line}"
    ));
    assert!([0, 14].contains(&ran.code), "{told}: {ran:?}");
    for check in [done, "optimactl audit verify", "optimactl store check"] {
        let ran = sandbox.sh(&format!("export {LATER}; {check}"));
        assert_eq!(ran.code, 0, "`{check}` after {told}: {ran:?}");
    }
    let litter = sandbox.sh("ls archive 2>/dev/null | grep -v '^events-[0-9]*-[0-9]*$'");
    assert_eq!(litter.stdout, "", "left by {told}");
}

#[test]
fn a_kill_at_any_moment_leaves_a_log_that_verifies_and_work_that_can_go_on() {
    if std::process::Command::new("strace")
        .arg("-V")
        .output()
        .is_err()
    {
        return skipped("strace is not installed");
    }
    let sandbox = filled();
    let many = std::env::var_os("OPTIMACTL_KILLS").is_some();
    for operation in OPERATIONS {
        let (mut point, mut hit) = (if many { 1 } else { 60 }, 0);
        loop {
            again(&sandbox);
            let ran = sandbox.sh(&format!(
                "export {LATER}; unset OPTIMACTL_TEST_SEED; strace -f -qq -o /dev/null -e trace={CALLS} \
                 -e inject={CALLS}:signal=KILL:when={point} optimactl {}",
                operation.0
            ));
            let told = format!("`{}`, killed at call {point}: {}", operation.0, ran.stderr);
            require_finished(&sandbox, operation, &told);
            if ran.code == 0 {
                break;
            }
            hit += 1;
            point += if many { 1 } else { 31 };
            assert!(point < 3_000, "it never ends");
        }
        assert!(hit > 1, "`{}`: {hit}", operation.0);
    }
}

/// Whatever is cut short, nothing tells of an anchor that is not there.
#[test]
fn no_anchor_is_told_of_that_was_not_written() {
    let sandbox = Sandbox::prepared();
    let told = || {
        let line = "optimactl audit anchor list --format json";
        sandbox.sh(line).ok().matches("\"kind\"").count()
    };
    let before = told();
    let create = "optimactl audit anchor create --as";
    sandbox
        .sh(&format!(
            "mkdir closed && touch taken && {create} file --output taken/a"
        ))
        .code(1);
    assert_ne!(sandbox.sh(&format!("{create} file > /dev/full")).code, 0);
    assert_eq!(told(), before);
    if std::process::Command::new("strace")
        .arg("-V")
        .output()
        .is_err()
    {
        return skipped("strace is not installed");
    }
    let (mut point, mut hit) = (10, 0);
    loop {
        let known = told();
        sandbox.sh("rm -f a.tsq a.tsq.checkpoint").ok();
        let ran = sandbox.sh(&format!(
            "unset OPTIMACTL_TEST_SEED; strace -f -qq -o /dev/null -e trace={CALLS} \
             -e inject={CALLS}:signal=KILL:when={point} {create} rfc3161 --output a.tsq"
        ));
        if told() > known {
            sandbox.sh("test -s a.tsq && test -s a.tsq.checkpoint").ok();
        }
        sandbox.run(&["audit", "verify"]).ok();
        if ran.code == 0 {
            break;
        }
        hit += 1;
        point += 5;
    }
    assert!(hit > 2, "{hit}");
}

/// On a disk of their own with so many KiB free.
const FULL: &str = r#"
mkdir small && mount -t tmpfs -o size=16m none small && cp -a clean small/store && cp recipient small/ && cd small || exit 99
export OPTIMACTL_STORE=$PWD/store
unset OPTIMACTL_TEST_SEED
for free in 0 12 40 100 300 700 1500; do
  rm -rf store archive; cp -a ../clean store
  left=$(df --output=avail -k . | tail -1)
  head -c $(( (left - free) * 1024 )) /dev/zero > filler
  eval "optimactl $LINE" > ../said 2>&1; code=$?
  optimactl audit verify > ../said2 2>&1 || grep -q 'disk is full\|SQLite error 4874' ../said2 || echo "BROKEN full $(cat ../said2)"
  rm -f filler
  echo "ended $code $free $(tr '\n' ' ' < ../said)"
  optimactl audit verify > said 2>&1 || echo "BROKEN verify $(cat said)"
  eval "optimactl $LINE" > said 2>&1; again=$?
  test $again = 0 || test $again = 14 || echo "BROKEN again $(cat said)"
  eval "$DONE" || echo "BROKEN done"
  optimactl audit verify > said 2>&1 || echo "BROKEN after $(cat said)"
done
"#;

#[test]
fn a_full_disk_loses_nothing_and_is_told() {
    let sandbox = filled();
    let mut full = 0;
    for (line, done) in OPERATIONS {
        let mut command = sandbox.command("unshare");
        command
            .args(["-Urm", "sh", "-c", FULL])
            .env("OPTIMACTL_TEST_TIME", "2029-11-22T12:00:00Z")
            .env("LINE", line)
            .env("DONE", done);
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if !said.contains("ended") {
            return skipped("no mount namespace here");
        }
        assert!(!said.contains("BROKEN"), "`{line}`: {said}");
        for ended in said.lines().filter(|line| line.starts_with("ended")) {
            let code = ended.split(' ').nth(1).unwrap();
            let is_shared_memory = code == "1" && ended.contains("SQLite error 4874");
            assert!(
                ["0", "17"].contains(&code) || is_shared_memory,
                "`{line}`: {ended}"
            );
            full += u32::from(code == "17");
        }
    }
    assert!(full > 4, "{full}");
}
