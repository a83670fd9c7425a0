//! `2fa enroll`: gives an authenticator app its secret.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::cli::ask;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::handout::{GENERATED, Handout};
use crate::cli::secret_input::CodeInput;
use crate::cli::ui::{self, Sink};
use crate::domain::password::Code;
use crate::domain::two_factor::{self, Enrollment, NewFactor, Whose};
use crate::store::file::{self, Existing};

use super::confirm;
use super::picture::{Colors, Picture};

const EXAMPLES: [Example; 4] = [
    Example {
        what: "Show the QR code, then type the first code",
        line: "optimactl 2fa enroll mira",
    },
    Example {
        what: "Leave it pending and hand the secret on in a script",
        line: "optimactl 2fa enroll mira --format json",
    },
    Example {
        what: "Write the QR code to a picture",
        line: "optimactl 2fa enroll mira --label tablet --output mira.png",
    },
    Example {
        what: "Bind a new factor with the code that `2fa reset` gave out",
        line: "optimactl 2fa reset mira --confirm mira --reason 'lost phone' --format json | sed 's/.*\"code\":\"\\([^\"]*\\)\".*/\\1/' | optimactl 2fa enroll --code-stdin --format json",
    },
];

/// Enroll an authenticator app (TOTP)
///
/// Shows a QR code, its address and the key. The factor becomes active with its first code: typed right here,
/// or within an hour with `optimactl 2fa confirm`. There is at most one pending factor: enrolling again
/// replaces it, and what is active stays; an account has at most 10 factors. With a code from
/// `optimactl 2fa reset` its holder enrolls without being named; the code is used up when the factor is
/// confirmed. A picture (`--output FILE.svg` or `FILE.png`) holds the secret: remove it once it was read.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Rejected, Kind::Conflict]].concat(),
    &["optimactl 2fa confirm", "optimactl 2fa status", "optimactl 2fa reset"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id; with a code its account is meant
    #[arg(value_name = "NAME", conflicts_with_all = CODE_FLAGS, required_unless_present_any = CODE_FLAGS)]
    name: Option<String>,
    #[command(flatten)]
    code: CodeInput,
    /// What its holder calls the factor, to tell several apart; 1 to 64 characters
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    /// How the QR code is drawn
    #[arg(long, value_enum, value_name = "HOW", default_value_t)]
    qr: Qr,
}

const CODE_FLAGS: [&str; 3] = ["code-stdin", "code-file", "code-fd"];

/// How a QR code is drawn in the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Qr {
    /// On a terminal that is wide enough: in black on white where colors can be set
    #[default]
    Auto,
    /// Black on white by color codes, whatever the terminal's own colors are
    Ansi,
    /// Half blocks without color codes, for terminals that are dark
    Utf8,
    None,
}

/// The picture formats, by the file's name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Png,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let picture_file = picture_file(ctx)?;
    let issuer = ctx.settings.text("totp.issuer").unwrap_or("optimactl");
    let issuer = issuer.to_owned();
    let label = args.label.as_deref().map(two_factor::label).transpose()?;
    let whose = match (&args.name, args.code.flags().given(ctx)?) {
        (Some(name), _) => Whose::Account(name),
        (None, code) => Whose::Code(Code::typed(&code.unwrap_or_default())),
    };
    let core = ctx.open()?;
    let new = NewFactor {
        whose,
        issuer: &issuer,
        label,
    };
    let done = two_factor::enroll(&core, &new)?;
    drop(core);
    let enrollment = done.value;
    let picture = Picture::of(&enrollment.uri)?;
    if ctx.flags.dry_run {
        return answer(ctx, &enrollment, None);
    }
    match &picture_file {
        Some((path, form)) => write(ctx, &picture, path, *form)?,
        None => show(ctx, &picture, args.qr)?,
    }
    answer(ctx, &enrollment, done.event)?;
    if ctx.ui.format() != Format::Text || !ask::possible(ctx) {
        return Ok(Exit::OK);
    }
    confirm::at_once(ctx, &enrollment.account, &enrollment.name)
}

fn answer(ctx: &Context, enrollment: &Enrollment, event: Option<u64>) -> Result<Exit> {
    let (verb, uri, secret) = if ctx.flags.dry_run {
        ("Would enroll", GENERATED, GENERATED)
    } else {
        let (uri, secret) = (enrollment.uri.expose(), enrollment.secret.expose());
        ("Enrolled", uri, secret)
    };
    let sentence = format!(
        "{verb} an authenticator app for `{}`, pending until its first code{}{}",
        safe(&enrollment.name),
        if enrollment.replaced {
            "; it replaces the one that was pending"
        } else {
            ""
        },
        if enrollment.active > 0 {
            "; what is active stays active"
        } else {
            ""
        }
    );
    let change = ctx
        .change("2fa-enroll", sentence)
        .id(enrollment.account.as_str())
        .event(event)
        .with("factor", enrollment.factor.as_str())
        .with("state", "pending")
        .with("replaced_pending", enrollment.replaced)
        .with("active", enrollment.active)
        .with("until", seconds_text(enrollment.until))
        .with("uri", uri)
        .with("secret", secret);
    let lines = vec![format!("Address: {uri}"), format!("Key: {secret}")];
    ctx.answer(&Handout { change, lines })
}

/// Where the picture goes, and refused before anything is enrolled where it cannot be written.
fn picture_file(ctx: &Context) -> Result<Option<(PathBuf, Form)>> {
    let Some(path) = &ctx.flags.output else {
        return Ok(None);
    };
    let refused = || {
        Error::usage("a QR code is written to a file that ends in `.svg` or `.png`")
            .hint("name one with `--output FILE.png`")
    };
    let Target::File(path) = ctx.target(Some(path))? else {
        return Err(refused());
    };
    let extension = path.extension().and_then(|text| text.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => Ok(Some((path, Form::Svg))),
        Some("png") => Ok(Some((path, Form::Png))),
        _ => Err(refused()),
    }
}

fn write(ctx: &Context, picture: &Picture, path: &Path, form: Form) -> Result<()> {
    let existing = if ctx.flags.overwrite {
        Existing::Replace
    } else {
        Existing::Refuse
    };
    match form {
        Form::Svg => file::write_output(path, picture.svg().as_bytes(), existing)?,
        Form::Png => file::write_output(path, &picture.png()?, existing)?,
    }
    ctx.ui.hint(&format!(
        "`{}` holds the secret: remove it once it was read",
        path.display()
    ));
    Ok(())
}

/// Draws the code: unless told otherwise on a terminal that is wide enough; a wrapped one nobody could read.
fn show(ctx: &Context, picture: &Picture, how: Qr) -> Result<()> {
    if ctx.ui.format() != Format::Text || ctx.flags.quiet || how == Qr::None {
        return Ok(());
    }
    match ctx.ui.sink() {
        Sink::Terminal { width } if usize::from(width) < picture.width() => {
            ctx.ui.hint(&format!(
                "the terminal is too narrow for the QR code ({} columns): type the key into the app, or \
                 write a picture with `--output FILE.png`",
                picture.width()
            ));
            return Ok(());
        }
        Sink::Pipe if how == Qr::Auto => return Ok(()),
        Sink::Terminal { .. } | Sink::Pipe => {}
    }
    let colors = match how {
        Qr::Ansi => Colors::Explicit,
        Qr::Auto if ctx.ui.colors_stdout() => Colors::Explicit,
        Qr::Auto | Qr::Utf8 | Qr::None => Colors::None,
    };
    ui::artifact(&picture.terminal(colors))
}
