//! `account export`: accounts for other programs, or for another store.

use std::io::{BufWriter, Write};
use std::path::Path;

use clap::ValueEnum;

use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::cli::select::read_filter;
use crate::cli::stream::Pipe;
use crate::crypto::wrap::{self, Recipient};
use crate::domain;
use crate::domain::moving::{Exported, Form, Secrets, Wanted, export, record};
use crate::store::file::{self, Existing};
use crate::store::partial::Partial;

const EXAMPLES: [Example; 4] = [
    Example {
        what: "Print every account as a line of JSON",
        line: "optimactl account export --as jsonl",
    },
    Example {
        what: "Write a table of those who hold a role",
        line: "optimactl account export --as csv --filter 'role=support' --output support.csv",
    },
    Example {
        what: "Hand the users to another program",
        line: "optimactl account export --as scim --output users.json",
    },
    Example {
        what: "Move with passwords: only the holder of the key can read the file",
        line: "optimactl account export --as jsonl --with-hashes --recipient age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj --reason 'move to the new site' --output accounts.jsonl.age # ends with 3",
    },
];

/// Export accounts, sorted by name
///
/// `jsonl` is taken back by `account import` with all it holds. Removed accounts stay behind; so do sessions,
/// tokens and, without `--with-hashes`, whatever accounts sign in with. Hashes and second factors leave only
/// encrypted to a recipient (stock `age` opens the file), and only with a reason. A hash that was made with
/// this store's pepper verifies nowhere else: it is left out and counted. The export is recorded in the log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Refused, Kind::Conflict, Kind::NoSpace]].concat(),
    &["optimactl account import", "optimactl account list"],
))]
pub(crate) struct Args {
    /// The form
    #[arg(long = "as", value_enum, value_name = "FORM")]
    form: As,
    /// Only accounts that match: `role=admin and 2fa=none`
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Password hashes and second factors, too; for `jsonl` and, without second factors, `csv`
    #[arg(long, requires = "recipient")]
    with_hashes: bool,
    /// Encrypt to this recipient: `age1…`, `ssh-ed25519 …`; can be repeated
    #[arg(long, value_name = "RECIPIENT")]
    recipient: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum As {
    /// One JSON object a line: for `account import`
    Jsonl,
    /// A header and rows, RFC 4180; cells that a spreadsheet would run begin with `'`
    Csv,
    /// A `ListResponse`, RFC 7644
    Scim,
    /// RFC 2849, below `ou=people`
    Ldif,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let form = form(args)?;
    let recipients: Vec<Recipient> = args
        .recipient
        .iter()
        .map(|text| Recipient::parse(text))
        .collect::<Result<_>>()?;
    let filter = args
        .filter
        .as_deref()
        .map(|typed| read_filter(ctx, typed))
        .transpose()?;
    let target = ctx.target(Some(Path::new("-")))?;
    if args.with_hashes {
        let reason = ask::reason(ctx)?;
        ctx.flags.reason = Some(reason);
    }
    let wanted = Wanted {
        form,
        filter,
        typed: args.filter.clone(),
        secrets: if args.with_hashes {
            Secrets::Taken
        } else {
            Secrets::Left
        },
        recipients: recipients.iter().map(Recipient::fingerprint).collect(),
    };
    let mut meter = Meter::new(ctx, "exporting", Unit::Items);
    let core = ctx.open()?;
    let path = match target {
        Target::File(path) => path,
        // A dry run has no event, and is not asked for a code: nothing leaves the store by it.
        Target::Stdout if core.dry_run() => {
            return ctx.answer(&ctx.change("account-export", "Would export to standard output"));
        }
        Target::Stdout => {
            record(&core, &wanted)?;
            let done = write(&core, &wanted, &recipients, Pipe::stdout(), &mut meter)?.1;
            drop(meter);
            tell(ctx, &done);
            return Ok(Exit::OK);
        }
    };
    if core.dry_run() {
        return ctx.answer(&ctx.change(
            "account-export",
            format!("Would export to {}", path.display()),
        ));
    }
    record(&core, &wanted)?;
    let done = to_file(
        &core,
        &wanted,
        &recipients,
        (&path, ctx.existing()),
        &mut meter,
    )?;
    drop(meter);
    tell(ctx, &done);
    answer(ctx, &done, &path, &recipients)
}

fn form(args: &Args) -> Result<Form> {
    let form = match args.form {
        As::Jsonl => Form::Jsonl,
        As::Csv => Form::Csv,
        As::Scim => Form::Scim,
        As::Ldif => Form::Ldif,
    };
    if args.with_hashes && !matches!(form, Form::Jsonl | Form::Csv) {
        return Err(
            Error::usage(format!("`{}` has no place for hashes", form.as_str()))
                .hint("export them with `--as jsonl`"),
        );
    }
    Ok(form)
}

fn answer(ctx: &Context, done: &Exported, path: &Path, recipients: &[Recipient]) -> Result<Exit> {
    let mut sentence = format!(
        "Exported {} to {}",
        count(done.accounts, "account"),
        path.display()
    );
    if done.peppered > 0 {
        sentence = format!(
            "{sentence}; {} left out, made with this store's own pepper: no other store can verify them",
            password_count(done.peppered)
        );
    }
    ctx.answer_with(
        &ctx.change("account-export", sentence)
            .with("accounts", done.accounts)
            .with("hashes", done.hashes)
            .with("hashes_left", done.peppered)
            .with("second_factors", done.factors)
            .with("second_factors_left", done.factors_left)
            .with("restricted_left", done.restricted)
            .with("encrypted", !recipients.is_empty())
            .with("file", path.display().to_string()),
        (done.peppered > 0).then_some(Kind::Partial),
    )
}

fn password_count(number: u64) -> String {
    if number == 1 {
        "1 hash".to_owned()
    } else {
        format!("{number} hashes")
    }
}

/// Writes the export, encrypted where there are recipients; gives the writer back.
fn write<W: Write>(
    core: &domain::Context,
    wanted: &Wanted,
    recipients: &[Recipient],
    out: W,
    meter: &mut Meter,
) -> Result<(W, Exported)> {
    let mut out = BufWriter::with_capacity(256 * 1024, out);
    let mut report = |progress| meter.report(progress);
    let done = if recipients.is_empty() {
        export(core, wanted, &mut out, &mut report)?
    } else {
        let mut sealed = wrap::encrypt_stream(recipients, &mut out)?;
        let done = export(core, wanted, &mut sealed, &mut report)?;
        sealed.finish().map_err(|error| unwritable(&error))?;
        done
    };
    let out = out
        .into_inner()
        .map_err(|error| unwritable(error.error()))?;
    Ok((out, done))
}

fn unwritable(error: &std::io::Error) -> Error {
    let kind = match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Kind::NoSpace,
        _ => Kind::Failed,
    };
    Error::new(kind, "the export cannot be written").because(error)
}

/// Written beside and renamed: a half-written export never has the name of a whole one.
fn to_file(
    core: &domain::Context,
    wanted: &Wanted,
    recipients: &[Recipient],
    (path, existing): (&Path, Existing),
    meter: &mut Meter,
) -> Result<Exported> {
    let (partial, out) = Partial::create(path)?;
    let (out, done) = write(core, wanted, recipients, out, meter)?;
    file::sync(&out, path)?;
    partial.place(existing)?;
    Ok(done)
}

/// What did not go along, so that nobody finds out when the old store is gone.
fn tell(ctx: &Context, done: &Exported) {
    if done.peppered > 0 {
        ctx.ui.note(&format!(
            "{} left out: made with this store's pepper, they verify nowhere else; give their holders codes there with `optimactl password reset`",
            if done.peppered == 1 { "1 hash was".to_owned() } else { format!("{} hashes were", done.peppered) }
        ));
    }
    if done.restricted > 0 {
        ctx.ui.note(&format!(
            "{} left out, because their data are only stored: see `optimactl restriction list`",
            count(done.restricted, "account")
        ));
    }
    if done.factors_left > 0 {
        ctx.ui.note(&format!(
            "{} left behind; they go along with `--with-hashes`",
            count(done.factors_left, "second factor")
        ));
    }
}
