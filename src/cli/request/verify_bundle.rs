//! `request verify-bundle`: whether a file is a whole bundle, and which one.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::cli::render::{Answer, View};
use crate::cli::secret_input::{FILE_LIMIT, LIMIT, without_newline};
use crate::crypto::secret::SecretText;
use crate::crypto::wrap;
use crate::domain::bundle::verify::{self, Checked, Form, Keys};
use crate::domain::request::origin::{self, Built, Origin};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Is this the file that was built, and did it go out?",
        line: "optimactl request verify-bundle built/bundle-R-2026-0004-1.tar.age",
    },
    Example {
        what: "Look inside, too: with the passphrase, or with the person's key and `--bundle-identity`",
        line: "optimactl request verify-bundle built/bundle-R-2026-0004-1.tar.age --bundle-passphrase-file passphrase.txt",
    },
];

/// Check a bundle: whole, unchanged, and of which request
///
/// Opened with a key or passphrase, or as the folder or tar that somebody unpacked, every file is held against the
/// manifests (RFC 8493) and the answer against its schema. With a store, its digests are held against what was built.
/// Either is possible without the other: what could not be checked is said. Ends with 13 when something is damaged,
/// changed or another's, and with 4 when this store did not build it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Findings, Kind::Refused, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity],
    &["optimactl request build", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The bundle: `.tar.age`, `.zip`, `.tar`, or the folder that it was unpacked to
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// An identity file that opens the bundle; can be repeated. Without it those of `--identity` are tried
    #[arg(long, value_name = "FILE", conflicts_with = "bundle_passphrase_file")]
    bundle_identity: Vec<PathBuf>,
    /// A file with the passphrase that opens the bundle
    #[arg(long, value_name = "FILE")]
    bundle_passphrase_file: Option<PathBuf>,
}

#[derive(Serialize)]
struct Answered {
    file: String,
    form: &'static str,
    /// `whole`, or `not-checked`.
    content: &'static str,
    /// `same-file`, `same-content`, `unknown`, or `not-checked`.
    origin: &'static str,
    reference: Option<String>,
    number: Option<u32>,
    profile: Option<String>,
    files: Option<usize>,
    bytes: Option<u64>,
    file_sha256: Option<String>,
    manifest_sha256: Option<String>,
    built: Option<String>,
    recipient: Option<String>,
    channel: Option<String>,
    delivered: Option<String>,
    notes: Vec<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "request-verify-bundle"
    }

    fn view(&self) -> View {
        let whole = self.files.zip(self.bytes).map(|(files, bytes)| {
            format!(
                "whole: {}, {} of payload, every digest right, the answer fits its schema",
                count(u64::try_from(files).unwrap_or_default(), "file"),
                count(bytes, "byte")
            )
        });
        let origin = match self.origin {
            "same-file" => "the very file that this store built",
            "same-content" => "the content that this store built, in another file",
            "unknown" => "this store did not build it",
            _ => "not checked",
        };
        let delivered = self
            .delivered
            .as_ref()
            .map(|at| format!("{at} ({})", self.channel.as_deref().unwrap_or_default()));
        let known = self.built.is_some();
        let fields = [
            ("file", Some(format!("{} ({})", self.file, self.form))),
            (
                "bundle",
                self.reference
                    .as_ref()
                    .map(|reference| format!("{reference}-{}", self.number.unwrap_or_default())),
            ),
            (
                "content",
                Some(whole.unwrap_or_else(|| "not checked".to_owned())),
            ),
            ("origin", Some(origin.to_owned())),
            ("built", self.built.clone()),
            ("encrypted to", self.recipient.clone()),
            (
                "delivered",
                delivered.or_else(|| known.then(|| "not yet".to_owned())),
            ),
            ("manifest", self.manifest_sha256.clone()),
        ];
        let present = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        View::Parts(vec![
            View::Record(present.collect()),
            View::Lines(self.notes.clone()),
        ])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let path = args.file.as_path();
    let form = Form::of(path)?;
    let keys = keys(args, ctx, form)?;
    let content = verify::content(path, form, &keys)?;
    let digest = match form {
        Form::Folder => None,
        _ => Some(origin::digest(path)?),
    };
    let mut notes = vec![];
    if content.is_none() {
        notes.push(
            "The content was not checked: nothing given opens it (`--bundle-identity`, `--bundle-passphrase-file`)"
                .to_owned(),
        );
    }
    let origin = match found(ctx, digest.as_deref(), content.as_ref()) {
        Ok(origin) => Some(origin),
        // Whoever got a bundle has no store; what one has that does not open is told, too.
        Err(error) if is_absent(&error) => {
            notes.push(format!(
                "Whether it was built here was not checked: {}",
                error.message
            ));
            None
        }
        Err(error) => return Err(error),
    };
    if origin.is_none() && content.is_none() {
        return Err(Error::refused("there is nothing to check the bundle with")
            .hint("give what opens it with `--bundle-identity` or `--bundle-passphrase-file`, or the store that built it"));
    }
    let kind = (origin == Some(Origin::Unknown)).then_some(Kind::Findings);
    let answered = answered((path, form), digest, (content, origin), notes);
    ctx.answer_with(&answered, kind)
}

fn is_absent(error: &Error) -> bool {
    matches!(error.kind, Kind::NoStore | Kind::WrongKey)
}

fn found(ctx: &mut Context, digest: Option<&str>, content: Option<&Checked>) -> Result<Origin> {
    let core = ctx.open()?;
    origin::of(&core, digest, content)
}

fn answered(
    (path, form): (&Path, Form),
    file_sha256: Option<String>,
    (content, origin): (Option<Checked>, Option<Origin>),
    notes: Vec<String>,
) -> Answered {
    let word = match &origin {
        Some(Origin::Same(_)) => "same-file",
        Some(Origin::Content(_)) => "same-content",
        Some(Origin::Unknown) => "unknown",
        None => "not-checked",
    };
    let built: Option<Built> = match origin {
        Some(Origin::Same(built) | Origin::Content(built)) => Some(built),
        _ => None,
    };
    let content = content.as_ref();
    let row = built.as_ref().map(|built| &built.bundle);
    Answered {
        file: path.display().to_string(),
        form: form.as_str(),
        content: if content.is_some() {
            "whole"
        } else {
            "not-checked"
        },
        origin: word,
        reference: built
            .as_ref()
            .map(|built| built.reference.clone())
            .or_else(|| content.map(|content| content.reference.clone())),
        number: row
            .map(|row| row.number)
            .or_else(|| content.map(|content| content.number)),
        profile: content.map(|content| content.profile.clone()),
        files: content.map(|content| content.files),
        bytes: content.map(|content| content.bytes),
        file_sha256,
        manifest_sha256: content
            .map(|content| content.manifest_sha256.clone())
            .or_else(|| row.map(|row| row.manifest_sha256.clone())),
        built: row.map(|row| seconds_text(row.built)),
        recipient: row.map(|row| row.recipient.clone()),
        channel: row.and_then(|row| row.channel.clone()),
        delivered: row.and_then(|row| row.delivered).map(seconds_text),
        notes,
    }
}

/// What opens the bundle. The store's own identity seldom does: only one that was named is tried.
fn keys(args: &Args, ctx: &Context, form: Form) -> Result<Keys> {
    if let Some(path) = &args.bundle_passphrase_file {
        file_guard::private(path)?;
        let text = without_newline(file_guard::read_text(path, LIMIT)?);
        return Ok(Keys {
            passphrase: Some(SecretText::new(text.to_string())),
            ..Keys::default()
        });
    }
    let own = args.bundle_identity.as_slice();
    let named = if own.is_empty() {
        ctx.flags.identity.as_slice()
    } else {
        own
    };
    let mut keys = Keys::default();
    if form != Form::Age {
        return Ok(keys);
    }
    for path in named {
        file_guard::private(path)?;
        let text = SecretText::new(file_guard::read_text(path, FILE_LIMIT)?.to_string());
        let origin = format!("`{}`", path.display());
        keys.identities
            .extend(wrap::parse_identities(&text, &origin)?);
    }
    Ok(keys)
}
