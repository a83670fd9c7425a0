//! Calls of the system that fail, one after another: a full disk and a broken one at each write, flush and rename of
//! whatever changes keys or backups, and at each read. A clear error, the documented code, everything as it was or done.
//! `OPTIMACTL_FAULTS=300` tries every call up to the 300th, `OPTIMACTL_FAULTS_OF=create,delta` these operations alone.

use crate::sandbox::{Ran, Sandbox, skipped};

/// One thing that is tried.
struct Operation {
    name: &'static str,
    line: &'static str,
    /// What makes room for it to be tried again.
    before: &'static str,
}

const fn of(name: &'static str, line: &'static str, before: &'static str) -> Operation {
    Operation { name, line, before }
}

const OPERATIONS: &[Operation] = &[
    of("create", "backup create --to backups", "true"),
    of(
        "restore",
        "backup restore --latest --from backups --to again",
        "rm -rf again",
    ),
    of("rotate", "key rotate", "true"),
    of("master", "key rotate --master", "true"),
    of(
        "add",
        "key add third --recipient $(sed -n 1p recipients)",
        "optimactl key remove third --yes || true",
    ),
    of("remove", "key remove third --yes", THIRD),
    of("signing", "key rotate --signing", "true"),
    of("pepper", "key rotate --pepper", "true"),
    of("journal", "key rotate --journal", "true"),
    of("compact", "store compact", "true"),
    of("delta", "backup create --delta --to deltas", "true"),
    of(
        "replace",
        "backup restore --latest --from backups --replace --reason test --confirm store",
        "optimactl backup discard-replaced --all --yes",
    ),
    of(
        "undo",
        "backup restore --undo --reason test --confirm store",
        "ls -d store/replaced-* || env -u OPTIMACTL_TEST_SEED optimactl backup restore --latest --from backups \
         --replace --reason test --confirm store",
    ),
    of(
        "rewrap",
        "backup rewrap --all --from backups --yes --recipient $(head -1 recipient)",
        // Every time for somebody else, so that there is something to do.
        "cat recipients | sed -n 1p > recipient && sed -i '1{h;d};${p;x}' recipients",
    ),
    of(
        "prune",
        "backup prune --from backups --keep-last 2 --max 1000 --no-trash --yes",
        MORE,
    ),
    of(
        "trash",
        "backup prune --from backups --keep-last 2 --max 1000 --yes",
        MORE,
    ),
    of(
        "copy",
        "backup copy --from backups --to copies",
        "rm -rf copies",
    ),
    of("verify", "backup verify --latest --from backups", "true"),
    of(
        "restore-test",
        "backup verify --restore-test --latest --from backups",
        "true",
    ),
    of(
        "lock",
        "account lock tom --for 2h --reason test --yes",
        "true",
    ),
];

const THIRD: &str = "optimactl key list --format json | grep -q '\"third\"' || \
     optimactl key add third --recipient $(sed -n 1p recipients)";
const MORE: &str = "env -u OPTIMACTL_TEST_SEED optimactl backup create --to backups";

const CALLS: &[&str] = &[
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "renameat2",
    "rename",
    "ftruncate",
];

/// Runs a command in which the `number`th such call of a thread fails. Absent when there were not so many.
fn fail(sandbox: &Sandbox, line: &str, call: &str, error: &str, number: u32) -> Option<Ran> {
    let ran = sandbox.sh(&format!(
        "env -u OPTIMACTL_TEST_SEED strace -f -qq -o calls -e trace={call} -e inject={call}:error={error}:when={number} optimactl {line}"
    ));
    let calls = std::fs::read_to_string(sandbox.path("calls")).unwrap();
    calls.contains("(INJECTED)").then_some(ran)
}

/// The store and its backups are whole, and the store goes on.
fn require_whole(sandbox: &Sandbox, told: &str) {
    for line in [
        "store check",
        "audit verify",
        "backup verify --quick --all --from backups",
        "account lock tom --for 1h --reason test --yes",
        "account unlock tom",
    ] {
        let ran = sandbox.sh(&format!("optimactl {line}"));
        assert_eq!(ran.code, 0, "`{line}` after {told}: {ran:?}");
    }
    let litter = "ls store | grep -vE '^(store.db(-wal|-shm)?|keyring.age|slots|rights.journal|lock|lock.d|replaced-[0-9TZ-]+)$'";
    assert_eq!(sandbox.sh(litter).stdout, "", "left by {told}");
}

fn require_clear(ran: &Ran, error: &str, told: &str) {
    let codes: &[i32] = match error {
        // Where the answer itself cannot be written the change stays, and the command says so.
        "ENOSPC" => &[0, 1, 3, 17],
        // 127: the loader could not read the program.
        _ if told.contains("read") => &[0, 1, 3, 13, 127],
        _ => &[0, 1, 3, 13],
    };
    assert!(
        codes.contains(&ran.code),
        "{told} ended with {}: {}",
        ran.code,
        ran.stderr
    );
    assert!(!ran.stderr.contains("panicked"), "{told}: {}", ran.stderr);
    assert!(
        // The call that failed may be the one that would have said it.
        ran.code == 0
            || ran.code == 3
            || ran.stderr.contains("error:")
            || !ran.stdout.is_empty()
            || told.contains("at write"),
        "{told} ended with {} and said nothing",
        ran.code
    );
}

/// Which operations are asked for.
fn chosen() -> Vec<&'static Operation> {
    let of = std::env::var("OPTIMACTL_FAULTS_OF").ok();
    let is_chosen = |operation: &&Operation| {
        of.as_ref()
            .is_none_or(|of| of.split(',').any(|name| name == operation.name))
    };
    OPERATIONS.iter().filter(is_chosen).collect()
}

fn most() -> Option<u32> {
    std::env::var("OPTIMACTL_FAULTS").ok()?.parse().ok()
}

/// Somebody to rewrap for, one a line.
fn with_recipients() -> Sandbox {
    let sandbox = Sandbox::prepared();
    sandbox
        .sh("for n in 1 2; do OPTIMACTL_TEST_SEED=$n optimactl --store s$n init --new-identity i$n.txt > /dev/null && \
             grep -o 'age1[0-9a-z]*' i$n.txt | head -1; done > recipients")
        .ok();
    sandbox
}

/// Tries one operation with every call that fails; gives how many did.
fn attempt(
    sandbox: &Sandbox,
    operation: &Operation,
    faults: &[(&str, &str)],
    numbers: &[u32],
) -> u32 {
    let mut tried = 0;
    for (call, error) in faults {
        for number in numbers {
            sandbox.sh(operation.before).ok();
            let told = format!("`{}`, {error} at {call} {number}", operation.line);
            let Some(ran) = fail(sandbox, operation.line, call, error, *number) else {
                break;
            };
            require_clear(&ran, error, &told);
            require_whole(sandbox, &told);
            tried += 1;
        }
    }
    tell(&format!("{}: {tried} calls failed", operation.name));
    tried
}

/// How much was tried belongs into the log of a run.
fn tell(text: &str) {
    std::io::Write::write_all(&mut std::io::stderr(), format!("{text}\n").as_bytes()).ok();
}

fn no_strace() -> bool {
    let ran = std::process::Command::new("strace").arg("-V").output();
    if ran.is_err() {
        skipped("strace is not installed");
    }
    ran.is_err()
}

#[test]
fn a_call_that_fails_leaves_all_as_it_was_or_done() {
    if no_strace() {
        return;
    }
    let sandbox = with_recipients();
    let mut tried = 0;
    for (place, operation) in chosen().into_iter().enumerate() {
        let pairs = CALLS.iter().enumerate().flat_map(|(turn, call)| {
            // Without a number each call fails once, with one of the two.
            let one = (place + turn) % 2 == 0;
            let errors = [("ENOSPC", one), ("EIO", !one)];
            let kept = errors
                .into_iter()
                .filter(|(_, due)| most().is_some() || *due);
            kept.map(|(error, _)| (*call, error))
        });
        let pairs: Vec<_> = pairs.collect();
        let numbers: Vec<u32> = most().map_or_else(|| vec![3], |most| (1..=most).collect());
        tried += attempt(&sandbox, operation, &pairs, &numbers);
    }
    tell(&format!("{tried} calls failed"));
    assert!(tried > 3);
}

/// The old slots once were cleared away when the flush behind their change of places failed: nothing opened the store.
#[test]
fn the_store_opens_whichever_flush_of_a_new_master_failed() {
    if no_strace() {
        return;
    }
    let numbers: Vec<u32> = (8..=20).collect();
    let master = OPERATIONS.iter().find(|each| each.name == "master");
    let tried = attempt(
        &with_recipients(),
        master.unwrap(),
        &[("fsync", "ENOSPC")],
        &numbers,
    );
    assert!(tried > 8, "{tried}");
}

#[test]
fn what_cannot_be_read_is_never_taken_for_absent() {
    if no_strace() {
        return;
    }
    let sandbox = with_recipients();
    // The first reads are those of the loader.
    let numbers: Vec<u32> = most().map_or_else(|| vec![20], |most| (4..=most).collect());
    let faults = [("pread64", "EIO"), ("read", "EIO")];
    let mut tried = 0;
    for operation in chosen() {
        tried += attempt(&sandbox, operation, &faults, &numbers);
    }
    tell(&format!("{tried} reads failed"));
    assert!(tried > 3);
}
