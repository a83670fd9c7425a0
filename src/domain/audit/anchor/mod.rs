//! Anchors: a checkpoint in a form that leaves this machine, and the record that it left. Sends nothing itself.

mod form;
mod outside;
#[cfg(test)]
mod tests;

pub use form::{Kind, Mail, note_in};
pub use outside::{Outside, Vouched, outside};

use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::crypto::merkle::root_at;
use crate::crypto::seal::sha256;
use crate::crypto::stamp::{Imprint, Stamp};
use crate::domain::audit::prove::sign_now;
use crate::domain::audit::verify::keys;
use crate::domain::audit::witness::SKEW;
use crate::domain::audit::{Changed, Event, change, failed};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{AnchorRow, TreeNodes};

/// The event of an anchor that left, and that of a time-stamp that came back.
pub const ACTION: &str = "audit.anchor";
pub const ANSWER: &str = "audit.timestamp";

/// What goes out.
#[derive(Debug)]
pub struct Created {
    pub size: u64,
    pub made: Time,
    /// The signed checkpoint itself.
    pub note: String,
    pub artifact: Vec<u8>,
}

/// Signs a checkpoint over the log as it stands, puts it into a form, has `hand_out` write it where it stays, and only
/// then records that it left: whatever is cut short, nothing tells of an anchor that is not there. A dry run hands
/// nothing out.
pub fn create(
    ctx: &Context,
    kind: Kind,
    mail: Option<&Mail<'_>>,
    hand_out: impl FnOnce(&Created) -> Result<()>,
) -> Result<Changed<Created>> {
    let signed = sign_now(ctx, "asked")?;
    let imprint = Imprint::new(sha256(signed.note.as_bytes()), ctx.random.bytes()?);
    let created = Created {
        size: signed.size,
        made: signed.made,
        artifact: form::artifact(kind, &signed, &imprint, mail)?,
        note: signed.note,
    };
    let mut event = Event::new(ACTION)
        .field("kind", kind.as_str())
        .field("size", created.size)
        .field("epoch", signed.epoch.as_str());
    let query = (kind == Kind::Rfc3161).then(|| created.artifact.clone());
    if let Some(query) = &query {
        event.set("fingerprint", fingerprint(query));
    }
    if !ctx.dry_run()
        && let Err(error) = hand_out(&created)
    {
        return Err(failed(ctx, event, error));
    }
    let recorded = change(ctx, event, |tx, _| {
        tx.insert_anchor(&AnchorRow {
            // The event is appended right behind this, in the same transaction.
            seq: tx.tree()?.size(),
            epoch: signed.epoch,
            size: created.size,
            kind: kind.as_str().to_owned(),
            made: created.made,
            note: created.note.clone(),
            query,
            answered: None,
            response: None,
            stamped: None,
        })
    });
    let recorded = recorded.map_err(|error| {
        error.detail("the anchor was handed out, and that could not be recorded")
    })?;
    Ok(Changed {
        value: created,
        event: recorded.event,
    })
}

/// What events say of a request or response, so that neither can be changed unseen.
pub fn fingerprint(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&sha256(bytes))
}

/// What a response stamped.
#[derive(Debug)]
pub struct Answered {
    pub anchor: u64,
    pub size: u64,
    pub stamped: Time,
    /// It was there before.
    pub known: bool,
}

/// Takes in the response to a request of this store. Whose signature it bears is not looked at.
pub fn answer(ctx: &Context, response: &[u8]) -> Result<Changed<Answered>> {
    let stamp = Stamp::parse(response)?;
    let row = ctx.store.read(|tx| asked(tx, &stamp))?;
    let answered = |known| Answered {
        anchor: row.seq,
        size: row.size,
        stamped: stamp.time,
        known,
    };
    match (&row.response, row.stamped) {
        (Some(known), _) if known == response => {
            return Ok(Changed {
                value: answered(true),
                event: None,
            });
        }
        (Some(_), stamped) => return Err(taken(stamped, stamp.time)),
        _ => require_in_time(ctx, &row, stamp.time)?,
    }
    let event = Event::new(ANSWER)
        .field("kind", row.kind.as_str())
        .field("size", row.size)
        .field("epoch", row.epoch.as_str())
        .field("fingerprint", fingerprint(response));
    change(ctx, event, |tx, _| {
        let seq = tx.tree()?.size();
        if !tx.answer_anchor(row.seq, (seq, stamp.time), response)? {
            return Err(
                Error::conflict("another process took a response in meanwhile")
                    .hint("see `optimactl audit anchor list`"),
            );
        }
        Ok(answered(false))
    })
}

/// Whoever saw the request can answer it, and signatures are not checked here: which of two answers is the authority's,
/// only its certificate tells.
fn taken(known: Option<Time>, new: Time) -> Error {
    let known = known.map_or_else(|| "unknown".to_owned(), seconds_text);
    Error::conflict(format!(
        "this request has another answer already, of {known}; this one is of {}",
        seconds_text(new)
    ))
    .hint(
        "see which of them is the authority's with `openssl ts -verify`; if the one that is kept is not (`optimactl audit \
         anchor list --format json` shows it), make a new request with `optimactl audit anchor create --as rfc3161`",
    )
}

/// What was stamped before it was asked for, or later than now, was stamped by no clock.
fn require_in_time(ctx: &Context, row: &AnchorRow, stamped: Time) -> Result<()> {
    let (made, now) = (row.made.timestamp(), ctx.now().timestamp());
    if (made.saturating_sub(SKEW)..=now.saturating_add(SKEW)).contains(&stamped.timestamp()) {
        return Ok(());
    }
    Err(Error::refused(format!(
        "the time-stamp is of {}, and its request of {}; it is {} now",
        seconds_text(stamped),
        seconds_text(row.made),
        seconds_text(ctx.now())
    ))
    .hint("set this clock if it is wrong; else the answer is not that of an authority"))
}

/// The request that this is the response to.
fn asked(tx: &Tx<'_>, stamp: &Stamp) -> Result<AnchorRow> {
    let mut found = None;
    tx.each_anchor(&mut |row| {
        let query = row.query.as_deref().map(Imprint::of_query);
        if query.is_some_and(|query| query.is_ok_and(|query| Some(query) == stamp.imprint)) {
            found = Some(row);
        }
        Ok(())
    })?;
    found.ok_or_else(|| {
        Error::integrity("this time-stamp answers no request of this store")
            .hint("see the requests with `optimactl audit anchor list`")
    })
}

/// Every anchor, oldest first.
pub fn list(ctx: &Context, take: &mut dyn FnMut(AnchorRow) -> Result<()>) -> Result<()> {
    ctx.store.read(|tx| tx.each_anchor(take))
}

/// Whether a kept anchor is of this log as it stands, and whole.
pub fn checked(ctx: &Context, tx: &Tx<'_>, row: &AnchorRow) -> Result<()> {
    let differs = |what: &str| Err(Error::integrity(what.to_owned()));
    let checkpoint = keys::open(&ctx.store.keyring, &row.note)?;
    if checkpoint.size != row.size
        || keys::require_own(&ctx.store.keyring, &checkpoint.origin)? != row.epoch
    {
        return differs("its checkpoint is another one");
    }
    if root_at(&TreeNodes(tx), row.size)? != checkpoint.root {
        return differs("it covers another log than this one");
    }
    let imprint = match (Kind::parse(&row.kind), &row.query) {
        (Some(Kind::Rfc3161), Some(query)) => Imprint::of_query(query)?,
        (Some(kind), None) if kind != Kind::Rfc3161 => {
            let bare = (&row.response, row.answered, row.stamped) == (&None, None, None);
            return if bare {
                Ok(())
            } else {
                differs("its parts do not belong together")
            };
        }
        _ => return differs("its parts do not belong together"),
    };
    if imprint.sha256 != sha256(row.note.as_bytes()) {
        return differs("its request is about another checkpoint");
    }
    match (&row.response, row.answered, row.stamped) {
        (None, None, None) => Ok(()),
        (Some(response), Some(_), Some(time)) => match Stamp::parse(response)? {
            stamp if stamp.imprint == Some(imprint) && stamp.time == time => Ok(()),
            _ => differs("its time-stamp answers another request"),
        },
        _ => differs("its parts do not belong together"),
    }
}
