//! `2fa import`: factors that people have in their apps already.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use data_encoding::HEXLOWER;
use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::cli::render::{self, Answer, View};
use crate::crypto::seal::sha256;
use crate::domain::two_factor::import::{self, Form, Imported, Outcome, Row, Source};
use crate::store::file::{self, Existing};

/// The longest file, in bytes: a million factors with room to spare.
const LIMIT: u64 = 512 * 1024 * 1024;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Look at what a list of addresses would do",
        line: "echo 'otpauth://totp/Old:tom?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' | optimactl 2fa import - --dry-run",
    },
    Example {
        what: "Take over what Authelia exported; people who have a factor keep theirs",
        line: "printf 'issuer,username,algorithm,digits,period,secret\\nOld,tom,SHA1,6,30,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\\n' >export.csv; chmod 600 export.csv; optimactl 2fa import export.csv --as authelia --if-exists skip --report report.csv",
    },
];

/// Take over second factors from another system
///
/// Reads `otpauth://` addresses (one a line; `NAME`, a tab and the address where the label does not name the
/// account), the YAML or CSV of `authelia storage user totp export`, and one-time-code credentials in a
/// Keycloak export of a realm or of users. Accounts must exist. The factors are active at once; codes that were
/// shown before the import are refused, and there are no recovery codes until
/// `optimactl 2fa recovery new` makes them. All rows or none: one wrong row, and nothing changes. SHA1, SHA256
/// and SHA512, 6 to 8 digits, periods of 15 to 300 seconds, secrets from 80 bits. A file that holds secrets must
/// be readable by its owner only; at most 512 MiB.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Conflict]].concat(),
    &["optimactl 2fa status", "optimactl account list"],
))]
pub(crate) struct Args {
    /// The file; `-` for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// How it is written
    #[arg(long = "as", value_enum, value_name = "FORM", default_value_t)]
    form: As,
    /// What happens to an account that has a factor already
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    if_exists: IfExists,
    /// Write what became of every row to this file, as CSV without secrets
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum As {
    /// By what stands in the file
    #[default]
    Auto,
    Otpauth,
    Authelia,
    Keycloak,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum IfExists {
    #[default]
    Fail,
    Skip,
    /// The new factor stands beside those it has
    Add,
}

#[derive(Serialize)]
struct Answered {
    what: String,
    form: &'static str,
    imported: usize,
    known: usize,
    skipped: usize,
    /// Secrets with fewer than 128 bits.
    short: usize,
    event: Option<u64>,
    dry_run: bool,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "2fa-import"
    }

    fn view(&self) -> View {
        let event = self.event.filter(|_| !self.dry_run);
        let event = event.map(|event| format!(" (event {event})"));
        View::Lines(vec![format!("{}{}", self.what, event.unwrap_or_default())])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    if let Some(report) = &args.report {
        refuse_existing(ctx, report)?;
    }
    let text = if args.file == "-" {
        let input = ctx.stdin.take("2fa import -")?;
        file_guard::bounded_growing(input, LIMIT, "standard input")?
    } else {
        let path = Path::new(&args.file);
        file_guard::private(path)?;
        let opened = std::fs::File::open(path).map_err(|error| Error::io("open", path, &error))?;
        file_guard::bounded_growing(opened, LIMIT, &format!("`{}`", path.display()))?
    };
    let form = form(args.form, &text)?;
    let digest = HEXLOWER.encode(&sha256(text.as_bytes()));
    let parsed = import::parse(form, &text);
    drop(text);
    let core = ctx.open()?;
    let source = Source {
        form,
        digest: &digest,
        parsed,
        if_exists: match args.if_exists {
            IfExists::Fail => import::IfExists::Fail,
            IfExists::Skip => import::IfExists::Skip,
            IfExists::Add => import::IfExists::Add,
        },
    };
    let done = import::import(&core, &source)?;
    drop(core);
    if let Some(report) = &args.report {
        write_report(ctx, report, &done)?;
    }
    answer(ctx, form, done)
}

fn form(asked: As, text: &str) -> Result<Form> {
    match asked {
        As::Otpauth => Ok(Form::Otpauth),
        As::Authelia => Ok(Form::Authelia),
        As::Keycloak => Ok(Form::Keycloak),
        As::Auto => Form::guess(text)
            .ok_or_else(|| Error::usage("the file is empty").hint("name one that holds factors")),
    }
}

fn answer(ctx: &Context, form: Form, done: Imported) -> Result<Exit> {
    if let Some(refused) = done.refused {
        return Err(refused);
    }
    let number = |is: fn(&Row) -> bool| done.rows.iter().filter(|row| is(row)).count();
    let imported = number(|row| matches!(row.outcome, Outcome::Imported(_)));
    let known = number(|row| row.outcome == Outcome::Known);
    let skipped = number(|row| row.outcome == Outcome::Skipped);
    let short = number(|row| row.short && matches!(row.outcome, Outcome::Imported(_)));
    let verb = if ctx.flags.dry_run {
        "Would import"
    } else {
        "Imported"
    };
    let counted = |n: usize, noun: &str| count(i128::try_from(n).unwrap_or_default(), noun);
    let what = format!(
        "{verb} {}; {known} there already, {skipped} skipped",
        counted(imported, "second factor")
    );
    if short > 0 {
        ctx.ui.warn(&format!(
            "{} fewer than the 128 bits that RFC 4226 asks for: let the holders enroll again",
            if short == 1 {
                "1 secret has".to_owned()
            } else {
                format!("{short} secrets have")
            }
        ));
    }
    if imported > 0 {
        ctx.ui.hint(
            "imported factors have no recovery codes: make them with `optimactl 2fa recovery new`",
        );
    }
    ctx.answer(&Answered {
        what,
        form: form.as_str(),
        imported,
        known,
        skipped,
        short,
        event: done.event,
        dry_run: ctx.flags.dry_run,
    })
}

fn refuse_existing(ctx: &Context, path: &Path) -> Result<()> {
    if path.symlink_metadata().is_ok() && !ctx.flags.overwrite {
        return Err(
            Error::conflict(format!("`{}` exists already", path.display()))
                .hint("replace it with `--overwrite`"),
        );
    }
    Ok(())
}

fn write_report(ctx: &Context, path: &Path, done: &Imported) -> Result<()> {
    let line = |cells: [&str; 4]| render::csv_line(&cells);
    let mut text = line(["line", "account", "outcome", "detail"])?;
    for row in &done.rows {
        // A refused import changed nothing, also where the row itself was right.
        let (outcome, detail) = match &row.outcome {
            Outcome::Imported(_) if done.refused.is_some() => ("not-imported", ""),
            Outcome::Imported(_) if ctx.flags.dry_run => ("would-import", ""),
            Outcome::Imported(factor) => ("imported", factor.as_str()),
            Outcome::Known => ("known", ""),
            Outcome::Skipped => ("skipped", ""),
            Outcome::Failed(why) => ("failed", why.as_str()),
        };
        text.push_str(&line([
            &row.line.to_string(),
            &row.account,
            outcome,
            detail,
        ])?);
    }
    let existing = if ctx.flags.overwrite {
        Existing::Replace
    } else {
        Existing::Refuse
    };
    file::write_output(path, text.as_bytes(), existing)
}
