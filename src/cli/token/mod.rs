//! `token`: keys for programs.

pub(crate) mod create;
pub(crate) mod list;
pub(crate) mod revoke;
pub(crate) mod rotate;
pub(crate) mod show;
pub(crate) mod verify;

use crate::base::error::Result;
use crate::base::period::parse_future;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::handout::{GENERATED, Handout};
use crate::cli::render::Change;
use crate::cli::select::zone;
use crate::cli::ui;
use crate::domain::token::{Expiry, Made, Scope};
use crate::store::file::{self, Existing};

/// Give out, rotate, revoke and check API tokens
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Create(create::Args),
    List(list::Args),
    Show(show::Args),
    Rotate(rotate::Args),
    Revoke(revoke::Args),
    Verify(verify::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Create(args) => create::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Rotate(args) => rotate::run(args, ctx),
            Self::Revoke(args) => revoke::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
        }
    }
}

fn scopes(typed: &[String]) -> Result<Vec<Scope>> {
    typed.iter().map(|typed| Scope::new(typed)).collect()
}

/// `never`, a date, RFC 3339, or a period from now.
fn expiry(typed: &str, ctx: &Context) -> Result<Expiry> {
    if typed == "never" {
        return Ok(Expiry::Never);
    }
    parse_future(typed, ctx.clock.now(), &zone(ctx)?).map(Expiry::At)
}

/// Where the token goes besides the answer, refused before one is made.
fn target(ctx: &Context) -> Result<Option<Target>> {
    match &ctx.flags.output {
        Some(path) => ctx.target(Some(path)).map(Some),
        None => Ok(None),
    }
}

/// Hands a token out once: into a file, alone on standard output, or in the answer.
fn hand_out(ctx: &Context, made: &Made, target: Option<&Target>, change: Change) -> Result<Exit> {
    let dry_run = ctx.flags.dry_run;
    let secret = made.secret.text().expose();
    match target {
        Some(_) if dry_run => ctx.answer(&change),
        Some(Target::Stdout) => {
            ui::artifact(&format!("{secret}\n"))?;
            Ok(Exit::OK)
        }
        Some(Target::File(path)) => {
            let existing = if ctx.flags.overwrite {
                Existing::Replace
            } else {
                Existing::Refuse
            };
            let written = file::write_output(path, format!("{secret}\n").as_bytes(), existing);
            written.map_err(|error| {
                error.detail(format!(
                    "the token `{}` was made, but nobody has it: revoke it",
                    made.row.id
                ))
            })?;
            let path = path.display().to_string();
            ctx.answer(&change.with("output", path))
        }
        None => {
            let shown = if dry_run { GENERATED } else { secret };
            let lines = vec![
                format!("Token: {shown}"),
                "It is shown only now; a program checks it with `optimactl token verify`"
                    .to_owned(),
            ];
            let change = change.with("token", shown);
            ctx.answer(&Handout { change, lines })
        }
    }
}
