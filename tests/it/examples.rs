//! Every example of every command's help runs, and ends as it says. The fixture is `sandbox::FIXTURE`.

use crate::sandbox::Sandbox;
use crate::tree;

/// `… # ends with 4`: what an example is expected to end with.
fn expected(line: &str) -> i32 {
    line.rsplit_once("# ends with ").map_or(0, |(_, code)| {
        code.trim().parse().expect("a number after `# exit`")
    })
}

#[test]
fn every_example_runs() {
    let mut wrong = vec![];
    let mut root = optimactl::command();
    root.build();
    let all = tree::commands()
        .into_iter()
        .map(|(_, command)| command)
        .chain([root]);
    for line in all.flat_map(|command| tree::example_lines(&command)) {
        let ran = Sandbox::prepared().sh(&line);
        if ran.code != expected(&line) {
            wrong.push(format!("`{line}` ended with {}: {}", ran.code, ran.stderr));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
