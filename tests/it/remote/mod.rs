//! Places far away, against real servers on loopback: object storage with a proxy in front that does harm, and an
//! SSH server with keys of its own.

mod damage;
mod faults;
mod life;
mod locks;
mod s3;
mod server;
mod sftp;
mod target;
mod tls;

use std::io::{Read, Write};

use optimactl::base::error::Kind;
use optimactl::base::place::{self, Place};

/// Bytes that repeat nowhere near.
fn content(bytes: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let step = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    let mut all: Vec<u8> = (0..bytes.div_ceil(8)).flat_map(step).collect();
    all.truncate(bytes);
    all
}

/// Writes, reads back before and after the name is given.
fn store(place: &dyn Place, name: &str, content: &[u8]) {
    let mut upload = place.create(name).unwrap();
    upload.write_all(content).unwrap();
    upload.seal().unwrap();
    let mut back = vec![];
    upload.reopen().unwrap().read_to_end(&mut back).unwrap();
    assert!(back == content, "reopened, it is something else");
    upload.publish().unwrap();
    assert!(fetch(place, name) == content, "read, it is something else");
}

fn fetch(place: &dyn Place, name: &str) -> Vec<u8> {
    let mut read = vec![];
    place.open(name).unwrap().read_to_end(&mut read).unwrap();
    read
}

fn names(place: &dyn Place, folder: &str) -> Vec<String> {
    let listed = place.list(folder).unwrap();
    listed.into_iter().map(|entry| entry.name).collect()
}

/// What every place promises.
fn keeps_the_promises(place: &dyn Place) {
    assert_eq!(names(place, ""), Vec::<String>::new());
    assert_eq!(names(place, "recovery"), Vec::<String>::new());
    store(place, "recovery/slots-1/one.age", b"small");
    store(place, "a b+c&ü.json", &content(100_000));
    store(place, "empty", b"");
    assert_eq!(names(place, ""), ["a b+c&ü.json", "empty"]);
    assert_eq!(names(place, "recovery"), Vec::<String>::new());
    let listed = place.list("recovery/slots-1").unwrap();
    assert_eq!((listed[0].name.as_str(), listed[0].bytes), ("one.age", 5));
    // A name is given once, also when somebody was faster.
    let kind = |name: &str, text: &[u8]| place::write_new(place, name, text).unwrap_err().kind;
    assert_eq!(kind("empty", b"another"), Kind::Conflict);
    let mut late = place.create("late").unwrap();
    late.write_all(b"mine").unwrap();
    place::write_new(place, "late", b"theirs").unwrap();
    let lost = late.seal().and_then(|()| late.publish());
    assert_eq!(lost.unwrap_err().kind, Kind::Conflict);
    assert_eq!(fetch(place, "late"), b"theirs");
    // What was not published goes away.
    let mut dropped = place.create("dropped").unwrap();
    dropped.write_all(b"text").unwrap();
    dropped.seal().unwrap();
    drop(dropped);
    drop(place.create("begun").unwrap());
    assert_eq!(names(place, ""), ["a b+c&ü.json", "empty", "late"]);
    assert_eq!(
        place.rename("late", "empty").unwrap_err().kind,
        Kind::Conflict
    );
    place.rename("late", "trash/late").unwrap();
    assert_eq!(fetch(place, "trash/late"), b"theirs");
    place.remove("empty").unwrap();
    place.remove("empty").unwrap();
    assert_eq!(place.open("empty").err().unwrap().kind, Kind::NotFound);
    assert_eq!(names(place, ""), ["a b+c&ü.json"]);
}
