//! `backup show`: one manifest in full.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::backup::restore::Pick;
use crate::domain::backup::{Chosen, Manifest, Presence};

use super::list::Verified;
use super::shared::{self, From};

const EXAMPLES: [Example; 1] = [Example {
    what: "See the newest backup",
    line: "optimactl backup show --latest --from backups",
}];

/// Show what a backup's manifest says
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES, &examples::STORE, &["optimactl backup list", "optimactl backup verify"],
))]
pub(crate) struct Args {
    /// The backup
    #[arg(value_name = "ID", required_unless_present = "latest")]
    id: Option<String>,
    /// The newest one
    #[arg(long, conflicts_with = "id")]
    latest: bool,
    #[command(flatten)]
    from: From,
}

#[derive(Serialize)]
struct Answered {
    path: String,
    state: Presence,
    manifest: Manifest,
    manifest_sha256: String,
    /// Stock tools read files of this machine alone: these are brought here first.
    bring: Vec<String>,
    open_with: String,
    verified: Verified,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-show"
    }

    fn view(&self) -> View {
        let manifest = &self.manifest;
        let base = manifest.delta.as_ref();
        let row = |name: &str, value: String| (name.to_owned(), value);
        let mut rows = vec![
            row("id", manifest.id.clone()),
            row("file", self.path.clone()),
            row("created", manifest.created.clone()),
            row("label", manifest.label.clone().unwrap_or_default()),
            row("kind", shared::kind(manifest).to_owned()),
            row(
                "based on",
                base.map_or_else(String::new, |delta| delta.base.clone()),
            ),
            row("number", manifest.sequence.to_string()),
            row("epoch", manifest.epoch.clone()),
            row("size", shared::size(manifest.file.bytes)),
            row("sha256", manifest.file.sha256.clone()),
            row("image size", shared::size(manifest.image.bytes)),
            row("image sha256", manifest.image.sha256.clone()),
            row("pages", manifest.image.pages.to_string()),
            row("audit events", manifest.audit.size.to_string()),
            row("recipients", manifest.recipients.join(" ")),
            row(
                "recovery",
                format!(
                    "{} {} {}",
                    manifest.recovery.slots, manifest.recovery.keyring, manifest.recovery.journal
                ),
            ),
            row("signed by", manifest.vkey.clone()),
            row("manifest sha256", self.manifest_sha256.clone()),
        ];
        rows.extend(self.verified.lines());
        let mut last = vec![];
        if !self.bring.is_empty() {
            last.push("Bring here first, with the tools of that place:".to_owned());
            last.extend(self.bring.iter().map(|path| format!("  {path}")));
        }
        last.push("Open with:".to_owned());
        // On lines of their own, which are not wrapped: they are pasted.
        last.push(self.open_with.clone());
        View::Parts(vec![View::Record(rows), View::Lines(last)])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let chosen = match shared::pick(args.id.as_deref()) {
        Pick::Signed(chosen) => chosen,
        Pick::File(path) => Chosen::Id(path.display().to_string()),
    };
    let target = args.from.target(ctx, &chosen)?;
    let (listing, known) = args.from.listing(ctx, &target)?;
    let item = listing.choose(&chosen)?;
    let bad =
        matches!(item.presence, Presence::Missing | Presence::Changed).then_some(Kind::Integrity);
    let file = &item.manifest.file.name;
    let base = item.base.as_ref().map(|base| &base.manifest.file.name);
    let missing = item.manifest.delta.is_some() && base.is_none();
    let is_far = target.folder().is_none();
    let here = |name: &String| {
        if is_far {
            name.clone()
        } else {
            target.shown(name)
        }
    };
    let opened = base.map(here);
    let opened = opened.or_else(|| missing.then(|| "BASE".to_owned()));
    let needed = std::iter::once(file).chain(base).filter(|_| is_far);
    let bad = if missing { Some(Kind::Integrity) } else { bad };
    let answer = Answered {
        open_with: open_with(&here(file), opened.as_deref()),
        bring: needed.map(|name| target.shown(name)).collect(),
        path: target.shown(file),
        verified: Verified::of(&known, &item.manifest.id),
        state: item.presence,
        manifest: item.manifest.clone(),
        manifest_sha256: item.sha256.clone(),
    };
    ctx.answer_with(&answer, bad)
}

/// What opens it without this program; `apply.py` stands in optimactl-formats(5).
fn open_with(path: &str, base: Option<&str>) -> String {
    let open = |path: &str, to: &str| format!("age -d -i IDENTITY '{path}' | zstd -d > {to}");
    match base {
        None => open(path, "store.db"),
        Some(base) => format!(
            "{} && {} && python3 apply.py base.db delta store.db",
            open(base, "base.db"),
            open(path, "delta")
        ),
    }
}
