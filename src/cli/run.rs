//! The way of a command: process hygiene, parsing, settings, context, the command, its exit code. Prints
//! nothing by itself.
//!
//! Signals keep their default action (the shell sees 130 or 143): every write below is old or new as a whole,
//! so nothing needs cleaning up. A prompt puts the terminal back before Ctrl-C ends the program.

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, FromArgMatches as _};
use rustix::fs::Mode;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit, umask};

use crate::base::error::{Error, Kind, Result};
use crate::domain::operator::Asked;

use super::auth::Door;
use super::context::{Beginning, Context, Exit, Inherited};
use super::settings::{Environment, Settings, Source};
use super::ui::Ui;
use super::{App, complete, plugins};

/// Runs the command line of this process.
pub(crate) fn run() -> ExitCode {
    let inherited = harden();
    // A panic's own text stays unsaid: it could carry data.
    set_hook(Box::new(|_| {}));
    let words = help_flag(std::env::args_os().collect());
    let door = Door::of(&words);
    // A door ends with 0 for one reason only: completion is asked for by the environment, which is a stranger's.
    if door.is_none() && complete::answered(&words) {
        return ExitCode::SUCCESS;
    }
    let code = guarded(&words, || start(&words, inherited));
    ExitCode::from(door.map_or(code, |door| door.exit(code)))
}

/// `help NOUN VERB` is what `NOUN VERB --help` is.
fn help_flag(mut words: Vec<OsString>) -> Vec<OsString> {
    if words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        words.push("--help".into());
    }
    words
}

/// Files are private from the first byte, and no core dump ever holds a key.
fn harden() -> Inherited {
    let inherited = Inherited {
        umask: umask(Mode::RWXG | Mode::RWXO),
        core: getrlimit(Resource::Core),
    };
    // A refusal leaves the limit as it was; there is nothing better to do and nobody to tell.
    setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    )
    .ok();
    inherited
}

/// Turns a panic into exit 70.
fn guarded(words: &[OsString], work: impl FnOnce() -> u8) -> u8 {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let version = env!("CARGO_PKG_VERSION");
        let bug = Error::bug(format!("this is a bug in optimactl {version}")).hint(
            "please report it with the command that you ran, without secrets or personal data",
        );
        Ui::early(words).error(&bug)
    })
}

fn start(words: &[OsString], inherited: Inherited) -> u8 {
    let ui = Ui::early(words);
    let parsed = super::command()
        .color(ui.clap_color())
        .try_get_matches_from(words)
        .and_then(|matches| Ok((App::from_arg_matches(&matches)?, asked(&matches))));
    let (app, asked) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return misread(&ui, &error),
    };
    let environment = match app.command.source() {
        Source::System => Environment::sealed(),
        _ => Environment::read(),
    };
    let mut ui = Ui::new(&app.global, &environment);
    let began = Beginning { asked, inherited };
    match perform(&app, environment, &mut ui, began) {
        Ok(exit) => exit.code(),
        Err(error) => ui.error(&error),
    }
}

fn perform(app: &App, environment: Environment, ui: &mut Ui, began: Beginning) -> Result<Exit> {
    let settings = Settings::load(&app.global, environment, app.command.source())?;
    if settings.flag("output.utc") {
        ui.show_utc();
    }
    let mut ctx = Context::new(app.global.clone(), settings, ui.clone(), began);
    plugins::install(&ctx);
    app.command.run(&mut ctx)
}

/// What the command line asks for: the words of the command, and the arguments that were typed.
fn asked(matches: &ArgMatches) -> Asked {
    let (mut words, mut at) = (vec![], matches);
    while let Some((word, below)) = at.subcommand() {
        words.push(word);
        at = below;
    }
    let typed = at
        .ids()
        .filter(|id| at.value_source(id.as_str()) == Some(ValueSource::CommandLine));
    Asked {
        permission: words.join("."),
        typed: typed
            .map(|id| (id.to_string(), values(at, id.as_str())))
            .collect(),
    }
}

fn values(matches: &ArgMatches, id: &str) -> Vec<String> {
    let raw = matches.try_get_raw(id).ok().flatten();
    raw.into_iter()
        .flatten()
        .map(|value| value.to_string_lossy().into_owned())
        .collect()
}

/// Help and version are answers; everything else that clap reports is a usage error, in JSON if the line asks
/// for JSON anywhere.
fn misread(ui: &Ui, error: &clap::Error) -> u8 {
    let is_help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    );
    if is_help || !ui.format().is_json() {
        error.print().ok();
        return if is_help { 0 } else { Kind::Usage.exit() };
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return ui.error(&Error::usage("a command is missing").hint("see them with `--help`"));
    }
    let text = error.render().to_string();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or("the command line is wrong");
    let message = first.strip_prefix("error: ").unwrap_or(first);
    let mut failure = Error::usage(message);
    for line in lines {
        match line.strip_prefix("tip: ") {
            Some(tip) => failure = failure.hint(tip),
            None => failure = failure.detail(line),
        }
    }
    ui.error(&failure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_is_also_a_word() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let asked = |line: &str| help_flag(words(line));
        assert_eq!(asked("o help"), words("o --help"));
        assert_eq!(asked("o help key add"), words("o key add --help"));
        assert_eq!(asked("o account show help"), words("o account show help"));
    }

    #[test]
    fn what_is_asked_is_the_command_and_what_was_typed() {
        let asked = |line: &str| {
            let words = line.split(' ');
            asked(&super::super::command().try_get_matches_from(words).unwrap())
        };
        let grant = asked("o -n role grant admin tom --yes");
        assert_eq!(grant.permission, "role.grant");
        assert_eq!(grant.values("role"), ["admin"]);
        assert!(!grant.has("filter"));
        let enforce = asked("o role operator enforce off --break-glass --reason x");
        assert_eq!(enforce.permission, "role.operator.enforce");
        assert_eq!(enforce.values("state"), ["off"]);
        assert!(enforce.has("break_glass"));
        assert_eq!(
            asked("o 2fa recovery new mira").permission,
            "2fa.recovery.new"
        );
        assert_eq!(asked("o status").permission, "status");
        let create = asked("o account create x --role a --role b --password-stdin");
        assert_eq!(create.values("role"), ["a", "b"]);
    }

    #[test]
    fn a_panic_is_exit_70() {
        assert_eq!(guarded(&[], || panic!("secret")), 70);
        assert_eq!(guarded(&[], || 4), 4);
    }
}
