//! Questions to the person at the terminal, asked there even when standard input is a pipe. Where nobody can
//! answer, the refusal names the flag that would have.

use std::fs::OpenOptions;
use std::io::{self, IsTerminal as _};

use dialoguer::Input;
use dialoguer::console::Term;
use zeroize::Zeroizing;

use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;

use super::context::Context;
use super::hidden_input::{self, Typed};

/// Whether a question can be asked: a readable terminal, standard error on it, and no `--no-input`.
pub(crate) fn possible(ctx: &Context) -> bool {
    !ctx.flags.no_input && terminal()
}

/// Whether there is a terminal to ask on.
pub(super) fn terminal() -> bool {
    let readable = || {
        OpenOptions::new()
            .read(true)
            .write(true)
            .open("/dev/tty")
            .is_ok()
    };
    io::stderr().is_terminal() && readable()
}

/// A moderate operation: `what` tells what will happen. `--yes` answers in scripts; a dry run does nothing and
/// is not asked about.
pub(crate) fn confirm(ctx: &Context, what: &str) -> Result<()> {
    if ctx.flags.yes || ctx.flags.dry_run {
        return Ok(());
    }
    need_terminal(ctx, "this needs a yes", &["--yes"])?;
    ctx.ui.before_question(what);
    // dialoguer's own yes-or-no hides the cursor, and Ctrl-C would leave it hidden.
    let typed = Input::<String>::new()
        .with_prompt("Go on? [y/N]")
        .allow_empty(true)
        .interact_text_on(&Term::stderr())
        .map_err(unanswered)?;
    if ["y", "yes"].contains(&typed.trim().to_lowercase().as_str()) {
        return Ok(());
    }
    Err(Error::refused("not confirmed; nothing was changed"))
}

/// A severe operation: the person types `name`, or a script passes it with `--confirm`. `--yes` is no answer.
pub(crate) fn confirm_name(ctx: &Context, what: &str, name: &str) -> Result<()> {
    if ctx.flags.dry_run {
        return Ok(());
    }
    if let Some(typed) = &ctx.flags.confirm {
        return same(typed, name, "--confirm");
    }
    need_terminal(
        ctx,
        "this needs a name typed",
        &[&format!("--confirm {}", safe(name))],
    )?;
    ctx.ui.before_question(what);
    let prompt = format!("Type `{}` to go on", safe(name));
    same(&line(&prompt)?, name, "what was typed")
}

fn same(typed: &str, name: &str, by: &str) -> Result<()> {
    if typed == name {
        return Ok(());
    }
    Err(Error::refused(format!(
        "{by} says `{}`, but the name is `{}`",
        safe(typed),
        safe(name)
    )))
}

/// Why a severe operation is done: `--reason`, or asked for.
pub(crate) fn reason(ctx: &Context) -> Result<String> {
    match &ctx.flags.reason {
        Some(reason) => Ok(reason.clone()),
        None => text(ctx, "Reason (it is recorded)", "--reason TEXT"),
    }
}

/// A line of text; `flag` would have given it.
pub(crate) fn text(ctx: &Context, prompt: &str, flag: &str) -> Result<String> {
    need_terminal(ctx, "an answer is missing", &[flag])?;
    line(prompt)
}

/// One of several, by its number. The list is cooked input: nothing hides the cursor, so nothing needs to be
/// restored.
pub(crate) fn choose(ctx: &Context, prompt: &str, options: &[String], flag: &str) -> Result<usize> {
    need_terminal(ctx, "a choice is missing", &[flag])?;
    for (number, option) in options.iter().enumerate() {
        ctx.ui.before_question(&format!("{}) {option}", number + 1));
    }
    let count = options.len();
    let typed = Input::<usize>::new()
        .with_prompt(safe(prompt))
        .validate_with(move |number: &usize| {
            if (1..=count).contains(number) {
                Ok(())
            } else {
                Err("there is no such number")
            }
        })
        .interact_text_on(&Term::stderr())
        .map_err(unanswered)?;
    Ok(typed.saturating_sub(1))
}

/// A secret that exists already, asked for once.
pub(crate) fn secret(ctx: &Context, prompt: &str, flag: &str) -> Result<Zeroizing<String>> {
    secret_by(ctx, prompt, &[flag])
}

/// The same for a secret that several flags would have given.
pub(crate) fn secret_by(ctx: &Context, prompt: &str, flags: &[&str]) -> Result<Zeroizing<String>> {
    need_terminal(ctx, &missing(prompt), flags)?;
    hidden(prompt)
}

/// A new secret, asked for twice; three differing pairs end it.
pub(crate) fn new_secret(ctx: &Context, prompt: &str, flags: &[&str]) -> Result<Zeroizing<String>> {
    need_terminal(ctx, &missing(prompt), flags)?;
    for _ in 0..3 {
        let first = hidden(prompt)?;
        if *first == *hidden(&format!("{prompt}, again"))? {
            return Ok(first);
        }
        ctx.ui.before_question("They differ. Once more:");
    }
    Err(Error::refused("the two inputs differed three times"))
}

/// What a prompt asks for: `New password` is the new password.
fn missing(prompt: &str) -> String {
    let mut letters = prompt.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    let what: String = first.into_iter().chain(letters).collect();
    format!("the {} is missing", safe(&what))
}

fn need_terminal(ctx: &Context, what: &str, flags: &[&str]) -> Result<()> {
    if possible(ctx) {
        return Ok(());
    }
    let why = if ctx.flags.no_input {
        "`--no-input` forbids to ask"
    } else {
        "there is no terminal to ask on"
    };
    Err(Error::refused(format!("{what}, and {why}"))
        .hint(format!("give it with {}", alternatives(flags))))
}

/// `a`, `b` or `c`.
fn alternatives(flags: &[&str]) -> String {
    let quoted: Vec<String> = flags.iter().map(|flag| format!("`{flag}`")).collect();
    match quoted.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => quoted.concat(),
    }
}

pub(super) fn line(prompt: &str) -> Result<String> {
    Input::<String>::new()
        .with_prompt(prompt)
        .interact_text_on(&Term::stderr())
        .map_err(unanswered)
}

pub(super) fn hidden(prompt: &str) -> Result<Zeroizing<String>> {
    match hidden_input::line(&safe(prompt)) {
        Ok(Typed::Line(line)) => Ok(line),
        Ok(Typed::Interrupted) => Err(interrupted()),
        Err(error) => Err(Error::failed("cannot read from the terminal").because(error)),
    }
}

fn unanswered(error: dialoguer::Error) -> Error {
    let dialoguer::Error::IO(error) = error;
    match error.kind() {
        io::ErrorKind::Interrupted => interrupted(),
        _ => Error::refused("the question was not answered").because(error),
    }
}

fn interrupted() -> Error {
    Error::new(Kind::Interrupted, "interrupted; nothing was changed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_what_is_missing_and_every_flag() {
        assert_eq!(missing("New password"), "the new password is missing");
        assert_eq!(alternatives(&["-a"]), "`-a`");
        assert_eq!(alternatives(&["-a", "-b", "-c"]), "`-a`, `-b` or `-c`");
    }
}
