//! `auth pam`: the program behind `pam_exec.so expose_authtok`. Says nothing on standard output and ends with 0
//! or 1, whatever happens.

use std::io::{self, IsTerminal as _, Read as _};
use std::net::IpAddr;

use zeroize::Zeroizing;

use super::door::Code;
use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::settings::PamVariables;
use crate::crypto::secret::SecretText;
use crate::domain::auth::{self, Credentials, Door, Reason, wire};
use crate::domain::{self, Via};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "What `pam_exec` does with a line `auth required pam_exec.so expose_authtok quiet …`",
        line: "printf wrong | PAM_TYPE=auth PAM_USER=zoe optimactl auth pam --store store --identity identity.txt # ends with 1",
    },
    Example {
        what: "The account phase, without a password",
        line: "PAM_TYPE=account PAM_USER=mira optimactl auth pam --store store --identity identity.txt",
    },
];

/// Check a sign-in for PAM, behind `pam_exec`
///
/// Line for a file in `/etc/pam.d`: `auth required pam_exec.so expose_authtok quiet /usr/bin/optimactl auth pam`.
/// The name comes from `PAM_USER`, the password from standard input (at most 4096 bytes, as typed; one NUL at the
/// end is dropped). `PAM_TYPE` decides: `auth` checks the password as `auth check` does; `account` looks only at
/// whether the account is locked, disabled, expired or overdue; sessions do nothing; `password` is refused.
///
/// Ends with 0 (come in) or 1 (everything else, also a busy or missing store). Whoever calls `su` chooses its
/// environment: only `PAM_TYPE`, `PAM_USER`, `PAM_SERVICE`, `PAM_RHOST`, `PAM_RUSER` and `PAM_TTY` are read from
/// it, and of files only `/etc/optimactl/config.toml` and what the flags in the PAM file name. Why somebody was
/// turned away stands in the audit log, and under `-v` on standard error.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl auth check", "optimactl audit list", "pam_exec(8)"],
))]
pub(crate) struct Args {
    /// Where the one-time code stands
    #[arg(long, value_enum, value_name = "PLACE", default_value_t)]
    code: Code,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.refuse_dry_run("auth pam")?;
    // Nobody sits here: the terminal, if there is one, is the stranger's.
    ctx.flags.no_input = true;
    let asked = PamVariables::read();
    match asked.kind.as_str() {
        "auth" => authenticate(args, ctx, &asked),
        "account" => account(ctx, &asked),
        "open_session" | "close_session" | "setcred" => Ok(Exit::OK),
        "password" => Err(Error::refused("passwords are not changed through PAM")
            .hint("change it with `optimactl password set`")),
        _ => Err(
            Error::failed("`PAM_TYPE` is not set to what `pam_exec` sets it to")
                .hint("`auth pam` is for a line with `pam_exec.so` in `/etc/pam.d`, see `--help`"),
        ),
    }
}

fn authenticate(args: &Args, ctx: &mut Context, asked: &PamVariables) -> Result<Exit> {
    let given = Credentials {
        account: name(asked)?,
        password: password(ctx)?,
        code: None,
    };
    let door = door(args.code.place(), asked);
    let entered = auth::enter(&open(ctx)?, given, &door)?;
    Ok(told(ctx, entered.answer.reason))
}

fn account(ctx: &mut Context, asked: &PamVariables) -> Result<Exit> {
    let name = name(asked)?;
    let door = door(auth::Code::Apart, asked);
    let barred = auth::standing(&open(ctx)?, &name, &door)?;
    Ok(told(ctx, barred.unwrap_or(Reason::Ok)))
}

fn open(ctx: &mut Context) -> Result<domain::Context> {
    let mut core = ctx.open()?;
    core.caller.via = Via::Pam;
    Ok(core)
}

fn told(ctx: &Context, reason: Reason) -> Exit {
    ctx.ui.note(&format!("the answer is `{}`", reason.as_str()));
    reason.kind().map_or(Exit::OK, Exit::with)
}

fn name(asked: &PamVariables) -> Result<String> {
    if asked.user.is_empty() {
        return Err(Error::failed("`PAM_USER` is not set"));
    }
    Ok(asked.user.clone())
}

fn door(code: auth::Code, asked: &PamVariables) -> Door {
    // Found again with `audit list --ip`; a host that is known by its name only is not an address.
    let host = match asked.host.parse::<IpAddr>() {
        Ok(_) => "ip",
        Err(_) => "remote_host",
    };
    let said = [
        ("service", &asked.service),
        (host, &asked.host),
        ("remote_user", &asked.remote_user),
        ("terminal", &asked.terminal),
    ];
    let said = said.into_iter().filter(|(_, value)| !value.is_empty());
    Door {
        code,
        said: said.map(|(field, value)| (field, value.clone())).collect(),
    }
}

/// The password, as it was typed.
fn password(ctx: &mut Context) -> Result<SecretText> {
    let input = ctx.stdin.take("auth pam")?;
    if io::stdin().is_terminal() {
        return Err(
            Error::failed("standard input is a terminal, not `pam_exec`")
                .hint("the line in `/etc/pam.d` needs `expose_authtok`"),
        );
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(wire::PAM_LIMIT + 1));
    let limit = u64::try_from(wire::PAM_LIMIT).unwrap_or(u64::MAX);
    let read = input.take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|error| Error::failed("cannot read standard input").because(error))?;
    if bytes.is_empty() {
        return Err(
            Error::new(Kind::Rejected, "there is no password on standard input")
                .hint("the line in `/etc/pam.d` needs `expose_authtok`"),
        );
    }
    if bytes.len() > wire::PAM_LIMIT {
        let limit = wire::PAM_LIMIT;
        return Err(Error::new(
            Kind::Rejected,
            format!("the password is longer than {limit} bytes"),
        ));
    }
    Ok(wire::read_pam(&bytes))
}
