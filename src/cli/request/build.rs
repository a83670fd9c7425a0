//! `request build`: the bundle, encrypted to the person.

use std::path::PathBuf;

use serde::Serialize;

use super::shared;
use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::cli::secret_input;
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::Recipient;
use crate::domain::bundle::{Controller, words};
use crate::domain::request::build::{self, Built, Lock, Order};
use crate::store::file::Existing;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Build the bundle for a person who has an age key",
        line: "optimactl request build R-2026-0002 --recipient age16cae73yeeu0gqzhweg8yv75mf6kcmkmpc4t2t4uxdwqhzt6q2ugsj70rk3 --output bundles",
    },
    Example {
        what: "Build it with a passphrase that is shown once",
        line: "optimactl request build R-2026-0002 --passphrase --output bundles",
    },
];

/// Build the bundle that answers a request
///
/// A BagIt bag in one tar file, encrypted with age: a page to read, JSON, CSV, vCard, the text of Art. 15 and
/// what is not included. `age -d FILE | tar x` opens it, `sha256sum -c manifest-sha256.txt` checks it. In the
/// clear it never touches the disk; secrets and other people's data are not in it.
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("lock").required(true).multiple(false))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl request verify", "optimactl request deliver"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// Whom to encrypt to: `age1…` or an ssh public key; can be repeated
    #[arg(long, value_name = "RECIPIENT", group = "lock")]
    recipient: Vec<String>,
    /// Encrypt with a generated passphrase, shown once
    #[arg(long, group = "lock")]
    passphrase: bool,
    /// Encrypt with the passphrase in this file
    #[arg(long, value_name = "FILE", group = "lock")]
    new_passphrase_file: Option<PathBuf>,
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
    };
    let built = build::build(&core, &args.request, &order)?;
    drop(core);
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

fn lock(args: &Args, ctx: &Context) -> Result<(Lock, Option<SecretText>)> {
    if let Some(path) = &args.new_passphrase_file {
        return Ok((Lock::Passphrase(secret_input::new_passphrase(path)?), None));
    }
    if args.passphrase {
        let text = words::passphrase(&ctx.random())?;
        return Ok((Lock::Passphrase(text.duplicate()), Some(text)));
    }
    let recipients = args.recipient.iter().map(|text| Recipient::parse(text));
    Ok((Lock::Recipients(recipients.collect::<Result<_>>()?), None))
}

fn controller(ctx: &Context) -> Controller {
    let text = |name: &str| ctx.settings.text(name).map(str::to_owned);
    let list = |name: &str| ctx.settings.list(name).to_vec();
    Controller {
        name: text("controller.name"),
        contact: text("controller.contact"),
        authority: text("controller.authority"),
        purposes: list("processing.purposes"),
        recipients: list("processing.recipients"),
        retention: text("processing.retention"),
        sources: list("processing.sources"),
        automated: text("processing.automated"),
    }
}
