//! `hold`: what must not be deleted, by which law, and when somebody must look again.

pub(crate) mod list;
pub(crate) mod place;
pub(crate) mod release;
pub(crate) mod review;
mod row;
pub(crate) mod show;

use crate::base::clock::Time;
use crate::base::error::Result;
use crate::base::period::parse_future;
use crate::cli::context::{Context, Exit};
use crate::cli::select::zone;

/// Keep data from being deleted while a law or a claim needs them
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Place(place::Args),
    List(list::Args),
    Show(show::Args),
    Review(review::Args),
    Release(release::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Place(args) => place::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Review(args) => review::run(args, ctx),
            Self::Release(args) => release::run(args, ctx),
        }
    }
}

/// When the next review is due, and the latest time at which it may be; the latest if none was typed.
fn next_review(ctx: &Context, typed: Option<&str>) -> Result<(Time, Time)> {
    let now = ctx.clock.now();
    let ceiling = ctx.settings.period("holds.review")?.after(now);
    let next = match typed {
        Some(typed) => parse_future(typed, now, &zone(ctx)?)?,
        None => ceiling,
    };
    Ok((next, ceiling))
}
