//! Man pages and completions are committed and current. `UPDATE=1 cargo test generated` rewrites them.

use clap_mangen::Man;
use optimactl::base::error::Kind;

use crate::sandbox::Sandbox;
use crate::tree;

fn source() -> String {
    format!("optimactl {}", env!("CARGO_PKG_VERSION"))
}

fn page(command: clap::Command) -> String {
    let mut text = vec![];
    // What `-h` leaves out for room, the page explains.
    let man = Man::new(command.mut_args(|arg| arg.hide_short_help(false)))
        .source(source())
        .manual("optimactl manual");
    man.render(&mut text).unwrap();
    let text = String::from_utf8(text).unwrap();
    text.replace(".SH EXTRA", ".SH \"EXAMPLES AND EXIT CODES\"")
}

#[test]
fn generated_man_pages_are_current() {
    let mut stale = vec![];
    let mut expected = vec!["optimactl.1".to_owned()];
    stale.extend(tree::committed(
        "man/optimactl.1",
        &page(optimactl::command()),
    ));
    for (words, command) in tree::commands() {
        let name = format!("optimactl-{}", words.join("-"));
        let full: &'static str = Box::leak(name.clone().into_boxed_str());
        let text = page(command.name(full).display_name(full));
        expected.push(format!("{name}.1"));
        stale.extend(tree::committed(&format!("man/{name}.1"), &text));
    }
    stale.extend(tree::committed("man/optimactl-exit-codes.7", &exit_codes()));
    assert!(
        stale.is_empty(),
        "not current, run `UPDATE=1 cargo test generated`: {stale:?}"
    );
    remove_strays(&expected);
}

/// A page whose command is gone must go, too.
fn remove_strays(expected: &[String]) {
    for path in tree::files_below(&tree::root().join("man"), "1") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if expected.contains(&name) {
            continue;
        }
        assert!(tree::updating(), "man/{name} belongs to no command");
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn generated_completions_are_current() {
    let sandbox = Sandbox::new();
    let files = [
        ("bash", "optimactl.bash"),
        ("zsh", "_optimactl"),
        ("fish", "optimactl.fish"),
    ];
    let stale: Vec<String> = files
        .iter()
        .filter_map(|(shell, file)| {
            let script = sandbox.run(&["completions", shell, "--static"]).ok();
            tree::committed(&format!("completions/{file}"), &script)
        })
        .collect();
    assert!(
        stale.is_empty(),
        "not current, run `UPDATE=1 cargo test generated`: {stale:?}"
    );
}

fn exit_codes() -> String {
    let mut text = format!(
        ".TH optimactl-exit-codes 7 \"\" \"{}\" \"optimactl manual\"\n\
         .SH NAME\noptimactl-exit-codes \\- what the exit status of optimactl tells\n\
         .SH DESCRIPTION\nEvery command ends with one of these. The name in the middle is the code in JSON\n\
         errors. Treat a code that is not listed as a failure.\n.TP\n\\fB0\\fR ok\ndone (also: nothing to do)\n",
        source()
    );
    for kind in Kind::ALL {
        let (exit, code, meaning) = kind.row();
        text.push_str(&format!(
            ".TP\n\\fB{exit}\\fR {}\n{meaning}\n",
            code.replace('-', "\\-")
        ));
    }
    text.push_str(
        ".SH SEE ALSO\n\\fBoptimactl\\fR(1), \\fBoptimactl-formats\\fR(5), \\fBoptimactl-cron\\fR(7)\n",
    );
    text
}
