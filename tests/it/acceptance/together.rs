//! Two runs at once, as two timers or two people start them: each ends with 0 or the documented code, and afterwards
//! the list is clean and everything that was confirmed is there.

use super::command;
use crate::sandbox::Sandbox;

/// What runs at the same time, and the codes that it may end with besides 0.
const PAIRS: &[[(&str, &[i32]); 2]] = &[
    [(CREATE, &[]), (CREATE, &[])],
    [(CREATE, &[]), (PRUNE, &[])],
    // A replacement refuses while anybody works in the store, and nobody works in it meanwhile.
    [(CREATE, &[11]), (REPLACE, &[11])],
    [(REPLACE, &[11]), (REPLACE, &[11])],
    [(PRUNE, &[]), (PRUNE, &[])],
    // What is pruned while it is verified is not found any more, or its file is missing.
    [
        (
            "backup verify --all --from backups --wait 60s",
            &[3, 13, 14],
        ),
        (PRUNE, &[]),
    ],
    [
        ("backup rewrap --all --from backups --yes --wait 60s", &[3]),
        (CREATE, &[]),
    ],
    [("key rotate --wait 60s", &[11]), (CREATE, &[11])],
    [
        ("backup create --delta --to backups --wait 60s", &[]),
        (PRUNE, &[]),
    ],
    // Nobody waits.
    [
        ("backup create --to backups --wait 0s", &[11]),
        ("key rotate --wait 0s", &[11]),
    ],
];
const CREATE: &str = "backup create --to backups --wait 60s";
const PRUNE: &str = "backup prune --from backups --keep-last 2 --max 99 --yes --wait 60s";
const REPLACE: &str =
    "backup restore --latest --from backups --replace --reason test --confirm store --wait 60s";

#[test]
fn two_runs_at_once_do_no_harm() {
    let sandbox = Sandbox::prepared();
    let words = |line: &'static str| line.split(' ').chain(["--format", "json"]);
    for pair in PAIRS {
        for line in [
            CREATE,
            "key remove third --yes",
            "backup create --to backups",
        ] {
            command(&sandbox).args(words(line)).output().unwrap();
        }
        let children = pair.map(|(line, _)| command(&sandbox).args(words(line)).spawn().unwrap());
        let mut made = vec![];
        for (child, (line, codes)) in children.into_iter().zip(pair) {
            let output = child.wait_with_output().unwrap();
            let code = output.status.code().unwrap();
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(
                code == 0 || codes.contains(&code),
                "{line} of {pair:?}: {code}, {told}"
            );
            if code == 0 && line.starts_with("backup create") {
                let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
                made.push(answer["data"]["id"].as_str().unwrap().to_owned());
            }
        }
        let run = |line: &'static str| {
            let output = command(&sandbox).args(words(line)).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(
                output.status.success(),
                "{line} after {pair:?}: {text}{told}"
            );
            text
        };
        let listed = run("backup list --all --from backups");
        for id in made {
            assert!(listed.contains(&id), "{id} is lost after {pair:?}");
        }
        run("backup verify --quick --all --from backups");
        run("store check");
        run("audit verify");
    }
}
