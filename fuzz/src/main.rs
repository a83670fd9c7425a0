//! Every reader of foreign bytes, one target each; `FUZZ_TARGET` names the one of this run. One program for all, so
//! that it is linked once. Says `panic` for what must not happen; a refusal is what a reader is for.
#![no_main]

mod backup;
mod far;
mod limit;
mod targets;

use std::sync::OnceLock;

#[global_allocator]
static MEMORY: limit::Limit = limit::Limit;

static TARGET: OnceLock<fn(&[u8])> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let target = TARGET.get_or_init(|| {
        let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
        let found = targets::ALL.iter().find(|(known, _)| *known == name);
        let Some((_, target)) = found else {
            let names: Vec<&str> = targets::ALL.iter().map(|(name, _)| *name).collect();
            eprintln!("FUZZ_TARGET is one of: {}", names.join(" "));
            std::process::exit(2);
        };
        *target
    });
    target(bytes);
});
