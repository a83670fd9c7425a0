//! Each format with a file as it is met, and with what a hostile one holds.

mod documents;
mod guesses;
mod texts;

use std::fmt::Write as _;
use std::io::BufReader;

use proptest::prelude::*;

use super::{Bar, Fault, Format, Item, Mapping, Names, Options, Row, change_by, rows};
use crate::base::clock::{self, Time, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::store::account::AccountKind;

const ARGON2: &str =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
const BCRYPT: &str = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
const APR1: &str = "$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/";
const SHA512: &str = "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1";

fn now() -> Time {
    clock::parse("2026-11-22T12:00:00Z").unwrap()
}

fn options(map: &[&str]) -> Options {
    let map: Vec<String> = map.iter().map(|pair| (*pair).to_owned()).collect();
    Options {
        mapping: Mapping::parse(&map).unwrap(),
        names: Names::default(),
        now: now(),
    }
}

#[derive(Default)]
struct Read {
    rows: Vec<Row>,
    faults: Vec<Fault>,
    passed: Vec<String>,
}

fn read_with(format: Format, text: &[u8], options: &Options) -> Result<Read> {
    let mut read = Read::default();
    // A small buffer, so that everything is met across its edges.
    let mut reader = BufReader::with_capacity(7, text);
    rows(format, &mut reader, options, &mut |item| {
        match item {
            Item::Row(row) => read.rows.push(*row),
            Item::Fault(fault) => read.faults.push(*fault),
            Item::Passed { what, .. } => read.passed.push(what),
        }
        Ok(())
    })?;
    Ok(read)
}

fn read(format: Format, text: &str) -> Read {
    read_with(format, text.as_bytes(), &options(&[])).unwrap()
}

fn fails(format: Format, text: &[u8]) -> Error {
    read_with(format, text, &options(&[])).err().unwrap()
}

fn only(read: Read) -> Row {
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!(read.rows.len(), 1);
    read.rows.into_iter().next().unwrap()
}

fn scheme(row: &Row) -> &'static str {
    row.hash.as_ref().map_or("none", |hash| hash.scheme)
}
