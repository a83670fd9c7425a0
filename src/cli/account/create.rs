//! `account create`: a new account and how it first signs in.

use clap::ValueEnum;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::base::clock::{Time, seconds_text};
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Kind, Result};
use crate::base::name::AccountName;
use crate::base::period::{Period, parse_future};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::handout::change_by;
use crate::cli::password_rules::policy;
use crate::cli::render::{Answer, Change, View};
use crate::cli::secret_input::{PasswordInput, SecretFlags};
use crate::cli::select::zone;
use crate::crypto::secret::SecretText;
use crate::domain;
use crate::domain::account::{self, Made, NewAccount, Region};
use crate::domain::audit::Changed;
use crate::domain::password::{
    self, Code, LONGEST_INVITE, Policy, Prepared, SecondFactor, Subject,
};
use crate::store::account::AccountKind;

const EXAMPLES: [Example; 4] = [
    Example {
        what: "Make an account; its holder sets the password with the code that is shown",
        line: "optimactl account create ada --email ada@mail.example --role support --invite",
    },
    Example {
        what: "Make an account with a password from a pipe",
        line: "echo 'nine herons over the Elbe' | optimactl account create ben --email ben@mail.example --password-stdin",
    },
    Example {
        what: "Make a service account that cannot sign in yet",
        line: "optimactl account create sync-bot --kind service --expires 1y --no-password",
    },
    Example {
        what: "Bring over an account with its hash, and change it if it is there",
        line: "echo '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc' | optimactl account create eve --email eve@mail.example --hash-stdin --if-exists update",
    },
];

/// Make an account
///
/// A name is unique by its case-folded Unicode form and stored as given. An invitation is a code, good once and
/// for 24 hours unless `--invite-ttl` says otherwise, with which the holder sets a password by `password redeem`. A password that is given here must
/// be changed within 24 hours; a service keeps it.
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("sign-in").required(true).args([
    "invite", "password-stdin", "password-file", "password-fd", "hash_stdin", "no_password",
])))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl account change", "optimactl role list", "optimactl account show"],
))]
pub(crate) struct Args {
    /// The account's name
    #[arg(value_name = "NAME")]
    name: String,
    /// The e-mail address; a person needs one
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// The name that people see
    #[arg(long, value_name = "TEXT")]
    display_name: Option<String>,
    /// A role that it holds; can be repeated
    #[arg(long, value_name = "ROLE")]
    role: Vec<String>,
    /// Who signs in with it
    #[arg(long, value_enum, value_name = "KIND", default_value_t)]
    kind: Kinds,
    /// Where the person lives: a code of two letters (ISO 3166-1)
    #[arg(long, value_name = "CODE")]
    region: Option<String>,
    /// When it ends: a date, RFC 3339, or a period from now
    #[arg(long, value_name = "TIME")]
    expires: Option<String>,
    /// Give out a code with which the holder sets the password
    #[arg(long)]
    invite: bool,
    #[command(flatten)]
    password: PasswordInput,
    /// Read a password hash that another program made from standard input
    ///
    /// argon2 (i, d, id), bcrypt, PBKDF2, scrypt, yescrypt, SHA-crypt, md5-crypt, apr1 and the LDAP schemes, as
    /// /etc/shadow, htpasswd, Django, passlib, Werkzeug, LDAP servers and Atlassian write them. It is verified as it
    /// is, and replaced by argon2id when its password is right for the first time; `password upgrade` does not wait
    /// for that. Refused above 1 GiB, 32 passes or 16 lanes of argon2, 10 million rounds of PBKDF2 or SHA-crypt, a
    /// bcrypt cost of 16, and 2^24 for N times r times p of scrypt. Each try costs what it asks for until then, and
    /// a clock tells the account from an unknown name so long.
    #[arg(long)]
    hash_stdin: bool,
    /// How long the invitation works, 1m to 30d
    #[arg(
        long,
        value_name = "PERIOD",
        default_value = "24h",
        requires = "invite"
    )]
    invite_ttl: Period,
    /// It cannot sign in until it gets a password
    #[arg(long)]
    no_password: bool,
    /// What to do when there is an account with this name; credentials of it always stay
    #[arg(long, value_enum, value_name = "HOW", default_value_t)]
    if_exists: IfExists,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kinds {
    #[default]
    Person,
    Service,
}

impl From<Kinds> for AccountKind {
    fn from(kind: Kinds) -> Self {
        match kind {
            Kinds::Person => Self::Person,
            Kinds::Service => Self::Service,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum IfExists {
    /// End with 15
    #[default]
    Fail,
    /// Leave it as it is
    Skip,
    /// Write what is given over it, and add the roles
    Update,
}

impl From<IfExists> for account::IfExists {
    fn from(how: IfExists) -> Self {
        match how {
            IfExists::Fail => Self::Fail,
            IfExists::Skip => Self::Skip,
            IfExists::Update => Self::Update,
        }
    }
}

/// How the account will first sign in.
enum Credential {
    Nothing,
    Invitation(Code, Time),
    Password(Prepared),
    Hash(Prepared),
}

#[derive(Serialize)]
struct Answered {
    #[serde(flatten)]
    change: Change,
    #[serde(skip)]
    lines: Vec<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        self.change.schema
    }

    fn view(&self) -> View {
        View::Parts(vec![self.change.view(), View::Lines(self.lines.clone())])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let new = new(args, ctx)?;
    let typed = typed(args, ctx)?;
    let core = ctx.open()?;
    let credential = match typed {
        Some(typed) if args.hash_stdin => Credential::Hash(Prepared::import(typed.trim())?),
        Some(typed) => password(&core, &policy(ctx)?, &new, &typed)?,
        None if args.invite => invitation(&core, args.invite_ttl)?,
        None => Credential::Nothing,
    };
    let mut replace_by = None;
    let made = account::create(&core, &new, args.if_exists.into(), |tx, row, event| {
        let now = core.now();
        match &credential {
            Credential::Nothing => {}
            Credential::Invitation(secret, expires) => {
                event.set("method", "invitation");
                event.set("expires", seconds_text(*expires));
                password::invite(tx, &row.id, secret, (now, *expires))?;
            }
            Credential::Password(new) => {
                event.set("method", "password");
                replace_by = password::set_initial(tx, row, new, now)?;
            }
            Credential::Hash(new) => {
                event.set("method", "hash");
                password::import_hash(tx, row, new, now)?;
            }
        }
        Ok(())
    })?;
    ctx.answer(&answered(ctx, &made, &credential, replace_by))
}

fn new(args: &Args, ctx: &Context) -> Result<NewAccount> {
    let email = args.email.as_deref().map(EmailAddress::new).transpose()?;
    if email.is_none() && args.kind == Kinds::Person {
        return Err(Error::usage("a person needs an e-mail address").hint(
            "give it with `--email ADDRESS`, or make a service account with `--kind service`",
        ));
    }
    let expires = args.expires.as_deref().map(|typed| {
        let now = ctx.clock.now();
        parse_future(typed, now, &zone(ctx)?)
    });
    Ok(NewAccount {
        name: AccountName::new(&args.name)?,
        email,
        display_name: args.display_name.clone(),
        kind: args.kind.into(),
        region: args.region.as_deref().map(Region::new).transpose()?,
        expires: expires.transpose()?,
        roles: args.role.clone(),
    })
}

/// The password or hash that the flags hand over.
fn typed(args: &Args, ctx: &mut Context) -> Result<Option<Zeroizing<String>>> {
    if !args.hash_stdin {
        return args.password.flags().given(ctx);
    }
    let flags = SecretFlags {
        name: "hash",
        stdin: true.into(),
        file: None,
        descriptor: None,
    };
    flags.given(ctx)
}

/// Hashing takes its time and happens before the transaction.
fn password(
    core: &domain::Context,
    policy: &Policy,
    new: &NewAccount,
    typed: &str,
) -> Result<Credential> {
    let subject = Subject {
        id: None,
        name: Some(new.name.as_str()),
        email: new.email.as_ref().map(EmailAddress::as_str),
        display_name: new.display_name.as_deref(),
        factor: SecondFactor::Missing,
    };
    let text = SecretText::new(typed.to_owned());
    Prepared::hash(core, policy, &subject, &text).map(Credential::Password)
}

fn invitation(core: &domain::Context, ttl: Period) -> Result<Credential> {
    let lasts = ttl.as_duration().map(|ttl| ttl.as_secs());
    if !lasts.is_some_and(|seconds| (60..=LONGEST_INVITE).contains(&seconds)) {
        return Err(Error::usage(format!("an invitation cannot last {ttl}"))
            .hint("give `--invite-ttl` from 1m to 30d"));
    }
    let expires = ttl.after(core.now());
    Ok(Credential::Invitation(Code::new(&core.random)?, expires))
}

fn answered(
    ctx: &Context,
    made: &Changed<Made>,
    credential: &Credential,
    replace_by: Option<Time>,
) -> Answered {
    let row = made.value.row();
    let (name, dry_run) = (safe(&row.name), ctx.flags.dry_run);
    let is_new = matches!(made.value, Made::New(_));
    let first = match replace_by {
        Some(by) => format!(" with a password{}", change_by(Some(by))),
        None => String::new(),
    };
    let (outcome, sentence) = match (&made.value, dry_run) {
        (Made::New(_), false) => ("created", format!("Created `{name}`{first}")),
        (Made::New(_), true) => ("created", format!("Would create `{name}`{first}")),
        (Made::Updated(_), false) => (
            "updated",
            format!("Updated `{name}`, which was there already"),
        ),
        (Made::Updated(_), true) => (
            "updated",
            format!("Would update `{name}`, which is there already"),
        ),
        (Made::Skipped(_), _) => (
            "skipped",
            format!("`{name}` is there already; nothing was changed"),
        ),
    };
    let mut change = ctx
        .change("account-create", sentence)
        .id(&row.id)
        .event(made.event)
        .with("name", row.name.as_str())
        .with("outcome", outcome)
        .with("roles", row.roles.clone())
        .with("change_by", replace_by.map(seconds_text));
    let mut lines = vec![];
    if let (true, Credential::Invitation(code, expires)) = (is_new, credential) {
        let shown = code.shown();
        let code = if dry_run {
            "(generated)"
        } else {
            shown.expose()
        };
        change = change
            .with("code", code)
            .with("expires", seconds_text(*expires));
        lines.push(format!("Code: {code}"));
        lines.push(format!(
            "It sets the password once, by `password redeem`, until {}; it is not shown again",
            seconds_text(*expires)
        ));
    }
    Answered { change, lines }
}
