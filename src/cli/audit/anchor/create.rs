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
use crate::domain::audit::anchor::{Kind, Mail, create};
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
    let done = create(&core, kind, mail.as_ref())?;
    let created = done.value;
    let dry_run = core.dry_run();
    let mut checkpoint_file = None;
    match &target {
        Target::File(path) => {
            let beside = beside(path);
            if !dry_run {
                file::write_output(path, &created.artifact, ctx.existing())?;
                if kind == Kind::Rfc3161 {
                    file::write_output(&beside, created.note.as_bytes(), ctx.existing())?;
                }
            }
            checkpoint_file = (kind == Kind::Rfc3161).then(|| beside.display().to_string());
        }
        Target::Stdout if ctx.ui.format() == Format::Text && !dry_run => {
            ui::artifact(&String::from_utf8_lossy(&created.artifact))?;
            return Ok(Exit::OK);
        }
        Target::Stdout => {}
    }
    ctx.answer(&Answered {
        kind: kind.as_str(),
        events: created.size,
        file: match &target {
            Target::File(path) => Some(path.display().to_string()),
            Target::Stdout => None,
        },
        checkpoint_file,
        checkpoint: if dry_run {
            "(generated)".to_owned()
        } else {
            created.note
        },
        event: done.event,
        dry_run,
    })
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
