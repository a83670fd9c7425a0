//! `request build`: the bundle, encrypted to the person.

use std::path::PathBuf;

use serde::Serialize;

use super::shared;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::{did_you_mean, safe};
use crate::cli::context::{Context, Exit};
use crate::cli::controller::controller;
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::cli::{secret_input, sources};
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::Recipient;
use crate::domain::bundle::words;
use crate::domain::records;
use crate::domain::request::build::{self, Built, Lock, Order};
use crate::domain::source::Source;
use crate::store::file::Existing;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Build the bundle for a person who has an age key",
        line: "optimactl request build R-2026-0002 --recipient age16cae73yeeu0gqzhweg8yv75mf6kcmkmpc4t2t4uxdwqhzt6q2ugsj70rk3 --output bundles",
    },
    Example {
        what: "Build it with a passphrase that is shown once",
        line: "optimactl request build R-2026-0002 --passphrase --output bundles",
    },
    Example {
        what: "Build it for a person who has no age: an encrypted zip",
        line: "optimactl request build R-2026-0002 --zip-aes --output bundles",
    },
];

/// Build the bundle that answers a request
///
/// A BagIt bag in one file: a page to read, JSON, CSV, vCard, the text of Art. 15 and what is not included. As a tar
/// encrypted with age, which `age -d FILE | tar x` opens, or as a zip with AES-256 (AE-2), which 7-Zip opens.
/// `sha256sum -c manifest-sha256.txt` checks it. In the clear it never touches the disk; secrets and other people's
/// data are not in it. Each data source of the configuration is asked, too; one that fails stops the build (exit 16).
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("lock").required(true).multiple(true))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict, Kind::Remote]].concat(),
    &["optimactl request verify", "optimactl request deliver"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// Whom to encrypt to: `age1…` or an ssh public key; can be repeated
    #[arg(long, value_name = "RECIPIENT", group = "lock",
        conflicts_with_all = ["passphrase", "new_passphrase_file", "zip_aes"])]
    recipient: Vec<String>,
    /// Encrypt with a generated passphrase, shown once
    #[arg(long, group = "lock", conflicts_with_all = ["new_passphrase_file", "zip_aes"])]
    passphrase: bool,
    /// Make an encrypted zip (AES-256) instead, for people without age; its passphrase is generated and shown once,
    /// unless a file has it; names and sizes of the files in it stay readable
    #[arg(long, group = "lock")]
    zip_aes: bool,
    /// Encrypt with the passphrase in this file
    #[arg(long, value_name = "FILE", group = "lock")]
    new_passphrase_file: Option<PathBuf>,
    /// Leave out a data source that does not answer; the bundle says so; may repeat
    #[arg(long, value_name = "NAME")]
    without: Vec<String>,
}

#[derive(Serialize)]
struct Answered {
    reference: String,
    file: String,
    dry_run: bool,
    number: Option<u32>,
    bytes: Option<u64>,
    files: usize,
    file_sha256: Option<String>,
    manifest_sha256: Option<String>,
    recipient: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    passphrase: Option<String>,
    event: Option<u64>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "request-build"
    }

    fn view(&self) -> View {
        if self.dry_run {
            return View::Lines(vec![format!(
                "Would build the bundle of {} as {}",
                self.reference, self.file
            )]);
        }
        let event = self.event.map(|event| format!(" (event {event})"));
        let mut lines = vec![
            format!(
                "Built the bundle of {} with {} files{}",
                self.reference,
                self.files,
                event.unwrap_or_default()
            ),
            format!("File: {}", self.file),
            format!(
                "SHA-256: {}",
                self.file_sha256.as_deref().unwrap_or_default()
            ),
        ];
        if let Some(passphrase) = &self.passphrase {
            lines.push(format!("Passphrase, shown only now: {passphrase}"));
            lines.push("Send it on another way than the file".to_owned());
        }
        lines.push(format!(
            "Next: {}",
            shared::line("deliver", &self.reference)
        ));
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let folder = folder(ctx)?;
    let controller = controller(ctx);
    let sources = sources::declared(ctx)?;
    require_known(&args.without, &sources)?;
    let (lock, shown) = lock(args, ctx)?;
    let core = ctx.open()?;
    let order = Order {
        folder: &folder,
        existing: if ctx.flags.overwrite {
            Existing::Replace
        } else {
            Existing::Refuse
        },
        lock: &lock,
        controller: &controller,
        sources: &sources,
        without: &args.without,
    };
    let built = build::build(&core, &args.request, &order)?;
    let gaps = records::register(&core, &controller, &sources)?
        .missing
        .len();
    drop(core);
    if gaps > 0 && built.bundle.is_some() {
        ctx.ui.warn(
            "the text of Art. 15 in it says `NOT STATED` somewhere: see `optimactl records check`",
        );
    }
    ctx.answer(&answered(built, shown.as_ref()))
}

fn answered(built: Built, passphrase: Option<&SecretText>) -> Answered {
    let bundle = built.bundle.as_ref();
    Answered {
        file: built.path.display().to_string(),
        dry_run: bundle.is_none(),
        number: bundle.map(|row| row.number),
        bytes: bundle.map(|row| row.bytes),
        files: built.files,
        file_sha256: bundle.map(|row| row.file_sha256.clone()),
        manifest_sha256: bundle.map(|row| row.manifest_sha256.clone()),
        recipient: bundle.map(|row| row.recipient.clone()),
        passphrase: passphrase.map(|text| match bundle {
            Some(_) => text.expose().to_owned(),
            None => "(generated)".to_owned(),
        }),
        event: built.event,
        reference: built.reference,
    }
}

fn folder(ctx: &Context) -> Result<PathBuf> {
    match &ctx.flags.output {
        Some(path) if path.as_os_str() == "-" => Err(Error::usage(
            "a bundle goes into a folder, not to standard output",
        )
        .hint("name the folder with `--output DIR`")),
        Some(path) => Ok(path.clone()),
        None => Err(Error::usage("it is not said where the bundle goes")
            .hint("name the folder with `--output DIR`")),
    }
}

/// A zip makes each try at its passphrase cheap: one that a person thought up must be longer for it.
const LEAST_FOR_ZIP: usize = 20;

fn lock(args: &Args, ctx: &Context) -> Result<(Lock, Option<SecretText>)> {
    let lock = if args.zip_aes {
        Lock::Zip
    } else {
        Lock::Passphrase
    };
    if let Some(path) = &args.new_passphrase_file {
        let text = secret_input::new_passphrase(path)?;
        if args.zip_aes {
            require_for_zip(&text)?;
        }
        return Ok((lock(text), None));
    }
    if args.passphrase || args.zip_aes {
        let text = words::passphrase(&ctx.random())?;
        return Ok((lock(text.duplicate()), Some(text)));
    }
    let recipients = args.recipient.iter().map(|text| Recipient::parse(text));
    Ok((Lock::Recipients(recipients.collect::<Result<_>>()?), None))
}

/// Programs do not agree on how other letters become the bytes of a key.
fn require_for_zip(text: &SecretText) -> Result<()> {
    let (text, hint) = (
        text.expose(),
        "leave `--new-passphrase-file` out: six words are generated",
    );
    if text.len() < LEAST_FOR_ZIP {
        return Err(Error::refused(format!(
            "the new passphrase has fewer than {LEAST_FOR_ZIP} characters, and a zip lets them be tried fast"
        ))
        .hint(hint));
    }
    if text.bytes().any(|byte| !matches!(byte, b' '..=b'~')) {
        return Err(Error::refused(
            "the new passphrase has characters that not every program for zip files types alike",
        )
        .hint(hint));
    }
    Ok(())
}

/// A source that is left out by a name that none has would be in the answer.
fn require_known(names: &[String], sources: &[Source]) -> Result<()> {
    let known = || sources.iter().map(|source| source.name.as_str());
    let Some(strange) = names
        .iter()
        .find(|name| !known().any(|known| known == name.as_str()))
    else {
        return Ok(());
    };
    let error = Error::usage(format!("there is no data source `{}`", safe(strange)));
    Err(error.hint(
        did_you_mean(strange, known())
            .unwrap_or_else(|| "see `optimactl records show` for all".to_owned()),
    ))
}
