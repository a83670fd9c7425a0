//! `account import`: accounts from what a platform had before.

mod answer;
mod input;
mod report;

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::domain::moving::format::{Format, Mapping, Names, Options};
use crate::domain::moving::{self, Administrators, OnFault, Plan, Source};
use answer::{answered, tell};
use input::{Input, digest};
use report::Report;

const EXAMPLES: [Example; 5] = [
    Example {
        what: "See what a list would bring, and change nothing",
        line: "optimactl account import people.csv --dry-run",
    },
    Example {
        what: "Take a list whose columns have names of their own",
        line: "printf 'login;mail;shoe\\nkai;kai@mail.example;44\\n' | optimactl account import - --as csv --map shoe=-",
    },
    Example {
        what: "Take the users of a web server",
        line: "printf 'lea:$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/\\n' | optimactl account import - --as htpasswd --role support",
    },
    Example {
        what: "Take what is right, and list what is not",
        line: "optimactl account import people.csv --continue-on-error --if-exists skip --report faults.jsonl",
    },
    Example {
        what: "Take a large file in steps; run again after a crash, it goes on where it was",
        line: "optimactl account import people.csv --batch 10000 --if-exists skip",
    },
];

/// Import accounts from a file of another program
///
/// Reads `csv` (with a header), `jsonl` (what `account export` writes), `htpasswd`, `shadow`, `ldif`, Django's
/// `dumpdata`, a Keycloak realm and SCIM users; without `--as` the content tells which. Password hashes come
/// along as they are and are replaced by argon2id at the next sign-in; passwords in the clear are refused.
///
/// Everything is checked and written in one transaction: one bad row undoes all of it, unless
/// `--continue-on-error` takes the others. While it runs nobody can sign in; `--batch` lets them in between.
/// Names and addresses are unique by their case-folded Unicode form, also within the file.
///
/// What a file says about roles and groups is taken only with `--map roles=roles` and `--map groups=groups`,
/// and a role that permits everything, also by `--role` or `--group`, only with `--administrators`. An account that is there already
/// keeps its password, unless `--map hash=hash` says otherwise.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Usage, Kind::Partial, Kind::Refused, Kind::Conflict, Kind::NoSpace]].concat(),
    &["optimactl account export", "optimactl account history", "optimactl password reset"],
))]
pub(crate) struct Args {
    /// The file (`-` for standard input)
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The format
    #[arg(long = "as", value_enum, value_name = "FORMAT", default_value_t)]
    form: As,
    /// What a column or attribute of the file holds; `-` leaves it out; can be repeated
    ///
    /// Fields: `name`, `email`, `display_name`, `first_name`, `last_name`, `kind`, `region`, `created`, `expires`,
    /// `disabled`, `enabled`, `state`, `locked_until`, `lock_reason`, `last_sign_in`, `roles`, `groups`, `hash`,
    /// `require_change`, `otp` (jsonl only).
    #[arg(long, value_name = "COLUMN=FIELD")]
    map: Vec<String>,
    /// What to do with an account that is there already
    #[arg(long, value_enum, value_name = "HOW", default_value_t)]
    if_exists: IfExists,
    /// A role for every account that is made or changed; can be repeated
    #[arg(long, value_name = "ROLE")]
    role: Vec<String>,
    /// A group for every account that is made or changed; can be repeated
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Let the import give roles that permit everything, by the file, `--role` or `--group`
    #[arg(long)]
    administrators: bool,
    /// Display names for `shadow`: a file in the form of passwd(5)
    #[arg(long, value_name = "FILE")]
    passwd: Option<PathBuf>,
    /// Take the good rows although others are bad
    #[arg(long)]
    continue_on_error: bool,
    /// Write every row that was not simply taken to this file: JSON lines with line, name, outcome, field, error
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Write in transactions of this many rows (1 to 1000000)
    ///
    /// A run that was cut off is taken up where it was, when the same file is imported in the same way.
    #[arg(long, value_name = "ROWS", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    batch: Option<u64>,
    /// Refuse a file with more rows than this
    #[arg(long, value_name = "ROWS", conflicts_with = "batch")]
    max: Option<u64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum As {
    /// What the content looks like
    #[default]
    Auto,
    /// One JSON object a line, as `account export` writes it
    Jsonl,
    /// RFC 4180 with a header; comma, semicolon or tab
    Csv,
    /// `name:hash` of web servers
    Htpasswd,
    /// shadow(5)
    Shadow,
    /// RFC 2849
    Ldif,
    /// `dumpdata auth.User`
    Django,
    /// A realm with its users
    Keycloak,
    /// RFC 7643, as a list or a `ListResponse`
    Scim,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum IfExists {
    /// A bad row; if there are no others, end with 15
    #[default]
    Fail,
    /// Leave it as it is
    Skip,
    /// Write over it what the file says
    Update,
}

impl As {
    const fn format(self) -> Option<Format> {
        Some(match self {
            Self::Auto => return None,
            Self::Jsonl => Format::Jsonl,
            Self::Csv => Format::Csv,
            Self::Htpasswd => Format::Htpasswd,
            Self::Shadow => Format::Shadow,
            Self::Ldif => Format::Ldif,
            Self::Django => Format::Django,
            Self::Keycloak => Format::Keycloak,
            Self::Scim => Format::Scim,
        })
    }
}

impl From<IfExists> for moving::IfExists {
    fn from(how: IfExists) -> Self {
        match how {
            IfExists::Fail => Self::Fail,
            IfExists::Skip => Self::Skip,
            IfExists::Update => Self::Update,
        }
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let mapping = Mapping::parse(&args.map)?;
    let names = names(args)?;
    let mut input = Input::open(ctx, &args.file)?;
    let format = match args.form.format() {
        Some(format) => format,
        None => input.guess()?,
    };
    if args.form == As::Auto {
        ctx.ui.note(&format!("taken as `{}`", format.as_str()));
    }
    let sha256 = match args.batch {
        Some(_) if input.is_file => Some(digest(&args.file)?),
        _ => None,
    };
    let options = Options {
        mapping,
        names,
        now: ctx.clock.now(),
    };
    let plan = plan(args, format, options);
    let source = Source {
        name: input.name,
        from: Box::new(input.from),
        bytes: input.bytes,
        sha256,
    };
    let mut meter = Meter::new(ctx, "importing", Unit::Items);
    let core = ctx.open()?;
    let mut report = args
        .report
        .as_deref()
        .map(|path| Report::create(ctx, path))
        .transpose()?;
    let done = moving::import(
        &core,
        source,
        &plan,
        &mut |outcome| {
            report
                .as_mut()
                .map_or(Ok(()), |report| report.tell(outcome))
        },
        &mut |progress| meter.report(progress),
    );
    drop(meter);
    // The list of faults is wanted most when there are too many of them.
    let listed = report.map_or(Ok(()), Report::finish);
    let tally = done?;
    listed?;
    tell(ctx, args, &tally);
    let partial = (tally.failed > 0).then_some(Kind::Partial);
    ctx.answer_with(&answered(ctx, format, &tally), partial)
}

fn plan(args: &Args, format: Format, options: Options) -> Plan {
    Plan {
        format,
        options: Arc::new(options),
        if_exists: args.if_exists.into(),
        on_fault: if args.continue_on_error {
            OnFault::Continue
        } else {
            OnFault::Undo
        },
        roles: args.role.clone(),
        groups: args.group.clone(),
        batch: args.batch,
        max: args.max,
        administrators: if args.administrators {
            Administrators::Take
        } else {
            Administrators::Refuse
        },
    }
}

fn names(args: &Args) -> Result<Names> {
    let Some(path) = &args.passwd else {
        return Ok(Names::default());
    };
    if !matches!(args.form, As::Auto | As::Shadow) {
        return Err(Error::usage("`--passwd` belongs to `--as shadow`"));
    }
    let file = File::open(path).map_err(|error| Error::io("open", path, &error))?;
    Names::read(&mut BufReader::new(file))
}
