//! `password corpus build`: from a plain list of passwords to a sorted file of fingerprints.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write as _};
use std::path::Path;

use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::store::corpus::{self, Built};
use crate::store::file::{self, Existing};
use crate::store::partial::Partial;

const EXAMPLES: [Example; 1] = [Example {
    what: "Sort a plain list, and take it into use",
    line: "optimactl password corpus build own-words.txt --output sorted.txt",
}];

/// Sort a plain list of passwords into a file of fingerprints
///
/// Reads one password a line and writes `SHA1:COUNT` in order, as `optimactl password corpus add` takes it. At most
/// 200 MiB of memory are used, and 20 bytes of disk for each password while it works. The fingerprint of "password"
/// is added, because the self-test looks for it. Needs no store.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl password corpus add", "optimactl password corpus verify"],
))]
pub(crate) struct Args {
    /// The plain list; `-` for standard input
    #[arg(value_name = "FILE")]
    from: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let Target::File(to) = ctx.target(None)? else {
        return Err(Error::usage("the sorted list needs a file of its own")
            .hint("name it with `--output FILE`"));
    };
    if ctx.flags.dry_run {
        let sentence = format!("Would write the sorted list to {}", to.display());
        return ctx.answer(&ctx.change("password-corpus-build", sentence));
    }
    let existing = ctx.existing();
    let mut meter = Meter::new(ctx, "sorting", Unit::Bytes);
    let built = if args.from == "-" {
        let input = ctx.stdin.take("password corpus build -")?;
        written(input, (&to, existing), &mut meter)?
    } else {
        let path = Path::new(&args.from);
        let from = File::open(path).map_err(|error| Error::io("open", path, &error))?;
        written(
            BufReader::with_capacity(1 << 20, from),
            (&to, existing),
            &mut meter,
        )?
    };
    drop(meter);
    let sentence = format!(
        "Wrote {} of {} to {}",
        count(built.written, "fingerprint"),
        count(built.read, "line"),
        to.display()
    );
    ctx.answer(
        &ctx.change("password-corpus-build", sentence)
            .with("passwords", built.read)
            .with("fingerprints", built.written)
            .with("path", to.display().to_string()),
    )
}

/// Written beside and renamed: half a list never has the name of a whole one.
fn written(
    from: impl BufRead,
    (to, existing): (&Path, Existing),
    meter: &mut Meter,
) -> Result<Built> {
    let (partial, out) = Partial::create(to)?;
    let mut out = BufWriter::with_capacity(1 << 20, out);
    let built = corpus::build(from, &mut out, to, &mut |progress| {
        meter.report(progress);
    })?;
    out.flush()
        .map_err(|error| Error::io("write", to, &error))?;
    file::sync(out.get_ref(), to)?;
    partial.place(existing)?;
    Ok(built)
}
