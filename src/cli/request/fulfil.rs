//! `request fulfil`: answered; the request is closed.

use super::letter::{self, Told};
use super::shared;
use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::audit::redact;
use crate::domain::request::{self, Closing, Mentions, words::Code};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "The person has the answer",
        line: "optimactl request fulfil R-2026-0004",
    },
    Example {
        what: "A part of the answer was withheld",
        line: "optimactl request fulfil R-2026-0004 --partial rights-of-others --text 'Two messages name other people'",
    },
];

/// Close a request that is answered
///
/// A bundle was delivered, an erasure carried out, a change made, and who received the data told of it. An opt-out, a
/// limit, an objection, a restriction and a consent that is taken back must be in force first, and what was wrong put
/// right: see `optimactl optout set`, `restriction set`, `consent withdraw` and `request rectify`. The address that
/// it came from is removed; the record stays. What the law wants the person to be told is printed. An erasure is closed in
/// full only where nothing is held, the search found nothing, every data source erased what it held, and a copy of the rights journal lies off the store's
/// disk; its certificate promises by when the last backup goes (`requests.backups_gone_within`).
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl request deliver", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// Why a part was withheld
    #[arg(long, value_name = "CODE", value_parser = shared::codes(), requires = "text")]
    partial: Option<String>,
    /// What the person was told about the part that was withheld
    #[arg(long, value_name = "TEXT", requires = "partial")]
    text: Option<String>,
    /// Close an erasure although no copy of the rights journal lies off the store's disk; wants `--reason`
    #[arg(long)]
    local_only: bool,
    /// Close an erasure although values of events about others may name the person: you looked at them
    #[arg(long)]
    mentions_reviewed: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let code = args.partial.as_deref().map(Code::parse).transpose()?;
    let withheld = code.zip(args.text.as_deref());
    let reason = ctx.flags.reason.clone().filter(|_| args.local_only);
    if args.local_only && reason.is_none() {
        return Err(
            Error::usage("it is not said why a copy on this disk is enough")
                .hint("say it with `--reason TEXT`"),
        );
    }
    let open = ctx.open()?;
    let closing = Closing {
        backups_gone_by: super::erase::gone_by(ctx, open.now())?,
        local_only: reason.as_deref(),
        mentions: if args.mentions_reviewed {
            Mentions::Reviewed
        } else {
            Mentions::Unseen
        },
    };
    let changed = request::fulfil(&open, &args.request, withheld, &closing)?;
    let rectified = request::rectified(&open, &changed.value)?;
    // What identified the person until now.
    let kept = redact::scrub(&open);
    drop(open);
    if let Some(kept) = kept {
        ctx.ui.alert(&kept);
    }
    let verb = shared::tense(ctx, "Closed", "Would close");
    let row = &changed.value;
    let late = if row.flags.contains("late") {
        ", late"
    } else {
        ""
    };
    let outcome = row.outcome.as_deref().unwrap_or(&row.state);
    let again = if row.closed.is_some() {
        ""
    } else {
        "; the hold ended meanwhile, so the rest is to be planned again"
    };
    let sentence = format!("{verb} {} as {outcome}{late}{again}", row.reference);
    let letter = match withheld {
        Some(_) => letter::partly(ctx, row, closing.backups_gone_by)?,
        None => letter::done(row, closing.backups_gone_by, &rectified)?,
    };
    ctx.answer(&Told {
        change: shared::stepped(ctx, "request-fulfil", sentence, &changed),
        letter,
    })
}
