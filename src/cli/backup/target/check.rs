//! `backup target check`: tries out whether a place does what backups need.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::base::text;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::places;
use crate::cli::render::{Answer, View};
use crate::domain::backup::places::At;
use crate::domain::backup::places::check::{self, Report};

const EXAMPLES: [Example; 1] = [Example {
    what: "Try out a folder",
    line: "optimactl backup target check backups",
}];

/// Try out a place that backups go to
///
/// Connects, lists it, writes a small file, reads it back, tries to put another in its place, and removes it. Says
/// which of these the place does. The exit code is 4 when something is missing that was expected, such as a target
/// with `append_only` whose credentials can remove files. With `--dry-run` it is only listed. In a bucket that locks
/// every file by itself no file is written, because nobody could remove it: an upload is begun and ended.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Findings, Kind::Refused, Kind::Integrity, Kind::NotFound, Kind::Remote, Kind::NoSpace],
    &["optimactl backup target list", "optimactl config template"],
))]
pub(crate) struct Args {
    /// A target's name in the configuration, a folder, or an address
    #[arg(value_name = "NAME|DIR|URL")]
    target: String,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Checked(Report);

impl Answer for Checked {
    fn schema(&self) -> &'static str {
        "backup-target-check"
    }

    fn view(&self) -> View {
        let report = &self.0;
        let mut lines = vec![format!(
            "{} holds {}",
            report.target,
            text::count(report.files, "file")
        )];
        if let Some(free) = report.free_bytes {
            lines.push(format!("  free: {}", text::size(free)));
        }
        if let Some(tried) = &report.tried {
            let said = |flag| if flag { "yes" } else { "no" };
            let told = |flag: Option<bool>| flag.map_or("not known", said);
            lines.push("  written and read back: yes".to_owned());
            lines.push(format!(
                "  refuses a second file of the same name: {}",
                said(tried.write_once)
            ));
            lines.push(match &tried.delete_refused {
                None => "  files can be removed: yes".to_owned(),
                Some(why) => format!("  files can be removed: no ({why})"),
            });
            if report.kind == "s3" {
                lines.push(format!("  object lock: {}", told(tried.object_lock)));
            } else {
                lines.push(format!("  brought to the disk: {}", told(tried.durable)));
            }
        }
        if let Some(why) = &report.untried {
            lines.push("  an upload was begun and ended without a file: yes".to_owned());
            lines.push(format!("  not tried with a file: {why}"));
        }
        lines.extend(
            report
                .findings
                .iter()
                .map(|text| format!("Missing: {text}")),
        );
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let spec = places::resolve(ctx, &args.target)?;
    let (random, folder) = (ctx.random(), matches!(spec.at, At::Folder(_)));
    let report = check::check(spec, (!ctx.flags.dry_run).then_some(&random));
    let report = report.map_err(|error| match error.kind {
        Kind::NotFound if folder => {
            error.hint("make the folder first; `optimactl backup create` makes it by itself")
        }
        _ => error,
    })?;
    let findings = !report.findings.is_empty();
    ctx.answer_with(&Checked(report), findings.then_some(Kind::Findings))
}
