//! The witness's side: never signs a log that lost or changed what it signed before. Reads no file and no store.

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::crypto::merkle::{Consistency, Hash, verify_consistency};
use crate::crypto::note::{Checkpoint, Note, Vkey, WitnessKey};
use crate::domain::audit::verify::keys::Lineage;
use crate::domain::audit::verify::offline;

/// The last checkpoint that a witness signed of one log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    pub origin: String,
    pub vkey: String,
    pub size: u64,
    pub root: String,
}

/// What a witness remembers, one entry a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    v: u8,
    logs: Vec<Seen>,
}

impl State {
    /// That of a witness that signed nothing yet.
    pub const fn empty() -> Self {
        Self { v: 1, logs: vec![] }
    }

    pub fn parse(text: &str) -> Result<Self> {
        let state: Self = serde_json::from_str(text).map_err(|error| {
            Error::integrity("the witness's state cannot be read")
                .because(error)
                .hint("without it the witness cannot tell a fork: bring the file back, never start anew")
        })?;
        if state.v != 1 {
            return Err(Error::refused("the witness's state is of a newer version"));
        }
        Ok(state)
    }

    pub fn to_text(&self) -> String {
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        format!("{text}\n")
    }

    pub fn seen(&self, origin: &str) -> Option<&Seen> {
        self.logs.iter().find(|seen| seen.origin == origin)
    }

    /// What was signed last of the same store or the same key under another origin, `optimactl/STORE/EPOCH`.
    fn other_of_store(&self, origin: &str, vkey: &Vkey) -> Option<&Seen> {
        let of = |origin: &str| {
            let mut parts = origin.splitn(3, '/');
            let store = (parts.next()? == "optimactl").then_some(parts.next()?)?;
            parts.next().map(|_| store.to_owned())
        };
        let (store, key) = (of(origin), vkey.to_string());
        let same = |seen: &&Seen| {
            let is_store = store.is_some() && of(&seen.origin) == store;
            let is_key = Vkey::key_part(&seen.vkey) == Vkey::key_part(&key);
            seen.origin != origin && (is_store || is_key)
        };
        self.logs.iter().rfind(same)
    }

    fn with(&self, seen: Seen) -> Self {
        let others = self.logs.iter().filter(|log| log.origin != seen.origin);
        let mut logs: Vec<Seen> = others.cloned().collect();
        logs.push(seen);
        Self { v: 1, logs }
    }
}

/// What a witness is asked to sign.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// A checkpoint, or with its proof: `old N`, hashes, an empty line, the checkpoint (c2sp.org/tlog-witness).
    pub text: &'a str,
    /// The log's key; needed for a log that this witness never saw.
    pub vkey: Option<&'a Vkey>,
    /// The notes by which the log's keys handed over.
    pub handovers: &'a [String],
    /// Somebody asked why nothing connects it with what was signed before, and accepts the answer.
    pub accepted: bool,
}

/// The cosigned checkpoint, and what to remember before it is handed out.
#[derive(Debug)]
pub struct Signed {
    pub note: String,
    pub state: State,
    pub checkpoint: Checkpoint,
    /// The size signed before.
    pub before: Option<u64>,
    /// Another history of the same store that was signed before: a restore begins a new one, and so would somebody who
    /// wants the old one forgotten.
    pub other: Option<Seen>,
}

/// Signs, if the log continues what was signed before.
pub fn sign(state: &State, key: &WitnessKey, ask: Ask<'_>, now: Time) -> Result<Signed> {
    let proof = if ask.text.starts_with("old ") {
        Some(offline::Continued::parse(ask.text)?)
    } else {
        None
    };
    let note = proof.as_ref().map_or(ask.text, |proof| proof.note);
    let origin = Checkpoint::parse(&Note::parse(note)?.text)?.origin;
    let seen = state.seen(&origin);
    let (checkpoint, vkey) = opened(note, &origin, seen, ask)?;
    require_possible(&checkpoint, proof.as_ref())?;
    let other = state.other_of_store(&checkpoint.origin, &vkey);
    let forgot = proof
        .as_ref()
        .filter(|proof| proof.old > seen.map_or(0, |seen| seen.size));
    if !ask.accepted {
        require_remembered(seen, forgot)?;
        require_same_history(seen, other)?;
    }
    // What the memory lost it cannot compare with; what it has is compared all the same.
    if let Some(seen) = seen {
        match forgot {
            Some(_) if ask.accepted => require_not_before(seen, &checkpoint)?,
            _ => require_continued(seen, &checkpoint, proof.as_ref())?,
        }
    }
    let time = u64::try_from(now.timestamp())
        .map_err(|_| Error::refused("the clock stands before 1970"))?;
    Ok(Signed {
        note: key.cosign(note, time)?,
        state: state.with(Seen {
            origin,
            vkey: vkey.to_string(),
            size: checkpoint.size,
            root: BASE64.encode(&checkpoint.root),
        }),
        before: seen.map(|seen| seen.size),
        other: other.cloned(),
        checkpoint,
    })
}

/// The checkpoint and whose it is. A log that was seen before is signed by the key of then or by one that it handed
/// over to: whoever says that there is another one now may be whom the witness is there to control.
fn opened(
    note: &str,
    origin: &str,
    seen: Option<&Seen>,
    ask: Ask<'_>,
) -> Result<(Checkpoint, Vkey)> {
    let before = seen.map(|seen| Vkey::parse(&seen.vkey)).transpose()?;
    let Some(known) = ask.vkey.or(before.as_ref()) else {
        return Err(
            Error::refused("this witness never saw this log").hint(format!(
                "ask its keepers for the key of `{}` by another way than this file came, and give it with \
                 `--vkey VKEY`",
                safe(origin)
            )),
        );
    };
    let opened = Lineage::of_vkey(known, ask.handovers)?.open(note)?;
    let (Some(before), false) = (before, ask.accepted) else {
        return Ok(opened);
    };
    let lineage = Lineage::of_vkey(&before, ask.handovers)?;
    if lineage.open(note).is_err() {
        return Err(
            Error::refused("this witness knows another key of this log").hint(
                "ask its keepers for the notes by which the old key handed over (`recovery/handover-GEN.note` beside \
                 a backup) and give them with `--handover FILE`; if there are none, ask why, and say \
                 `--accept-unconnected`",
            ),
        );
    }
    Ok(opened)
}

/// There is something to sign, and not less than the file says was signed before.
fn require_possible(new: &Checkpoint, proof: Option<&offline::Continued<'_>>) -> Result<()> {
    if proof.is_some_and(|proof| proof.old > new.size) {
        return Err(Error::integrity(
            "the file says that this witness signed more events than the log has",
        )
        .hint("do not sign; ask the log's keepers why"));
    }
    if new.size == 0 {
        return Err(Error::refused("there is nothing to sign: the log is empty"));
    }
    Ok(())
}

/// Whoever asks says what this witness signed: a memory that knows less was lost or turned back, and would sign a
/// fork.
fn require_remembered(seen: Option<&Seen>, forgot: Option<&offline::Continued<'_>>) -> Result<()> {
    let Some(proof) = forgot else {
        return Ok(());
    };
    let knows = seen.map_or_else(|| "none".to_owned(), |seen| seen.size.to_string());
    Err(Error::refused(format!(
        "the file says that this witness signed {} events before, and its memory knows of {knows}: it was lost or is \
         an older one",
        proof.old
    ))
    .hint(
        "bring the newest state file back; if it is gone for good, compare with the last cosigned checkpoint that \
         somebody kept, and say `--accept-unconnected`",
    ))
}

/// A restore begins a new history, and so would somebody who wants the old one forgotten.
fn require_same_history(seen: Option<&Seen>, other: Option<&Seen>) -> Result<()> {
    let (None, Some(other)) = (seen, other) else {
        return Ok(());
    };
    Err(Error::refused(format!(
        "this witness signed {} events of another history of the same log, `{}`",
        other.size,
        safe(&other.origin)
    ))
    .hint(
        "a restore begins a new one: ask its keepers for the reason by another way, and if it is a good one, say \
         `--accept-unconnected`",
    ))
}

/// Not even who accepts a loss signs a log that is shorter than what was signed, or another one of the same length.
fn require_not_before(seen: &Seen, new: &Checkpoint) -> Result<()> {
    if new.size == seen.size && BASE64.encode(&new.root) != seen.root {
        return Err(Error::integrity(
            "the log was rewritten: this witness signed as many events with another root",
        )
        .hint("do not sign; keep both checkpoints and ask why"));
    }
    if new.size < seen.size {
        return Err(Error::integrity(format!(
            "the log was turned back: this witness signed {} events of it, and now there are {}",
            seen.size, new.size
        ))
        .hint("do not sign; keep both checkpoints and ask why"));
    }
    Ok(())
}

fn require_continued(
    seen: &Seen,
    new: &Checkpoint,
    proof: Option<&offline::Continued<'_>>,
) -> Result<()> {
    let old_root: Hash = BASE64
        .decode(seen.root.as_bytes())
        .ok()
        .and_then(|root| root.try_into().ok())
        .ok_or_else(|| Error::integrity("the witness's state holds a root that is none"))?;
    require_not_before(seen, new)?;
    if new.size == seen.size {
        return Ok(());
    }
    let Some(proof) = proof.filter(|proof| proof.old == seen.size) else {
        return Err(Error::refused(format!(
            "nothing shows that this log continues the {} events that this witness signed",
            seen.size
        ))
        .hint(
            "ask for the output of `optimactl audit checkpoint --since-checkpoint FILE`, where FILE is what this \
             witness signed last",
        ));
    };
    let claim = Consistency {
        old_size: seen.size,
        old_root,
        new_size: new.size,
        new_root: new.root,
    };
    verify_consistency(&claim, &proof.hashes)
        .map_err(|error| error.hint("do not sign; keep both checkpoints and ask why"))
}
