//! `auth checkpassword PROG…`: the interface of cr.yp.to/checkpwd. Reads descriptor 3; a program takes this
//! one's place if the password was right.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use rustix::process::{PidfdFlags, PidfdGetfdFlags, Resource, getpid, pidfd_getfd, pidfd_open};
use rustix::process::{setrlimit, umask};
use zeroize::Zeroizing;

use super::door::Code;
use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::auth::{self, Door, wire};

const DESCRIPTOR: i32 = 3;
const BY_NAME: &str = "/proc/self/fd/3";

const EXAMPLES: [Example; 1] = [Example {
    what: "What a mail server does",
    line: "printf 'zoe\\0wrong\\0Y123456\\0' | optimactl auth checkpassword --store store --identity identity.txt printenv USER 3<&0 # ends with 1",
}];

/// Check a sign-in by the checkpassword interface, then become PROG
///
/// Reads at most 512 bytes from descriptor 3: name, NUL, password, NUL, timestamp, NUL. If the password is right,
/// PROG takes the place of this program, with the account's name in `USER`, the rest of the environment as it
/// was, and descriptor 3 read to its end.
///
/// Ends with 1 (not accepted), 2 (misused: no PROG, no or a malformed descriptor 3) or 111 (a temporary problem: a
/// busy or missing store, no unlocker, PROG cannot be started). Configuration comes only from the flags and
/// `/etc/optimactl/config.toml`; no variable is read.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl auth check", "optimactl auth pam"],
))]
pub(crate) struct Args {
    /// The program to become, and its arguments; flags of this command stand before it
    #[arg(value_name = "PROG", required = true, trailing_var_arg = true)]
    program: Vec<OsString>,
    /// Where the one-time code stands
    #[arg(long, value_enum, value_name = "PLACE", default_value_t)]
    code: Code,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.refuse_dry_run("auth checkpassword")?;
    ctx.flags.no_input = true;
    let given = wire::read_checkpassword(&from_descriptor()?)?;
    let door = Door {
        code: args.code.place(),
        ..Door::default()
    };
    // The store is closed and its lock released at the end of this statement; so is the password gone.
    let entered = auth::enter(&ctx.open()?, given, &door)?;
    let reason = entered.answer.reason;
    ctx.ui.note(&format!("the answer is `{}`", reason.as_str()));
    match (reason.kind(), entered.account) {
        (None, Some(account)) => become_program(args, ctx, &account),
        (kind, _) => Ok(Exit::with(kind.unwrap_or(Kind::Rejected))),
    }
}

/// Everything on descriptor 3. The kernel gives a second handle to it; where a sandbox forbids that, it is opened
/// again by name, which does for pipes and files. Taking over the number itself would need `unsafe`.
fn from_descriptor() -> Result<Zeroizing<Vec<u8>>> {
    let mut file = handle()?;
    let room = wire::CHECKPASSWORD_LIMIT + 1;
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    let limit = u64::try_from(room).unwrap_or(u64::MAX);
    let unreadable = |error| Error::failed("cannot read descriptor 3").because(error);
    Read::by_ref(&mut file)
        .take(limit)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok(bytes)
}

fn handle() -> Result<File> {
    let closed = || {
        Error::usage("descriptor 3 is not open for reading")
            .hint("a program that speaks checkpassword opens it; by hand: `3<FILE`")
    };
    // Looked at first: whatever is opened from here on would get the free number.
    if !Path::new(BY_NAME).exists() {
        return Err(closed());
    }
    let own = pidfd_open(getpid(), PidfdFlags::empty());
    let second = own.and_then(|own| pidfd_getfd(own, DESCRIPTOR, PidfdGetfdFlags::empty()));
    match second {
        Ok(descriptor) => Ok(File::from(descriptor)),
        Err(rustix::io::Errno::BADF) => Err(closed()),
        Err(_) => File::open(BY_NAME).map_err(|_| closed()),
    }
}

/// Returns only if the program cannot be started.
fn become_program(args: &Args, ctx: &Context, account: &str) -> Result<Exit> {
    let Some((program, arguments)) = args.program.split_first() else {
        return Err(Error::usage("the program to become is missing"));
    };
    // What this process tightened for itself is not for the program that takes its place.
    umask(ctx.inherited.umask);
    setrlimit(Resource::Core, ctx.inherited.core).ok();
    let error = Command::new(program)
        .args(arguments)
        .env("USER", account)
        .exec();
    let program = program.to_string_lossy();
    Err(Error::failed(format!("cannot start `{program}`")).because(error))
}
