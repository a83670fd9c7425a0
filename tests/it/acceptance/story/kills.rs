//! The story under `kill -9`: at a random moment of each step; the command after it finishes or undoes what was begun.

use std::collections::HashMap;

use super::{Look, Story};
use crate::sandbox::Sandbox;

/// `OPTIMACTL_KILLS` sets how often.
#[test]
fn a_story_outlives_every_kill() {
    let kills: usize = std::env::var("OPTIMACTL_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(12);
    let sandbox = Sandbox::prepared();
    let look = Look {
        store: sandbox.path("store"),
        backups: sandbox.path("backups"),
    };
    let mut story = Story::begin(&sandbox, look.clone());
    let (mut steps, mut hit) = (0_u32, HashMap::<&str, u32>::new());
    while hit.values().sum::<u32>() < u32::try_from(kills).unwrap() {
        let step = story.next();
        let moment = story.moment(&step);
        let mut running = story.start(step);
        // One in five goes to its end, so that there is something to lose.
        if story.dice.roll() < 0.8 {
            std::thread::sleep(moment);
            running.child.kill().unwrap();
        }
        let (step, confirmed) = story.finish(running);
        steps += 1;
        if confirmed {
            story.go_on(&step);
        } else {
            *hit.entry(step.name()).or_default() += 1;
            story.mend(&step);
        }
    }
    let state = story.state.clone();
    story.close(&look, std::slice::from_ref(&state));
    let told = format!(
        "{steps} steps, killed: {hit:?}, {} accounts and {} backups confirmed, {} times the next command said what it finished\n",
        state.accounts.len(),
        story.confirmed(),
        story.said.len()
    );
    std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes()).ok();
    if kills > 100 {
        story.said.sort();
        story.said.dedup();
        std::io::Write::write_all(&mut std::io::stderr(), story.said.join("").as_bytes()).ok();
    }
}
