//! The rules of the house: imports go down, files stay small and say what they are for, only `ui` prints.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree;

/// Floors with their height; `store` and `remote` stand side by side and do not know each other.
const FLOORS: [(&str, u8); 6] = [
    ("base", 0),
    ("crypto", 1),
    ("store", 2),
    ("remote", 2),
    ("domain", 3),
    ("cli", 4),
];

/// The rooms of `domain`, lowest first: each may use those before it. A new room gets its place here.
const DOMAIN: &[&str] = &[
    "context",
    "calendar",
    "deadline",
    "filter",
    "audit",
    "hook",
    "notice",
    "privacy",
    "hold",
    "role",
    "rights",
    "account",
    "group",
    "belongings",
    "attempts",
    "password",
    "two_factor",
    "recovery",
    "session",
    "token",
    "oauth",
    "auth",
    "operator",
    "moving",
    "review",
    "key",
    "init",
    "recover",
    "maintenance",
    "backup",
    "restore",
    "restriction",
    "rectification",
    "retention",
    "consent",
    "optout",
    "source",
    "policy",
    "report",
    "detect",
    "monitor",
    "records",
    "bundle",
    "erasure",
    "request",
    "incident",
    "status",
    "doctor",
    "sample",
    "tour",
];

/// Folders of `cli` that are not a noun and may be used by every command.
const SHARED: [&str; 3] = ["settings", "render", "places"];

/// Lines of code: comments and what stands below `#[cfg(test)]` are left out.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let tests = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    text[..tests]
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The words that follow `prefix` on a line.
fn after<'a>(line: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    line.split(prefix).skip(1).filter_map(|rest| {
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        (end > 0).then(|| &rest[..end])
    })
}

fn floor(name: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(floor, _)| *floor == name)
        .map(|(_, height)| *height)
}

#[test]
fn imports_go_down_only() {
    let mut wrong = vec![];
    for (name, text) in tree::sources() {
        let own = name.split('/').next().unwrap();
        let Some(height) = floor(own) else { continue };
        // A test of a lower floor may take the store that `domain::fixture` makes.
        if name.ends_with("/tests.rs") {
            continue;
        }
        for (number, line) in code(&text) {
            for used in after(line, "crate::") {
                let Some(below) = floor(used) else { continue };
                if used != own && below >= height {
                    wrong.push(format!(
                        "{name}:{}: `{own}` may not use `{used}`",
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rooms of domain that a file uses, by either way of naming them.
fn rooms_used<'a>(name: &str, line: &'a str) -> Vec<&'a str> {
    let up = if name.matches('/').count() == 1 {
        "super::"
    } else {
        "super::super::"
    };
    after(line, "crate::domain::")
        .chain(after(line, up))
        .filter(|room| DOMAIN.contains(room))
        .collect()
}

#[test]
fn domain_keeps_its_written_order() {
    let mut wrong = vec![];
    for (name, text) in tree::sources() {
        let Some(path) = name.strip_prefix("domain/") else {
            continue;
        };
        // A test of a room may show what comes of it in the rooms behind.
        if name.ends_with("/tests.rs") {
            continue;
        }
        let room = path.split(['/', '.']).next().unwrap();
        if ["mod", "tests", "fixture"].contains(&room) {
            continue;
        }
        let Some(place) = DOMAIN.iter().position(|known| *known == room) else {
            wrong.push(format!(
                "{name}: `{room}` has no place in the order of domain (tests/it/house.rs)"
            ));
            continue;
        };
        for (number, line) in code(&text) {
            let above = rooms_used(&name, line)
                .into_iter()
                .filter(|used| !DOMAIN[..=place].contains(used));
            wrong.extend(
                above.map(|used| format!("{name}:{}: `{room}` stands below `{used}`", number + 1)),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn commands_do_not_use_each_other() {
    let mut wrong = vec![];
    let folders: BTreeSet<String> = tree::sources()
        .iter()
        .filter_map(|(name, _)| {
            name.strip_prefix("cli/")?
                .split_once('/')
                .map(|(folder, _)| folder.to_owned())
        })
        .filter(|folder| !SHARED.contains(&folder.as_str()))
        .collect();
    for (name, text) in tree::sources() {
        let Some((own, _)) = name
            .strip_prefix("cli/")
            .and_then(|path| path.split_once('/'))
        else {
            continue;
        };
        for (number, line) in code(&text) {
            for used in
                after(line, "crate::cli::").filter(|used| folders.contains(*used) && *used != own)
            {
                wrong.push(format!("{name}:{}: `{own}` uses `{used}`", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_small_and_say_what_they_are_for() {
    for (name, text) in tree::sources() {
        assert!(text.starts_with("//! "), "{name} does not open with `//!`");
        let opening = text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .count();
        assert!(opening <= 5, "{name} opens with {opening} lines of `//!`");
        let lines = text.lines().count();
        // A table of data has as many rows as it needs.
        assert!(
            lines <= 400 || name.ends_with("settings/table.rs"),
            "{name} has {lines} lines"
        );
    }
}

#[test]
fn only_the_ui_prints_and_nothing_is_left_to_do() {
    let printing = [
        "println!",
        "eprintln!",
        " print!",
        "eprint!",
        "io::stdout().lock",
        "io::stderr().lock",
    ];
    for (name, text) in tree::sources() {
        let may_print = ["cli/ui.rs", "cli/stream.rs"].contains(&name.as_str())
            || name.ends_with("tests.rs")
            || name.ends_with("vectors.rs")
            || name.ends_with("measure.rs");
        for (number, line) in code(&text) {
            let prints = printing.iter().any(|word| line.contains(word));
            assert!(may_print || !prints, "{name}:{}: prints", number + 1);
        }
        // In halves: this list is no work left open itself.
        for word in [
            concat!("TO", "DO"),
            concat!("FIX", "ME"),
            concat!("to", "do!"),
        ] {
            assert!(!text.contains(word), "{name} contains {word}");
        }
    }
}

/// What every floor and every room of domain uses, from the imports.
fn edges() -> String {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, text) in tree::sources() {
        let own = name.split('/').next().unwrap();
        if floor(own).is_none() {
            continue;
        }
        for (_, line) in code(&text) {
            let floors =
                after(line, "crate::").filter(|used| floor(used).is_some() && *used != own);
            edges
                .entry(own.to_owned())
                .or_default()
                .extend(floors.map(str::to_owned));
            let Some(room) = name
                .strip_prefix("domain/")
                .and_then(|path| path.split(['/', '.']).next())
            else {
                continue;
            };
            let rooms = rooms_used(&name, line)
                .into_iter()
                .filter(|used| *used != room);
            let rooms: Vec<String> = rooms.map(str::to_owned).collect();
            if !rooms.is_empty() {
                edges
                    .entry(format!("domain/{room}"))
                    .or_default()
                    .extend(rooms);
            }
        }
    }
    let line = |(from, to): (&String, &BTreeSet<String>)| {
        let to: Vec<&str> = to.iter().map(String::as_str).collect();
        format!(
            "{from} → {}\n",
            if to.is_empty() {
                "(nothing)".to_owned()
            } else {
                to.join(" ")
            }
        )
    };
    edges.iter().map(line).collect()
}

#[test]
fn generated_drawing_is_current() {
    let page = std::fs::read_to_string(tree::root().join("docs/house.md")).unwrap();
    let (before, rest) = page
        .split_once("<!-- edges -->\n")
        .expect("the mark where the edges begin");
    let (_, after) = rest
        .split_once("<!-- end of edges -->")
        .expect("the mark where they end");
    let drawn = format!(
        "{before}<!-- edges -->\n```\n{}```\n<!-- end of edges -->{after}",
        edges()
    );
    let stale = tree::committed("docs/house.md", &drawn);
    assert!(
        stale.is_none(),
        "docs/house.md is not current, run `UPDATE=1 cargo test generated`"
    );
}
