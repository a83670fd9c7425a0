//! `audit verify`: is the log what was written, is it whole, and who else vouches for it.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::base::text::{count, safe};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, View};
use crate::domain::audit::verify::{Anchoring, Depth, Report, Request, Verdict, verify};

use super::prove::read_checkpoint;
use super::{verify_file, witness};

const EXAMPLES: [Example; 4] = [
    Example {
        what: "Verify the whole log",
        line: "optimactl audit verify",
    },
    Example {
        what: "Only what the tree covers, for a quick look",
        line: "optimactl audit verify --quick --format json",
    },
    Example {
        what: "Compare it with a checkpoint that was kept elsewhere",
        line: "optimactl audit verify --trusted-checkpoint /mnt/elsewhere/log.checkpoint # ends with 14",
    },
    Example {
        what: "Anywhere, without the store: is a checkpoint genuine, and did this witness sign it",
        line: "optimactl audit verify --checkpoint ana.cosigned --vkey log.vkey --witness ana.vkey",
    },
];

/// Verify the log, or a proof that came from one
///
/// Every entry is hashed again and compared with the tree, every signature checked, every missing value
/// explained. Three answers are given separately: integrity, completeness, and up to which event a copy from
/// outside vouches. Only `--trusted-checkpoint` catches somebody who holds both the store and its keys.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit checkpoint", "optimactl audit prove", "optimactl store check"],
))]
pub(crate) struct Args {
    /// Leave out search columns, dictionaries and zones, which lie outside the tree
    #[arg(long)]
    quick: bool,
    /// A checkpoint that was kept where nobody could change it: the file, or the mail or syslog line it left in
    #[arg(long, value_name = "FILE")]
    trusted_checkpoint: Option<PathBuf>,
    /// Accept that a restore lost the newest events of this epoch
    #[arg(long, value_name = "EPOCH", requires = "trusted_checkpoint")]
    accept_epoch: Option<String>,
    #[command(flatten)]
    file: verify_file::FileArgs,
}

/// The report, and the checkpoint file as it was typed.
struct Verified(Report, Option<PathBuf>);

impl serde::Serialize for Verified {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        value(&self.0).serialize(serializer)
    }
}

fn value(report: &Report) -> Value {
    let verdict = |verdict: &Verdict| {
        let findings: Vec<Value> = verdict
            .findings
            .iter()
            .map(|finding| json!({"seq": finding.seq, "what": finding.what}))
            .collect();
        json!({"ok": verdict.is_good(), "findings": findings, "more": verdict.more})
    };
    let declared: Vec<Value> = report
        .declared
        .iter()
        .map(|loss| {
            json!({"seq": loss.seq, "old_epoch": loss.old_epoch, "old_size": loss.old_size,
                "lost": loss.lost})
        })
        .collect();
    let pruned = report.pruned.as_ref().map(
        |pruned| json!({"seq": pruned.seq, "events": pruned.events, "archive": pruned.archive}),
    );
    json!({
        "ok": report.is_good(),
        "events": report.events,
        "epoch": report.epoch,
        "root": report.root,
        "checkpoints": report.checkpoints,
        "disclosures": report.disclosures,
        "erased_explained": report.explained,
        "erased_explained_behind": report.explained_behind,
        "quick": report.depth == Depth::Quick,
        "integrity": verdict(&report.integrity),
        "completeness": verdict(&report.completeness),
        "declared_loss": declared,
        "pruned": pruned,
        "acceptable_epoch": report.unaccepted,
        "anchoring": anchored_value(&report.anchoring),
    })
}

fn anchored_value(anchoring: &Anchoring) -> Value {
    let quorum = anchoring.quorum.as_ref().map(|quorum| {
        let known: Vec<Value> = quorum
            .known
            .iter()
            .map(|known| {
                json!({"witness": known.name, "events": known.size, "signed": seconds_text(known.signed)})
            })
            .collect();
        json!({"needed": quorum.needed, "witnesses": quorum.witnesses, "events": quorum.size, "signed": known})
    });
    let newest = anchoring.newest_anchor.as_ref().map(|anchor| {
        json!({"kind": anchor.kind, "events": anchor.size, "made": seconds_text(anchor.made),
            "time_stamp": anchor.answered})
    });
    let handed_out = anchoring.handed_out.as_ref().map(|handed| {
        json!({"size": handed.size, "epoch": handed.epoch, "made": seconds_text(handed.made), "reason": handed.reason})
    });
    json!({
        "anchored": anchoring.anchored,
        "accepted_loss": anchoring.accepted_loss,
        "unanchored_events": anchoring.tail,
        "unanchored_minutes": anchoring.minutes,
        "handed_out": handed_out,
        "cosignatures": anchoring.cosignatures,
        "quorum": quorum,
        "anchors": anchoring.anchors,
        "anchors_of_pruned_events": anchoring.untold_anchors,
        "newest_anchor": newest,
    })
}

impl Answer for Verified {
    fn schema(&self) -> &'static str {
        "audit-verify"
    }

    fn view(&self) -> View {
        let report = &self.0;
        let mut lines = verdict_lines("integrity", &report.integrity, &integrity(report), "BROKEN");
        let word = if report.lacks_declared_only() {
            "declared loss"
        } else {
            "BROKEN"
        };
        let good = completeness(report);
        lines.extend(verdict_lines(
            "completeness",
            &report.completeness,
            &good,
            word,
        ));
        if let (Some(epoch), Some(file)) = (&report.unaccepted, &self.1) {
            lines.push(format!(
                "  if that restore was yours: `optimactl audit verify --trusted-checkpoint {} --accept-epoch {epoch}`",
                file.display()
            ));
        }
        for loss in &report.declared {
            lines.push(format!(
                "  event {}: declared loss: a restore began this epoch without {} of epoch {}",
                loss.seq,
                count(loss.lost, "event"),
                loss.old_epoch
            ));
        }
        if let Some(pruned) = &report.pruned {
            lines.push(format!(
                "  event {}: pruned: of events 0..{} the hashes are left (archive {})",
                pruned.seq,
                pruned.events - 1,
                pruned.archive
            ));
        }
        lines.extend(anchoring(report));
        if report.depth == Depth::Quick {
            lines.push("Not looked at (--quick): search columns, dictionaries, zones".to_owned());
        }
        View::Lines(lines)
    }
}

fn verdict_lines(name: &str, verdict: &Verdict, good: &str, bad: &str) -> Vec<String> {
    if verdict.is_good() {
        return vec![format!("{name}: ok ({good})")];
    }
    let mut lines = vec![format!("{name}: {bad}")];
    for finding in &verdict.findings {
        lines.push(match finding.seq {
            Some(seq) => format!("  event {seq}: {}", finding.what),
            None => format!("  {}", finding.what),
        });
    }
    if verdict.more > 0 {
        lines.push(format!("  and {} more", verdict.more));
    }
    lines
}

fn integrity(report: &Report) -> String {
    let pruned = report.pruned.as_ref().map_or(0, |pruned| pruned.events);
    format!(
        "{}, {}, {} match the tree",
        count(report.events - pruned, "event"),
        count(report.disclosures, "personal value"),
        count(report.checkpoints, "signed checkpoint")
    )
}

fn completeness(report: &Report) -> String {
    let mut parts = vec![match report.explained {
        0 => "no gap, no value missing".to_owned(),
        erased => format!(
            "no gap; {} erased, each by a recorded event",
            count(erased, "value")
        ),
    }];
    if report.explained_behind > 0 {
        parts.push(format!(
            "{} of them before the trusted checkpoint by events behind it",
            report.explained_behind
        ));
    }
    let vouched = report.anchoring.anchored.unwrap_or(u64::MAX);
    let pruned = report.pruned.as_ref();
    parts.extend(pruned.filter(|pruned| pruned.seq >= vouched).map(|pruned| {
        format!(
            "nobody vouches yet for event {}, which tells of the pruning",
            pruned.seq
        )
    }));
    parts.join("; ")
}

fn anchoring(report: &Report) -> Vec<String> {
    let anchoring = &report.anchoring;
    let since = match anchoring.minutes {
        Some(minutes) if anchoring.tail > 0 => {
            format!(", the oldest for {}", count(minutes, "minute"))
        }
        _ => String::new(),
    };
    let mut lines = vec![match anchoring.anchored {
        Some(size) => format!(
            "anchoring: {} vouched for from outside; {} not anchored{since}",
            count(size, "event"),
            anchoring.tail
        ),
        None => format!(
            "anchoring: none shown; {} not anchored{since}",
            count(anchoring.tail, "event")
        ),
    }];
    let before = match &anchoring.handed_out {
        Some(handed) if handed.epoch != report.epoch => format!(" of epoch {}", handed.epoch),
        _ => String::new(),
    };
    match (&anchoring.handed_out, anchoring.anchored) {
        (_, Some(_)) => {}
        _ if anchoring.accepted_loss.is_some() => {}
        (Some(handed), None) => lines.push(format!(
            "  a checkpoint of {}{before} was handed out ({}); give a kept copy with --trusted-checkpoint FILE",
            count(handed.size, "event"),
            handed.reason
        )),
        (None, None) => lines.push(
            "  no checkpoint ever left this store; make one with `optimactl audit checkpoint`".to_owned(),
        ),
    }
    lines.extend(anchoring.accepted_loss.map(|lost| {
        format!(
            "  the trusted checkpoint was compared with nothing: a restore lost {} of those it covers, which was accepted",
            count(lost, "event")
        )
    }));
    lines.extend(outside(anchoring));
    lines
}

/// What the store keeps of those who vouch for it.
fn outside(anchoring: &Anchoring) -> Vec<String> {
    let mut lines = vec![];
    if let Some(quorum) = &anchoring.quorum {
        let needed = format!("{} of {} witnesses", quorum.needed, quorum.witnesses);
        lines.push(match quorum.size {
            Some(size) => format!("  {needed} vouch for {}", count(size, "event")),
            None => format!("  {needed} are needed, and {} signed", quorum.known.len()),
        });
        lines.extend(quorum.known.iter().map(|known| {
            let (name, time) = (safe(&known.name), seconds_text(known.signed));
            format!("  {name} signed {} on {time}", count(known.size, "event"))
        }));
    }
    if anchoring.untold_anchors > 0 {
        let some = count(anchoring.untold_anchors, "anchor");
        lines.push(format!(
            "  {some} not counted: of pruned events nobody can say any more what left and when"
        ));
    }
    if let Some(anchor) = &anchoring.newest_anchor {
        let stamp = match (anchor.kind.as_str(), anchor.answered) {
            (_, true) => "; its time-stamp fits, whose it is was not checked",
            ("rfc3161", false) => "; no time-stamp came back",
            _ => "",
        };
        lines.push(format!(
            "  newest anchor: {} of {} on {}{stamp}",
            anchor.kind,
            count(anchor.size, "event"),
            seconds_text(anchor.made)
        ));
    }
    lines
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    if args.file.is_given() {
        return verify_file::run(&args.file, ctx);
    }
    let request = Request {
        depth: if args.quick {
            Depth::Quick
        } else {
            Depth::Full
        },
        trusted: args
            .trusted_checkpoint
            .as_deref()
            .map(read_checkpoint)
            .transpose()?,
        accepted: args.accept_epoch.clone(),
        policy: witness::policy(ctx)?,
    };
    let mut meter = Meter::new(ctx, "verifying", Unit::Items);
    let core = ctx.open()?;
    let report = verify(&core, &request, &mut |progress| meter.report(progress))?;
    drop(meter);
    let kind = (!report.is_good()).then_some(Kind::Integrity);
    ctx.answer_with(&Verified(report, args.trusted_checkpoint.clone()), kind)
}
