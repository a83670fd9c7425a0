//! The password files of web servers: `name:hash`, one a line.

use std::io::BufRead;

use super::draft::Draft;
use super::fault::Fault;
use super::field::Field;
use super::lines::Lines;
use super::{Item, Options, See, hand};
use crate::base::error::Result;

pub(super) fn rows(reader: &mut dyn BufRead, options: &Options, see: &mut See<'_>) -> Result<()> {
    let mut lines = Lines::new(reader);
    while let Some(line) = lines.next()? {
        let line = match line {
            Ok(line) => line.to_owned(),
            Err(fault) => {
                see(Item::Fault(fault))?;
                continue;
            }
        };
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        hand(row(&line, lines.number(), options), see)?;
    }
    Ok(())
}

fn row(line: &str, number: u64, options: &Options) -> Result<super::Row, Box<Fault>> {
    let Some((name, hash)) = line.split_once(':') else {
        return Err(Box::new(Fault::new(number, "the line is not `name:hash`")));
    };
    let mut draft = Draft::new(number, options.now);
    draft.put("name", options.mapping.or("name", Field::Name), name);
    // nginx allows a comment behind a third colon; htdigest has a realm in its place.
    let hash = match hash.split_once(':') {
        Some((hash, _)) if hash.starts_with(['$', '{']) => hash,
        Some(_) => {
            let problem = "the line has a third part; is it htdigest, whose hashes hold the realm and cannot be taken?";
            return Err(Box::new(Fault::new(number, problem).named(name)));
        }
        None => hash,
    };
    draft.put("hash", options.mapping.or("hash", Field::Hash), hash);
    draft.finish()
}
