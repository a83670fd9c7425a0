//! Enforcing operators: from when on only they may act. Nobody locks everybody out, and root can end it.

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::domain::account::State;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::{Context, Reach, role};

/// What to do with the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    On,
    Off,
    /// Off, by who holds the files: no operator can.
    BreakGlass,
}

/// Whether only operators may act, and who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enforced {
    pub since: Option<Time>,
    pub bound: usize,
    /// Those who hold `*`, have a second factor and can act now.
    pub able: u64,
}

/// How the caller would stand if only operators could act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// An operator who could turn it off again.
    Able,
    /// What keeps the caller from that.
    Less(&'static str),
}

/// Turns the rule on or off; tells whether that changed anything.
pub fn enforce(ctx: &Context, switch: Switch) -> Result<Changed<bool>> {
    let (severity, method) = match switch {
        Switch::On | Switch::Off => (Severity::High, "operator"),
        Switch::BreakGlass => (Severity::Critical, "break-glass"),
    };
    let state = if switch == Switch::On { "on" } else { "off" };
    let event = Event::new("operator.enforce")
        .severity(severity)
        .field("state", state)
        .field("method", method);
    if switch == Switch::BreakGlass {
        require_glass(ctx)?;
    }
    audit::change(ctx, event, |tx, event| {
        let now = ctx.now();
        let since = tx.operators_enforced()?;
        let changed = since.is_some() != (switch == Switch::On);
        if changed && switch == Switch::On {
            if role::administrators(tx, now)?.counts.operators == 0 {
                return Err(nobody());
            }
            tx.enforce_operators(Some(now))?;
        } else if changed {
            tx.enforce_operators(None)?;
        }
        event.set("changed", changed);
        Ok(changed)
    })
}

/// The event and time of a break-glass after which the rule was not turned on again.
pub fn broken_glass(ctx: &Context) -> Result<Option<(u64, Time)>> {
    let newest = ctx.store.read(|tx| tx.newest_event("operator.enforce"))?;
    let Some((seq, time, entry)) = newest else {
        return Ok(None);
    };
    let entry: serde_json::Value = serde_json::from_slice(&entry)
        .map_err(|_| Error::integrity("an event of the audit log is damaged"))?;
    let method = entry
        .pointer("/data/method")
        .and_then(|method| method.as_str());
    Ok((method == Some("break-glass")).then_some((seq, time)))
}

fn nobody() -> Error {
    Error::refused("no operator could administer the store then, or turn this off again")
        .detail("needed is one who holds `*`, has a confirmed second factor and is neither locked, disabled nor expired")
        .hint("bind one with `optimactl role operator bind ACCOUNT`, and give it a factor with `optimactl 2fa enroll ACCOUNT`")
}

/// Refuses whom the files do not belong to.
pub fn require_glass(ctx: &Context) -> Result<()> {
    let user = ctx.caller.user.as_ref();
    if user.is_some_and(|user| user.reach == Reach::Files) {
        return Ok(());
    }
    Err(
        Error::refused("only root itself or the owner of the store's files can break the glass")
            .hint("through `sudo` you are yourself, not root: log in as root, or ask an operator"),
    )
}

/// How it stands with the rule.
pub fn enforced(ctx: &Context) -> Result<Enforced> {
    let now = ctx.now();
    ctx.store.read(|tx| {
        Ok(Enforced {
            since: tx.operators_enforced()?,
            bound: tx.operators(None)?.len(),
            able: role::administrators(tx, now)?.counts.operators,
        })
    })
}

/// How the caller would stand.
pub fn standing(ctx: &Context) -> Result<Standing> {
    ctx.store.read(|tx| {
        let Some(user) = &ctx.caller.user else {
            return Ok(Standing::Less("nobody is known to run this"));
        };
        let Some(bound) = tx.operator(user.uid)? else {
            return Ok(Standing::Less("no account is bound to you"));
        };
        if !user.is(&bound) {
            return Ok(Standing::Less(
                "your number had another name when it was bound",
            ));
        }
        let Some(row) = tx.account(&bound.account)? else {
            return Ok(Standing::Less("no account is bound to you"));
        };
        let administers = row.roles.iter().try_fold(false, |found, name| {
            let role = role::find(tx, name)?;
            Ok::<_, Error>(found || role.permissions.iter().any(|held| held == "*"))
        })?;
        Ok(if State::of(&row, ctx.now()) != State::Enabled {
            Standing::Less("your account is locked, disabled or expired")
        } else if !administers {
            Standing::Less("you do not hold `*`")
        } else if row.factors == 0 {
            Standing::Less("you have no second factor")
        } else {
            Standing::Able
        })
    })
}
