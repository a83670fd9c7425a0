//! Codes that let a holder choose a password: an operator starts a reset and never knows the password
//! (ASVS 5.0 6.4.6). Second factors stay (6.4.3).

use super::code::Code;
use super::set::refuse_removed;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::{Context, account, notice};
use crate::store::Tx;
use crate::store::credential::{CodeKind, CodeRow};

/// How long a reset code lasts unless said otherwise, in seconds.
pub const STANDARD_TTL: u64 = 3600;
/// How long a code may last at most: NIST SP 800-63B-4 §4.2 gives a code by e-mail 24 hours.
pub const LONGEST_TTL: u64 = 24 * 3600;

/// How long an invitation may last at most, in seconds: somebody who starts in two weeks can be invited today.
pub const LONGEST_INVITE: u64 = 30 * 24 * 3600;

/// A code that was given out.
pub struct Given {
    pub account: String,
    pub name: String,
    pub code: Code,
    pub expires: Time,
}

/// Gives out a reset code; an older one that was not used is void.
pub fn reset(ctx: &Context, who: &str, ttl: Period) -> Result<Changed<Given>> {
    let lasts = ttl.as_duration().map(|ttl| ttl.as_secs());
    if !lasts.is_some_and(|seconds| (60..=LONGEST_TTL).contains(&seconds)) {
        return Err(Error::usage(format!("a reset code cannot last {ttl}"))
            .hint("give `--ttl` from 1m to 24h"));
    }
    let code = Code::new(&ctx.random)?;
    let now = ctx.now();
    let event = Event::new("password.reset").severity(Severity::Medium);
    audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        refuse_removed(&row)?;
        let expires = ttl.after(now);
        event.set("expires", seconds_text(expires));
        keep(tx, &row.id, &code, CodeKind::Reset, (now, expires))?;
        notice::queue(ctx, tx, &row.id, notice::Kind::PasswordReset)?;
        Ok(Given {
            account: row.id,
            name: row.name,
            code,
            expires,
        })
    })
}

/// Keeps a code for the first password of an account, inside the transaction that makes the account.
pub fn invite(tx: &Tx<'_>, account: &str, code: &Code, valid: (Time, Time)) -> Result<()> {
    keep(tx, account, code, CodeKind::Invite, valid)
}

/// `valid` is when the code is made and when it expires.
fn keep(
    tx: &Tx<'_>,
    account: &str,
    code: &Code,
    kind: CodeKind,
    valid: (Time, Time),
) -> Result<()> {
    let (created, expires) = valid;
    let version = tx.password(account)?.map_or(0, |row| row.version);
    let row = CodeRow {
        account: account.to_owned(),
        created,
        expires,
        used: None,
        version,
    };
    tx.insert_code(&code.digest(), kind, &row)
}
