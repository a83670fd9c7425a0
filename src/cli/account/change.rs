//! `account change`: what an account says about itself.

use clap::ValueEnum;

use crate::base::email::EmailAddress;
use crate::base::error::{Error, Kind, Result};
use crate::base::name::AccountName;
use crate::base::period::{Period, parse_future, parse_when};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Picked, zone};
use crate::domain::account::{self, Clear, Edit, Region};

use super::create::Kinds;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Give an account another name and address",
        line: "optimactl account change tom --name tomas --email tomas@mail.example",
    },
    Example {
        what: "Let it expire in 90 days",
        line: "optimactl account change tom --expires 90d",
    },
    Example {
        what: "Let it not expire after all",
        line: "optimactl account change tom --clear expires",
    },
];

const WORDS: Words<'_> = Words {
    schema: "account-change",
    did: "Changed",
    would: "Would change",
    already: "is so already; nothing was changed",
    undo: None,
};

/// Change an account's name, address, kind, region or expiry
///
/// Old and new values are recorded in the audit log. The last account that can administer the store cannot be
/// made to expire in the past.
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("changes").required(true).multiple(true).args([
    "new_name", "email", "display_name", "kind", "region", "expires", "clear",
])))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl account show", "optimactl account history", "optimactl role grant"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: String,
    /// A new name
    #[arg(long = "name", value_name = "NAME")]
    new_name: Option<String>,
    /// A new e-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// A new name that people see
    #[arg(long, value_name = "TEXT")]
    display_name: Option<String>,
    /// Who signs in with it
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<Kinds>,
    /// Where the person lives: a code of two letters (ISO 3166-1)
    #[arg(long, value_name = "CODE")]
    region: Option<String>,
    /// When it ends: a date or RFC 3339 (also in the past), or a period from now
    #[arg(long, value_name = "TIME")]
    expires: Option<String>,
    /// Take a value away; can be repeated
    #[arg(long, value_enum, value_name = "FIELD")]
    clear: Vec<Cleared>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Cleared {
    Email,
    DisplayName,
    Region,
    Expires,
}

impl From<Cleared> for Clear {
    fn from(cleared: Cleared) -> Self {
        match cleared {
            Cleared::Email => Self::Email,
            Cleared::DisplayName => Self::DisplayName,
            Cleared::Region => Self::Region,
            Cleared::Expires => Self::Expires,
        }
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let edit = edit(args, ctx)?;
    let core = ctx.open()?;
    let done = account::change(&core, &args.account, &edit)?;
    let picked = Picked {
        who: vec![],
        many: false,
    };
    done::answer(ctx, &picked, &WORDS, &done, |_| String::new())
}

fn edit(args: &Args, ctx: &Context) -> Result<Edit> {
    let twice = [
        (args.email.is_some(), Cleared::Email, "email"),
        (
            args.display_name.is_some(),
            Cleared::DisplayName,
            "display-name",
        ),
        (args.region.is_some(), Cleared::Region, "region"),
        (args.expires.is_some(), Cleared::Expires, "expires"),
    ];
    for (given, cleared, name) in twice {
        if given && args.clear.contains(&cleared) {
            return Err(Error::usage(format!(
                "`--{name}` and `--clear {name}` exclude each other"
            )));
        }
    }
    let now = ctx.clock.now();
    let expires = args.expires.as_deref().map(|typed| {
        // A period lies ahead; what is written out may lie behind and ends the account at once.
        if typed.parse::<Period>().is_ok() {
            parse_future(typed, now, &zone(ctx)?)
        } else {
            parse_when(typed, now, &zone(ctx)?)
        }
    });
    Ok(Edit {
        name: args.new_name.as_deref().map(AccountName::new).transpose()?,
        email: args.email.as_deref().map(EmailAddress::new).transpose()?,
        display_name: args.display_name.clone(),
        kind: args.kind.map(Into::into),
        region: args.region.as_deref().map(Region::new).transpose()?,
        expires: expires.transpose()?,
        clear: args.clear.iter().copied().map(Into::into).collect(),
    })
}
