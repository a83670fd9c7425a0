//! The overview of the nouns, grouped by subject, most used first. Only their order; the texts are the
//! commands' own.

use std::fmt::Write as _;

/// Heading and nouns. A noun without a place here makes a test fail.
pub(crate) const GROUPS: [(&str, &[&str]); 6] = [
    (
        "People",
        &[
            "account",
            "role",
            "group",
            "consent",
            "optout",
            "restriction",
        ],
    ),
    (
        "Sign-in",
        &["password", "2fa", "session", "token", "oauth", "auth"],
    ),
    ("Data", &["store", "key", "backup", "retention", "hold"]),
    ("Watch", &["audit", "monitor", "incident", "report"]),
    (
        "Law",
        &["request", "calendar", "policy", "notice", "records"],
    ),
    (
        "System",
        &["init", "status", "doctor", "tour", "config", "completions"],
    ),
];

/// Puts the grouped list where clap would write a flat one: clap knows only one heading for subcommands.
pub(crate) fn apply(command: clap::Command) -> clap::Command {
    let list = overview(&command);
    let template = format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n{list}\nOptions:\n{{options}}{{after-help}}"
    );
    command.help_template(template)
}

fn overview(command: &clap::Command) -> String {
    let mut list = String::new();
    for (heading, nouns) in GROUPS {
        let mut known = nouns
            .iter()
            .filter_map(|noun| command.find_subcommand(noun))
            .peekable();
        if known.peek().is_none() {
            continue;
        }
        write!(list, "\n{heading}\n").ok();
        for noun in known {
            let about = noun
                .get_about()
                .map(ToString::to_string)
                .unwrap_or_default();
            writeln!(list, "  {:<12} {about}", noun.get_name()).ok();
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn every_noun_has_its_place_in_the_overview() {
        for noun in crate::cli::App::command().get_subcommands() {
            let placed = super::GROUPS
                .iter()
                .any(|(_, nouns)| nouns.contains(&noun.get_name()));
            assert!(placed, "`{}` stands in no group", noun.get_name());
        }
    }
}
