//! `audit anchor create`: a checkpoint as a file, a mail, a line of syslog or a request for a time-stamp.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;

use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::render::{Answer, View};
use crate::cli::ui;
use crate::domain::audit::anchor::{Created, Kind, Mail, create};
use crate::store::file;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "A mail to somebody outside, handed to the mail system",
        line: "optimactl audit anchor create --as mail --from audit@example.org --to auditor@example.com | cat # instead of cat: sendmail -t",
    },
    Example {
        what: "A line for the log server",
        line: "optimactl audit anchor create --as syslog --output anchor.log --overwrite",
    },
    Example {
        what: "A request to a time-stamp authority; the checkpoint goes to log.tsq.checkpoint",
        line: "optimactl audit anchor create --as rfc3161 --output log.tsq --overwrite",
    },
];

/// Write a checkpoint in a form that leaves this machine
///
/// Nothing is sent: the file, the mail (RFC 5322), the line of syslog (RFC 5424) or the request (RFC 3161) is written,
/// and you hand it on. That it was written is recorded: `audit verify` and `status` then say up to which event
/// something outside vouches. Whoever later doubts the log gives the kept copy to `audit verify --trusted-checkpoint`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit anchor add", "optimactl audit anchor list", "optimactl audit verify"],
))]
pub(crate) struct Args {
    /// The form
    #[arg(long = "as", value_enum, value_name = "FORM")]
    form: Form,
    /// The sender of the mail
    #[arg(long, value_name = "ADDRESS", required_if_eq("form", "mail"))]
    from: Option<String>,
    /// The receiver of the mail
    #[arg(long, value_name = "ADDRESS", required_if_eq("form", "mail"))]
    to: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// The checkpoint itself
    File,
    /// A whole mail, for `sendmail -t`
    Mail,
    /// One line, the checkpoint in it as a JSON string
    Syslog,
    /// A time-stamp request for `curl` to an authority; needs `--output`
    Rfc3161,
}

#[derive(Serialize)]
struct Answered {
    kind: &'static str,
    events: u64,
    file: Option<String>,
    checkpoint_file: Option<String>,
    checkpoint: String,
    event: Option<u64>,
    dry_run: bool,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "audit-anchor-create"
    }

    fn view(&self) -> View {
        let verb = if self.dry_run { "Would write" } else { "Wrote" };
        let place = |file: &Option<String>| match file {
            Some(file) => format!(" to {file}"),
            None => String::new(),
        };
        let mut lines = vec![format!(
            "{verb} an anchor ({}) of {}{}",
            self.kind,
            count(self.events, "event"),
            place(&self.file)
        )];
        if self.checkpoint_file.is_some() {
            lines.push(format!(
                "{verb} the checkpoint that it is about{}",
                place(&self.checkpoint_file)
            ));
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let kind = match args.form {
        Form::File => Kind::File,
        Form::Mail => Kind::Mail,
        Form::Syslog => Kind::Syslog,
        Form::Rfc3161 => Kind::Rfc3161,
    };
    let target = target(kind, ctx)?;
    let address = |text: &Option<String>| text.as_deref().map(EmailAddress::new).transpose();
    let (from, to) = (address(&args.from)?, address(&args.to)?);
    let mail = match (&from, &to) {
        (Some(from), Some(to)) if kind == Kind::Mail => Some(Mail {
            from: from.as_str(),
            to: to.as_str(),
        }),
        _ => None,
    };
    let core = ctx.open()?;
    let done = create(&core, kind, mail.as_ref(), |made| {
        hand_out(ctx, &target, kind, made)
    })?;
    let dry_run = core.dry_run();
    if is_bare(ctx, &target) && !dry_run {
        return Ok(Exit::OK);
    }
    let (file, checkpoint_file) = match &target {
        Target::File(path) => (
            Some(path.display().to_string()),
            (kind == Kind::Rfc3161).then(|| beside(path).display().to_string()),
        ),
        Target::Stdout => (None, None),
    };
    ctx.answer(&Answered {
        kind: kind.as_str(),
        events: done.value.size,
        file,
        checkpoint_file,
        checkpoint: if dry_run {
            "(generated)".to_owned()
        } else {
            done.value.note
        },
        event: done.event,
        dry_run,
    })
}

/// Whether standard output gets the anchor alone.
fn is_bare(ctx: &Context, target: &Target) -> bool {
    matches!(target, Target::Stdout) && ctx.ui.format() == Format::Text
}

/// In front of the record. Where the answer itself holds the anchor, it comes behind it.
fn hand_out(ctx: &Context, target: &Target, kind: Kind, made: &Created) -> Result<()> {
    match target {
        Target::File(path) => {
            let about = beside(path);
            let about = (about.as_path(), made.note.as_bytes());
            let artifact = (path.as_path(), made.artifact.as_slice());
            match kind {
                // The request is worth nothing without what it is about.
                Kind::Rfc3161 => file::write_outputs(&[about, artifact], ctx.existing()),
                _ => file::write_outputs(&[artifact], ctx.existing()),
            }
        }
        Target::Stdout if is_bare(ctx, target) => ui::delivered(&made.artifact),
        Target::Stdout => Ok(()),
    }
}

/// A request is bytes, and nobody can use its answer without the checkpoint: both are files.
fn target(kind: Kind, ctx: &Context) -> Result<Target> {
    if kind != Kind::Rfc3161 {
        return ctx.target(Some(Path::new("-")));
    }
    let target = ctx.target(None)?;
    match &target {
        Target::Stdout => Err(Error::usage("a request for a time-stamp goes to a file")
            .hint("name it with `--output FILE`; the checkpoint goes to FILE.checkpoint")),
        Target::File(path) if beside(path).exists() && !ctx.flags.overwrite => {
            let shown = beside(path);
            Err(
                Error::conflict(format!("`{}` exists already", shown.display()))
                    .hint("replace it with `--overwrite`"),
            )
        }
        Target::File(_) => Ok(target),
    }
}

fn beside(path: &Path) -> PathBuf {
    file::beside(path, ".checkpoint")
}
