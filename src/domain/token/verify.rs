//! Checking a token for a program. There is no waiting between tries: 160 bits cannot be guessed at any rate,
//! and a limit would let strangers stop programs. What is written is bounded instead: a program may ask a
//! thousand times a minute.

use super::form::Secret;
use super::scope::{self, Scope};
use super::{State, day};
use crate::base::clock::Time;
use crate::base::error::{Kind, Result};
use crate::base::id::id;
use crate::crypto::seal;
use crate::domain::account::State as Standing;
use crate::domain::audit::{self, Event, Outcome, Party, Severity};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::token::TokenRow;

/// How many tokens that nobody has are recorded on one day. The last one says that none is left: more may have
/// come.
const UNKNOWN_A_DAY: u64 = 100;
/// Where the store counts them: the day and how many.
const COUNT: &str = "token_unknown";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Ok,
    /// Its form or checksum is wrong: no token of ours.
    Malformed,
    Unknown,
    Expired,
    Revoked,
    /// It works, but not for what was asked.
    ScopeMissing,
    /// The token was right; its account is locked, disabled, expired or removed.
    Barred,
}

impl Reason {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::ScopeMissing => "scope-missing",
            Self::Barred => "barred",
        }
    }

    /// None: it was accepted.
    pub const fn kind(self) -> Option<Kind> {
        match self {
            Self::Ok => None,
            Self::Malformed | Self::Unknown | Self::Expired | Self::Revoked => Some(Kind::Rejected),
            Self::ScopeMissing => Some(Kind::Refused),
            Self::Barred => Some(Kind::Barred),
        }
    }
}

/// The answer. The row is there where a token was found.
#[derive(Debug)]
pub struct Verdict {
    pub reason: Reason,
    pub row: Option<TokenRow>,
}

/// Checks a token and what it is asked for. The first use on a day is recorded, and the first refusal.
pub fn verify(ctx: &Context, typed: &str, asked: &[Scope]) -> Result<Verdict> {
    let Some(secret) = Secret::read(typed)? else {
        return Ok(Verdict {
            reason: Reason::Malformed,
            row: None,
        });
    };
    let now = ctx.now();
    let digest = secret.digest();
    let verdict = ctx.store.read(|tx| judge(tx, &digest, asked, now))?;
    let Some(row) = &verdict.row else {
        stranger(ctx, &digest, now)?;
        return Ok(verdict);
    };
    if !is_first_today(&verdict, row, now) {
        return Ok(verdict);
    }
    // It is judged again in the transaction that writes: it may have been revoked between the two.
    audit::change_many(ctx, Event::new("token.verify"), |tx, batch| {
        let verdict = judge(tx, &digest, asked, now)?;
        if let Some(row) = &verdict.row
            && is_first_today(&verdict, row, now)
        {
            batch.event = event(row, verdict.reason);
            note(tx, row, &verdict, now)?;
            batch.record(tx)?;
        }
        Ok(verdict)
    })
}

fn judge(tx: &Tx<'_>, digest: &[u8; 32], asked: &[Scope], now: Time) -> Result<Verdict> {
    let Some(row) = tx.token_of_digest(digest)? else {
        return Ok(Verdict {
            reason: Reason::Unknown,
            row: None,
        });
    };
    let owner = tx.account(&row.account)?;
    let enabled = owner.is_some_and(|owner| Standing::of(&owner, now) == Standing::Enabled);
    let reason = match State::of(&row, now) {
        State::Revoked => Reason::Revoked,
        State::Expired => Reason::Expired,
        _ if !enabled => Reason::Barred,
        _ if !asked.iter().all(|scope| scope::covers(&row.scopes, scope)) => Reason::ScopeMissing,
        _ => Reason::Ok,
    };
    Ok(Verdict {
        reason,
        row: Some(row),
    })
}

fn is_first_today(verdict: &Verdict, row: &TokenRow, now: Time) -> bool {
    let last = match verdict.reason {
        Reason::Ok => row.last_used,
        _ => row.refused,
    };
    last != Some(day(now))
}

fn note(tx: &Tx<'_>, row: &TokenRow, verdict: &Verdict, now: Time) -> Result<()> {
    if verdict.reason != Reason::Ok {
        return tx.note_token_refusal(&row.id, day(now));
    }
    tx.note_token_use(&row.id, day(now))?;
    // A service signs in by nothing else: without this it would seem to sleep.
    tx.note_sign_in(&row.account, now)
}

fn event(row: &TokenRow, reason: Reason) -> Event {
    let event = Event::new("token.verify")
        .actor(Party::Id(row.account.clone()))
        .field("token", row.id.as_str());
    if reason == Reason::Ok {
        return event;
    }
    event
        .outcome(Outcome::Failure)
        .severity(Severity::Low)
        .field("error", reason.as_str())
}

/// Records a token that nobody has under a keyed digest, up to [`UNKNOWN_A_DAY`]; beyond it nothing is written,
/// so that strangers can neither fill the log nor hold up those who write.
fn stranger(ctx: &Context, digest: &[u8; 32], now: Time) -> Result<()> {
    let today = now.format("%Y-%m-%d").to_string();
    let counted = |tx: &Tx<'_>| -> Result<u64> {
        let known = tx.meta(COUNT)?.unwrap_or_default();
        let count = known.strip_prefix(&today).map(str::trim);
        Ok(count.and_then(|count| count.parse().ok()).unwrap_or(0))
    };
    if ctx.store.read(counted)? >= UNKNOWN_A_DAY {
        return Ok(());
    }
    let key = ctx.store.keyring.lasting_hmac()?;
    let mac = seal::mac(key, "token unknown", digest)?;
    let who = id("unk", mac.get(..10).unwrap_or_default())?;
    audit::change_many(ctx, Event::new("token.verify"), |tx, batch| {
        let count = counted(tx)? + 1;
        if count > UNKNOWN_A_DAY {
            return Ok(());
        }
        tx.set_meta(COUNT, &format!("{today} {count}"))?;
        batch.event = Event::new("token.verify")
            .actor(Party::Id(who))
            .outcome(Outcome::Failure)
            .severity(Severity::Low)
            .field("error", Reason::Unknown.as_str())
            .field("left", UNKNOWN_A_DAY - count);
        batch.record(tx).map(drop)
    })
}
