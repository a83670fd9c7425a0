//! Disks that fill up in the middle of a write, so that it is cut short (a small tmpfs), and a limit on the length of a
//! file: each operation either ends well or says what is wrong, and with room again everything is as it was or done.
//! `OPTIMACTL_FAULTS` tries many more sizes.

use crate::sandbox::{Sandbox, skipped};

/// What is tried, and the sizes in KiB at which it runs into the end.
const OPERATIONS: &[&str] = &[
    "backup create --to backups",
    "backup create --delta --to deltas",
    "key rotate",
    "key rotate --master",
    "backup restore --latest --from backups --to again",
    "backup restore --latest --from backups --replace --reason test --confirm store",
    "account lock tom --for 2h --reason test --yes",
    "backup prune --from backups --keep-last 1 --max 99 --yes",
];

/// In a mount namespace of its own: everything lies on a tmpfs of which only so much is free.
const SCRIPT: &str = r#"
mkdir small && mount -t tmpfs -o size=16m none small && cp -a store backups small/ && cd small || exit 99
export OPTIMACTL_STORE=$PWD/store
unset OPTIMACTL_TEST_SEED
for free in $SIZES; do
  rm -rf again
  left=$(df --output=avail -k . | tail -1)
  head -c $(( (left - free) * 1024 )) /dev/zero > filler
  optimactl $LINE > said 2>&1; code=$?
  rm -f filler
  echo "ended $code $free $(tr '\n' ' ' < said)"
  for check in "store check" "audit verify" "backup verify --quick --all --from backups"; do
    optimactl $check > said 2>&1 || echo "BROKEN $check $(cat said)"
  done
  test -d again && { optimactl --store again store check > said 2>&1 || echo "BROKEN again $(cat said)"; }
  ls store | grep -vE '^(store.db(-wal|-shm)?|keyring.age|slots|rights.journal|lock|lock.d|replaced-[0-9TZ-]+)$' |
    sed 's/^/LITTER /'
  optimactl backup discard-replaced --all --yes > said 2>&1
  optimactl account unlock tom > said 2>&1
  optimactl backup create --to backups > said 2>&1 || echo "BROKEN create $(cat said)"
done
"#;

#[test]
fn a_write_that_is_cut_short_is_noticed() {
    let many = std::env::var_os("OPTIMACTL_FAULTS").is_some();
    let sizes: String = if many {
        let sizes = (0..420).step_by(4).chain((420..2200).step_by(40));
        sizes
            .map(|size| size.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        "12 300".to_owned()
    };
    let mut full = 0;
    for line in OPERATIONS {
        let sandbox = Sandbox::prepared();
        let mut command = sandbox.command("unshare");
        command
            .args(["-Urm", "sh", "-c", SCRIPT])
            .env("SIZES", &sizes)
            .env("LINE", line);
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if !said.contains("ended") {
            return skipped("no mount namespace here");
        }
        assert!(
            !said.contains("BROKEN") && !said.contains("LITTER"),
            "`{line}`: {said}"
        );
        for ended in said.lines().filter(|line| line.starts_with("ended")) {
            let code = ended.split(' ').nth(1).unwrap();
            // A full disk, told as such; or that a part failed; or what SQLite says when there is no room for its -shm.
            let is_shared_memory = code == "1" && ended.contains("SQLite error 4874");
            let told = ["0", "3", "17"].contains(&code) || is_shared_memory;
            assert!(told, "`{line}`: {ended}");
            assert!(!ended.contains("panicked"), "`{line}`: {ended}");
            full += u32::from(code == "17");
        }
    }
    assert!(full > 4, "{full}");
}

#[test]
fn a_limit_on_the_length_of_files_is_an_error_like_any_other() {
    let sandbox = Sandbox::prepared();
    // In units of 512 bytes; the signal that comes with it kills, unless it is ignored.
    for limit in ["8", "40", "400", "700"] {
        for trap in ["trap '' XFSZ;", ""] {
            for line in ["backup create --to backups", "key rotate", "store compact"] {
                let ran = sandbox.sh(&format!(
                    "{trap} ulimit -c 0; ulimit -f {limit}; OPTIMACTL_TEST_SEED= optimactl {line}"
                ));
                assert!(!ran.stderr.contains("panicked"), "{line}: {}", ran.stderr);
                for check in [
                    "store check",
                    "audit verify",
                    "backup verify --quick --all --from backups",
                ] {
                    sandbox.sh(&format!("optimactl {check}")).ok();
                }
            }
        }
    }
    sandbox
        .sh("OPTIMACTL_TEST_SEED= optimactl backup create --to backups")
        .ok();
}
