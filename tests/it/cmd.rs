//! Runs the refusals in `tests/cmd`, one small file each: `$ line`, then `? code`, `1 standard output`,
//! `2 standard error`. `# fixture` at the top gives it the prepared sandbox. `UPDATE=1` rewrites the answers.

use crate::sandbox::Sandbox;
use crate::tree;

#[test]
fn refusals_read_as_written() {
    let mut stale = vec![];
    for path in tree::files_below(&tree::root().join("tests/cmd"), "case") {
        let written = std::fs::read_to_string(&path).unwrap();
        let real = played(&written);
        if real == written {
            continue;
        }
        if tree::updating() {
            std::fs::write(&path, real).unwrap();
        } else {
            stale.push(format!("{}:\n{real}", path.display()));
        }
    }
    assert!(
        stale.is_empty(),
        "these read differently now:\n{}",
        stale.join("\n")
    );
}

/// The case with the answers that the program gives now.
fn played(case: &str) -> String {
    let sandbox = if case.starts_with("# fixture") {
        Sandbox::prepared()
    } else {
        Sandbox::new()
    };
    let mut text = String::new();
    for line in case.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            text.push_str(&format!("{line}\n{}", answered(&sandbox, command)));
        } else if line.starts_with('#') || line.is_empty() {
            text.push_str(&format!("{line}\n"));
        }
    }
    text
}

fn answered(sandbox: &Sandbox, command: &str) -> String {
    let ran = sandbox.sh(command);
    let mut text = format!("? {}\n", ran.code);
    for (mark, output) in [("1", &ran.stdout), ("2", &ran.stderr)] {
        for line in sandbox.anonymous(output).lines() {
            text.push_str(format!("{mark} {line}").trim_end());
            text.push('\n');
        }
    }
    text
}
