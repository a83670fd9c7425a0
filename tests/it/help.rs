//! Every command says what it does, shows an example and lists its exit codes.

use crate::tree;

#[test]
fn every_command_says_what_it_does_without_a_final_period() {
    for (words, command) in tree::commands() {
        let about = command
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default();
        assert!(!about.is_empty(), "{words:?} has no description");
        assert!(
            !about.ends_with('.'),
            "{words:?} ends its first sentence with a period"
        );
        assert!(
            about.starts_with(char::is_uppercase),
            "{words:?} starts in lower case: {about}"
        );
        assert!(
            about.chars().count() <= 80,
            "{words:?} describes itself in more than 80 characters"
        );
    }
}

#[test]
fn every_command_has_examples_and_exit_codes() {
    for (words, command) in tree::leaves() {
        let help = tree::long_help(&command);
        let name = format!("optimactl {}", words.join(" "));
        assert!(
            help.contains("Exit codes:\n"),
            "`{name}` lists no exit codes"
        );
        let examples = tree::example_lines(&command);
        assert!(
            examples.iter().any(|line| line.contains(&name)),
            "`{name}` has no example of itself"
        );
    }
}

#[test]
fn every_argument_is_explained() {
    for (words, command) in tree::commands() {
        for argument in command
            .get_arguments()
            .filter(|argument| !argument.is_hide_set())
        {
            let help = argument
                .get_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            let id = argument.get_id();
            assert!(!help.is_empty(), "{words:?}: `{id}` is not explained");
            assert!(!help.ends_with('.'), "{words:?}: `{id}` ends with a period");
        }
    }
}

#[test]
fn the_short_help_is_one_screen() {
    for (words, command) in tree::commands() {
        let lines = command.clone().render_help().to_string().lines().count();
        assert!(lines <= 40, "{words:?} -h has {lines} lines");
    }
}
