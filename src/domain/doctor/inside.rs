//! What an open store tells: keys, slots, pages, the log, accounts.

use std::collections::BTreeSet;

use super::{Finding, Level, backups};
use crate::base::clock::{Time, days_between, seconds_text};
use crate::base::error::{Kind, Result};
use crate::base::text::{count, safe};
use crate::crypto::note::Vkey;
use crate::domain::audit;
use crate::domain::context::Context;
use crate::domain::operator;
use crate::domain::password::corpus;
use crate::store::replace::kept;
use crate::store::slot;

/// After this many days something new should vouch for the log from outside, once somebody began with it.
const ANCHOR_DAYS: i64 = 31;

/// Events that no checkpoint covers for longer than this are stale.
const CHECKPOINT_DAYS: i64 = 1;
/// A database of at most this many bytes is read whole.
const PAGES_LIMIT: u64 = 256 << 20;

/// Looks at an open store; keys made before `oldest` are due for rotation. Nothing is written, no personal value is read.
pub fn inside(ctx: &Context, oldest: Time, pinned: Option<&Vkey>) -> Result<Vec<Finding>> {
    let pages = pages(ctx)?;
    let damaged = pages.level == Level::Damage;
    let opens = Finding::ok("opens", format!("with the unlocker {}", ctx.store.slot));
    let mut findings = vec![opens, pages];
    match rows(ctx, oldest) {
        Ok(rest) => findings.extend(rest),
        // What lies on a damaged page cannot be looked at: that was said.
        Err(error) if damaged && error.kind == Kind::Integrity => {}
        Err(error) => return Err(error),
    }
    findings.extend(pin(ctx, pinned)?);
    Ok(findings)
}

/// Each page, as `store check` reads it, where that takes moments.
fn pages(ctx: &Context) -> Result<Finding> {
    let read = match ctx.store.page_bytes() {
        Ok(bytes) if bytes > PAGES_LIMIT => {
            return Ok(Finding::note(
                "pages",
                "the database is large: not every page was read",
                "optimactl store check",
            ));
        }
        Ok(_) => ctx.store.read_pages(),
        Err(error) => Err(error),
    };
    match read {
        Ok(read) => {
            let text = format!("all {} were read", count(i128::from(read.pages), "page"));
            Ok(Finding::ok("pages", text))
        }
        Err(error) if error.kind == Kind::Integrity => Ok(Finding {
            check: "pages",
            level: Level::Damage,
            text: error.to_string(),
            mend: Some(
                "optimactl store check, then optimactl backup restore --latest --replace"
                    .to_owned(),
            ),
        }),
        Err(error) => Err(error),
    }
}

/// A pinned key that handed over to a newer one still holds, and whoever has it alone checks nothing new.
fn pin(ctx: &Context, pinned: Option<&Vkey>) -> Result<Option<Finding>> {
    let newest = audit::vkey(&ctx.store.keyring)?;
    let is_older = pinned.is_some_and(|pinned| pinned.key() != newest.key());
    Ok(is_older.then(|| {
        Finding::note(
            "pinned key",
            "the configuration names an older key of this store",
            format!("set `audit.vkey` to \"{newest}\" in the configuration"),
        )
    }))
}

fn rows(ctx: &Context, oldest: Time) -> Result<Vec<Finding>> {
    let now = ctx.now();
    let mut findings = vec![unlockers(ctx)];
    findings.extend(slots(ctx)?);
    findings.extend(former_keys(ctx)?);
    findings.extend(key_ages(ctx, oldest, now)?);
    findings.extend(backups::backups(ctx, now)?);
    findings.extend(backups::failing(ctx)?);
    findings.push(backups::journal(ctx)?);
    findings.push(backups::promises(ctx, now)?);
    findings.push(checkpoint(ctx, now)?);
    findings.push(anchor(ctx, now)?);
    findings.push(clock(ctx, now)?);
    findings.push(factors(ctx, now)?);
    findings.extend(operators(ctx)?);
    findings.extend(corpora(ctx)?);
    findings.extend(erasures(ctx)?);
    Ok(findings)
}

/// What began and was cut short: the person is gone in part, and the clock runs.
fn erasures(ctx: &Context) -> Result<Option<Finding>> {
    let open = ctx.store.read(|tx| {
        let requests = tx.open_erasures()?.into_iter();
        let rows = requests.map(|request| tx.request(&request));
        rows.collect::<Result<Vec<_>>>()
    })?;
    let references: Vec<String> = open
        .into_iter()
        .flatten()
        .map(|row| row.reference)
        .collect();
    let Some(first) = references.first() else {
        return Ok(None);
    };
    Ok(Some(Finding::warn(
        "erasures",
        format!("begun and not closed: {}", references.join(", ")),
        format!("optimactl request erase {first}, then optimactl request fulfil {first}"),
    )))
}

fn unlockers(ctx: &Context) -> Finding {
    match ctx.store.keyring.slots.len() {
        0 | 1 => Finding::warn(
            "unlockers",
            "one unlocker alone opens this store: if it is lost, everything is",
            "optimactl key add offline --recipient AGE",
        ),
        n => Finding::ok("unlockers", format!("{n} open this store")),
    }
}

fn slots(ctx: &Context) -> Result<Vec<Finding>> {
    let odd = slot::oddities(&ctx.store.folder, &ctx.store.keyring)?;
    if odd.is_empty() {
        return Ok(vec![Finding::ok("slots", "as the keyring vouches for")]);
    }
    let damage = |text| Finding {
        check: "slots",
        level: Level::Damage,
        text,
        mend: Some("optimactl key rotate --master".to_owned()),
    };
    Ok(odd.into_iter().map(damage).collect())
}

/// What a restore replaced is still opened by keys that the store has given up since.
fn former_keys(ctx: &Context) -> Result<Option<Finding>> {
    let (folder, keyring) = (&ctx.store.folder, &ctx.store.keyring);
    let (mut names, mut older) = (BTreeSet::new(), 0);
    for one in kept::list(folder)? {
        let former = kept::former_unlockers(folder, &one, keyring);
        older += i128::from(!former.is_empty() || one.replaced < keyring.master_created);
        names.extend(former);
    }
    let who = match names.len() {
        0 => "keys of before the last `key rotate --master`".to_owned(),
        _ => {
            names
                .iter()
                .map(|name| format!("`{}`", safe(name)))
                .collect::<Vec<_>>()
                .join(", ")
                + ", which opens this store no more"
        }
    };
    let text = format!(
        "{} kept after a restore, opened by {who}",
        count(older, "database")
    );
    let mend = "optimactl backup discard-replaced --all";
    Ok((older > 0).then(|| Finding::warn("replaced keys", text, mend)))
}

fn key_ages(ctx: &Context, oldest: Time, now: Time) -> Result<[Finding; 2]> {
    let keyring = &ctx.store.keyring;
    let keys = [
        (
            "data key",
            keyring.data_key()?.created,
            "optimactl key rotate",
        ),
        (
            "signing key",
            keyring.signing.created,
            "optimactl key rotate --signing",
        ),
    ];
    Ok(keys.map(|(check, created, mend)| {
        let days = days_between(created, now);
        let text = format!("the {check} is {} old", count(days, "day"));
        if created < oldest {
            Finding::warn(check, text, mend)
        } else {
            Finding::ok(check, text)
        }
    }))
}

/// What no copy outside vouches for can be rewritten by whoever holds the signing key.
fn checkpoint(ctx: &Context, now: Time) -> Result<Finding> {
    let (size, newest) = ctx.store.read(|tx| {
        Ok((
            tx.tree()?.size(),
            tx.newest_checkpoint(&ctx.store.keyring.epoch)?,
        ))
    })?;
    let Some(newest) = newest else {
        return Ok(Finding::warn(
            "checkpoint",
            "no checkpoint was signed yet",
            "optimactl audit checkpoint",
        ));
    };
    let (tail, days) = (
        size.saturating_sub(newest.size),
        days_between(newest.made, now),
    );
    let text = format!(
        "{} after the last one, {} ago",
        count(tail, "event"),
        count(days, "day")
    );
    Ok(if days > CHECKPOINT_DAYS && tail > 0 {
        Finding::warn("checkpoint", text, "optimactl audit checkpoint")
    } else {
        Finding::ok("checkpoint", text)
    })
}

/// A checkpoint beside the log that it is about goes when the log goes.
fn anchor(ctx: &Context, now: Time) -> Result<Finding> {
    const MEND: &str = "optimactl audit anchor create --as file --output FILE";
    let (size, vouched) = ctx
        .store
        .read(|tx| Ok((tx.tree()?.size(), audit::anchor::outside(ctx, tx)?)))?;
    if let Some(wrong) = vouched.wrong {
        return Ok(Finding::fail(
            "anchor",
            safe(&wrong),
            "optimactl audit verify",
        ));
    }
    let Some(outside) = vouched.newest else {
        let text = "no witness and no anchor vouches for the log from outside";
        return Ok(Finding::note("anchor", text, MEND));
    };
    let days = days_between(outside.time, now);
    let text = format!(
        "{} of {size} events by {}, {} ago",
        outside.size,
        safe(&outside.who),
        count(days, "day")
    );
    Ok(if days > ANCHOR_DAYS && outside.size < size {
        Finding::warn("anchor", text, MEND)
    } else {
        Finding::ok("anchor", text)
    })
}

/// The log's last record lies in the past, or the clock was set back.
fn clock(ctx: &Context, now: Time) -> Result<Finding> {
    let last = ctx.store.read(|tx| tx.last_recorded())?;
    Ok(match last {
        Some(last) if last > now + chrono::TimeDelta::seconds(60) => Finding::fail(
            "log time",
            format!(
                "the last event was recorded {} ahead of the clock",
                count((last - now).num_minutes(), "minute")
            ),
            "timedatectl set-ntp true",
        ),
        _ => Finding::ok("log time", "the clock has not gone back"),
    })
}

fn factors(ctx: &Context, now: Time) -> Result<Finding> {
    let counts = ctx.store.read(|tx| tx.account_counts(now))?;
    if counts.admins == 0 {
        return Ok(Finding::warn(
            "admins",
            "no admin can sign in",
            "optimactl account create NAME --email ADDRESS --role admin --invite",
        ));
    }
    Ok(match counts.admins_without_factor {
        0 => Finding::ok("admins", "every admin who can sign in has a second factor"),
        n => Finding::warn(
            "admins",
            format!("{} without a second factor", count(n, "admin")),
            "optimactl 2fa status --all",
        ),
    })
}

/// Says that this very look is open to more people than the rest.
fn operators(ctx: &Context) -> Result<Option<Finding>> {
    let enforced = operator::enforced(ctx)?;
    if enforced.since.is_none() {
        return Ok(operator::broken_glass(ctx)?.map(|(event, time)| {
            let when = seconds_text(time);
            Finding::warn(
                "operators",
                format!(
                    "the rule for operators was turned off past them at {when} (event {event})"
                ),
                "optimactl role operator enforce on",
            )
        }));
    }
    if enforced.able == 0 {
        return Ok(Some(Finding::fail(
            "operators",
            "only operators may act, and none of them can administer the store",
            "optimactl role operator enforce off --break-glass",
        )));
    }
    let text = format!(
        "only operators may act ({} bound); `status` and `doctor` stay open to whoever has an unlocker",
        enforced.bound
    );
    Ok(Some(Finding::ok("operators", text)))
}

/// New passwords are refused while a list of leaked ones cannot be read, and sign-ins are not held against it.
fn corpora(ctx: &Context) -> Result<Vec<Finding>> {
    let lists = corpus::list(ctx)?;
    let mut findings = vec![];
    for list in &lists {
        let path = safe(&list.row.path);
        findings.push(match &list.wrong {
            None => Finding::ok("leaked passwords", format!("`{path}` can be looked at")),
            Some(wrong) => Finding::fail(
                "leaked passwords",
                format!("`{path}` cannot be used: {wrong}"),
                format!("optimactl password corpus remove '{path}'"),
            ),
        });
    }
    let leaked = ctx.store.read(|tx| tx.breached_passwords())?;
    if leaked > 0 {
        findings.push(Finding::warn(
            "leaked passwords",
            format!("leaked passwords in use: {leaked}"),
            "optimactl audit list --action auth.login",
        ));
    }
    Ok(findings)
}
