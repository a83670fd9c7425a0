//! `config template`: a commented file with every setting.

use serde::Serialize;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::cli::settings::keys;

const EXAMPLES: [Example; 1] = [Example {
    what: "Start a configuration file",
    line: "optimactl config template",
}];

/// Print a commented configuration file
///
/// Every setting is in it, switched off. Save it as `~/.config/optimactl/config.toml`, or as
/// `/etc/optimactl/config.toml` for everybody; only you and root may be able to write it and its folder.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &[], &["optimactl config show"]))]
pub(crate) struct Args {}

#[derive(Serialize)]
#[serde(transparent)]
struct Template(String);

impl Answer for Template {
    fn schema(&self) -> &'static str {
        "config-template"
    }

    fn view(&self) -> View {
        View::Lines(self.0.lines().map(str::to_owned).collect())
    }
}

pub(crate) fn run(_: &Args, ctx: &Context) -> Result<Exit> {
    ctx.answer(&Template(keys::template()))
}
