//! Every command that a message or a help text names exists: it is parsed by the program's own parser.

use clap::error::ErrorKind;

use crate::tree;

/// What is wrong with a line that a person is told to type. Placeholders and missing values are fine.
fn wrong(line: &str) -> Option<String> {
    let words = line
        .split_whitespace()
        .take_while(|word| !["|", ">", "<", "&&"].contains(word));
    let error = optimactl::command().try_get_matches_from(words).err()?;
    match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand | ErrorKind::TooManyValues => {
            Some(format!(
                "`{line}`: {}",
                error.to_string().lines().next().unwrap_or_default()
            ))
        }
        _ => None,
    }
}

#[test]
fn every_command_in_a_text_exists() {
    let mut all = vec![];
    for (name, text) in tree::sources() {
        // A text broken over lines by `\` is one line to its reader.
        let text = text.split("\\\n").map(str::trim_start).collect::<String>();
        for line in text.lines() {
            for rest in line.split("`optimactl ").skip(1) {
                let typed = rest.split('`').next().unwrap_or_default();
                all.extend(
                    wrong(&format!("optimactl {typed}")).map(|why| format!("{name}: {why}")),
                );
            }
        }
    }
    for (words, command) in tree::commands() {
        let help = tree::long_help(&command);
        let Some((_, see)) = help.split_once("See also: ") else {
            continue;
        };
        let named = see.split(", ").filter(|see| see.starts_with("optimactl "));
        all.extend(
            named
                .filter_map(wrong)
                .map(|why| format!("{words:?}, see also: {why}")),
        );
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_wrong_hint_is_found() {
    assert!(wrong("optimactl config shw").is_some());
    assert!(wrong("optimactl config show --nonsense").is_some());
    assert!(wrong("optimactl config show NAME").is_none());
}
