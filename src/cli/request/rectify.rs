//! `request rectify`: what is wrong is put right.

use clap::ValueEnum;

use super::shared;
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Kind, Result};
use crate::base::name::AccountName;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::account::{Clear, Edit, Region};
use crate::domain::request::{self, Correction};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "The name that people see was wrong",
        line: "optimactl request rectify R-2026-0014 --display-name 'Tom Berg'",
    },
    Example {
        what: "What was wrong stood in another system, and was put right there",
        line: "optimactl request rectify R-2026-0014 --elsewhere 'the phone number, in the till'",
    },
];

/// Put right what a request says is wrong
///
/// Changes the account that the request is about (GDPR Art. 16, 11 CCR §7023), after it was verified who asks; what
/// showed that cannot be what was wrong. Old and new values are recorded in the audit log. The rights journal keeps
/// the new ones, sealed: a restore of an older backup puts them right again, and `account import` turns a row away that
/// brings a wrong one back. It can be done in several steps. Then the recipients are told.
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("corrections").required(true).multiple(true).args([
    "new_name", "email", "display_name", "region", "clear", "elsewhere",
])))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl request tell-recipients", "optimactl account history", "optimactl request deny"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// The right name
    #[arg(long = "name", value_name = "NAME")]
    new_name: Option<String>,
    /// The right e-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// The right name that people see
    #[arg(long, value_name = "TEXT")]
    display_name: Option<String>,
    /// Where the person lives: a code of two letters (ISO 3166-1)
    #[arg(long, value_name = "CODE")]
    region: Option<String>,
    /// Take a wrong value away; can be repeated
    #[arg(long, value_enum, value_name = "FIELD")]
    clear: Vec<Wrong>,
    /// What was put right in another system, and where
    #[arg(long, value_name = "TEXT")]
    elsewhere: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Wrong {
    Email,
    DisplayName,
    Region,
}

impl From<Wrong> for Clear {
    fn from(wrong: Wrong) -> Self {
        match wrong {
            Wrong::Email => Self::Email,
            Wrong::DisplayName => Self::DisplayName,
            Wrong::Region => Self::Region,
        }
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let edit = edit(args)?;
    let correction = Correction {
        edit: edit.as_ref(),
        elsewhere: args.elsewhere.as_deref(),
    };
    let core = ctx.open()?;
    let changed = request::rectify(&core, &args.request, correction)?;
    let fields = request::rectified(&core, &changed.value)?;
    drop(core);
    let verb = shared::tense(ctx, "Put right", "Would put right");
    let sentence = format!("{verb} what {} says is wrong", changed.value.reference);
    let change =
        shared::stepped(ctx, "request-rectify", sentence, &changed).with("rectified", fields);
    ctx.answer(&change)
}

/// The change of the account; none where only another system was put right.
fn edit(args: &Args) -> Result<Option<Edit>> {
    let twice = [
        (args.email.is_some(), Wrong::Email, "email"),
        (
            args.display_name.is_some(),
            Wrong::DisplayName,
            "display-name",
        ),
        (args.region.is_some(), Wrong::Region, "region"),
    ];
    for (given, cleared, name) in twice {
        if given && args.clear.contains(&cleared) {
            return Err(Error::usage(format!(
                "`--{name}` and `--clear {name}` exclude each other"
            )));
        }
    }
    let given = twice.iter().any(|(given, _, _)| *given);
    if args.new_name.is_none() && !given && args.clear.is_empty() {
        return Ok(None);
    }
    Ok(Some(Edit {
        name: args.new_name.as_deref().map(AccountName::new).transpose()?,
        email: args.email.as_deref().map(EmailAddress::new).transpose()?,
        display_name: args.display_name.clone(),
        region: args.region.as_deref().map(Region::new).transpose()?,
        clear: args.clear.iter().copied().map(Into::into).collect(),
        ..Edit::default()
    }))
}
