//! The table of exit codes is one table, wherever it is written.

use std::collections::BTreeSet;

use optimactl::base::error::Kind;

use crate::tree;

#[test]
fn codes_and_names_are_unique() {
    let exits: BTreeSet<u8> = Kind::ALL.iter().map(|kind| kind.exit()).collect();
    let names: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(exits.len(), Kind::ALL.len());
    assert_eq!(names.len(), Kind::ALL.len());
}

/// Every documented table (`| code | name | …`) lists exactly the codes that exist.
#[test]
fn documented_tables_match() {
    let pages = tree::files_below(&tree::root().join("docs"), "md")
        .into_iter()
        .chain([tree::root().join("README.md")]);
    for page in pages {
        let Ok(text) = std::fs::read_to_string(&page) else {
            continue;
        };
        let Some((_, table)) = text.split_once("| code | name |") else {
            continue;
        };
        let written: BTreeSet<(String, String)> = table
            .lines()
            .skip(2)
            .take_while(|line| line.starts_with('|'))
            .map(|line| {
                let cells: Vec<&str> = line
                    .split('|')
                    .map(|cell| cell.trim().trim_matches('`'))
                    .collect();
                (cells[1].to_owned(), cells[2].to_owned())
            })
            .collect();
        let ok = [("0".to_owned(), "ok".to_owned())];
        let real = Kind::ALL
            .iter()
            .map(|kind| (kind.exit().to_string(), kind.code().to_owned()));
        assert_eq!(written, real.chain(ok).collect(), "{}", page.display());
    }
}
