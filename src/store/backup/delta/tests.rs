//! Deltas: what a list and its pages make of a base, and what is refused.

use crate::store::backup::length;
use std::process::Command;

use proptest::prelude::*;

use super::*;
use crate::base::error::{Kind, Result};
use crate::crypto::seal::sha256;

const SIZE: usize = 512;
const LIMIT: u64 = 1 << 20;

fn image(pages: &[u8]) -> Vec<u8> {
    pages
        .iter()
        .flat_map(|fill| std::iter::repeat_n(*fill, SIZE))
        .collect()
}

/// What `pack_delta` writes, from two images in memory.
fn delta(base: &[u8], new: &[u8]) -> Vec<u8> {
    let (old, pages): (Vec<_>, Vec<_>) = (base.chunks(SIZE).collect(), new.chunks(SIZE).collect());
    let mut changed = PageSet::new(length(pages.len()));
    for (at, page) in pages.iter().enumerate() {
        if old.get(at) != Some(page) {
            changed.add(length(at) + 1);
        }
    }
    let header = Header {
        page_size: u32::try_from(SIZE).unwrap(),
        pages: length(pages.len()),
        base_pages: length(old.len()),
        base_sha256: sha256(base),
        changed,
    };
    let mut bytes = header.write().unwrap();
    for number in header.changed.iter() {
        bytes.extend_from_slice(pages[usize::try_from(number).unwrap() - 1]);
    }
    assert_eq!(length(bytes.len()), header.total());
    bytes
}

fn apply(base: &[u8], delta: &[u8], block: usize) -> Result<Vec<u8>> {
    let mut delta = delta;
    let mut new = vec![];
    let mut out = |pages: &[u8]| {
        new.extend_from_slice(pages);
        Ok(())
    };
    let mut merge = Merge::begin(&mut delta, &sha256(base), LIMIT)?;
    for block in base.chunks(block * SIZE) {
        merge.take(block, &mut out)?;
    }
    merge.finish(&mut out)?;
    Ok(new)
}

proptest! {
    #[test]
    fn base_and_delta_make_the_new_image(
        old in prop::collection::vec(0..4_u8, 1..40),
        new in prop::collection::vec(0..4_u8, 1..40),
        block in 1..9_usize,
    ) {
        let (old, new) = (image(&old), image(&new));
        let delta = delta(&old, &new);
        prop_assert_eq!(apply(&old, &delta, block).unwrap(), new);
    }

    #[test]
    fn a_cut_or_longer_delta_is_damage(
        old in prop::collection::vec(0..4_u8, 1..12),
        new in prop::collection::vec(0..4_u8, 1..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let (old, new) = (image(&old), image(&new));
        let mut delta = delta(&old, &new);
        let cut = cut.index(delta.len());
        prop_assert_eq!(apply(&old, &delta[..cut], 3).unwrap_err().kind, Kind::Integrity);
        delta.push(0);
        prop_assert_eq!(apply(&old, &delta, 3).unwrap_err().kind, Kind::Integrity);
    }

    /// Whatever stands in front of the pages: an answer, no panic, and no more memory than the limit allows.
    #[test]
    fn a_hostile_header_is_refused_or_makes_an_image_within_the_limit(
        at in 0..90_usize, byte: u8,
    ) {
        let (old, new) = (image(&[1, 2, 3, 4]), image(&[1, 9, 3, 4, 5, 6]));
        let mut delta = delta(&old, &new);
        delta[at] = byte;
        if let Ok(made) = apply(&old, &delta, 2) {
            prop_assert!(length(made.len()) <= LIMIT);
        }
    }
}

#[test]
fn another_base_is_refused() {
    let (old, new) = (image(&[1, 2, 3]), image(&[1, 2, 4]));
    let delta = delta(&old, &new);
    let error = apply(&image(&[1, 2, 9]), &delta, 1).unwrap_err();
    assert_eq!(error.message, "the delta was not made against this backup");
    // A base that is shorter or longer than it was signed.
    let mut input = delta.as_slice();
    let merge = Merge::begin(&mut input, &sha256(&old), LIMIT).unwrap();
    assert_eq!(
        merge.finish(&mut |_| Ok(())).unwrap_err().kind,
        Kind::Integrity
    );
    let mut input = delta.as_slice();
    let mut merge = Merge::begin(&mut input, &sha256(&old), LIMIT).unwrap();
    assert!(merge.take(&image(&[1, 2, 3, 4]), &mut |_| Ok(())).is_err());
}

#[test]
fn a_header_that_claims_too_much_allocates_nothing() {
    let (old, new) = (image(&[1]), image(&[2]));
    let mut claims = delta(&old, &new);
    // Four thousand million pages, all changed.
    claims[22..26].fill(0xff);
    claims[30..34].fill(0xff);
    let error = apply(&old, &claims, 1).unwrap_err();
    assert_eq!(error.message, "the delta's list of pages is damaged");
}

#[test]
fn an_index_finds_what_changed_and_what_is_new() {
    let key = || crate::crypto::secret::Key::new([7; 32]);
    let (to_index, blocks) = std::sync::mpsc::channel();
    let old = image(&[1, 2, 3, 4]);
    to_index.send(std::sync::Arc::new(old.clone())).unwrap();
    drop(to_index);
    let mut indexer = Indexer::new(key());
    indexer.add_each(blocks, u32::try_from(SIZE).unwrap());
    let index = indexer.finish(
        "bkp".to_owned(),
        u32::try_from(SIZE).unwrap(),
        String::new(),
    );
    assert_eq!(index.pages, 4);
    let found = |new: &[u8]| {
        let each = |take: &mut dyn FnMut(&[u8])| {
            take(new);
            Ok(())
        };
        let changed = index.compare(length(new.len() / SIZE), each).unwrap();
        changed.iter().collect::<Vec<_>>()
    };
    assert!(found(&old).is_empty());
    assert_eq!(found(&image(&[1, 5, 3, 4, 6])), [2, 5]);
    assert!(found(&image(&[1, 2])).is_empty());
}

/// The lines that the handbook gives for applying a delta without this program.
#[test]
fn the_lines_of_the_handbook_apply_a_delta() {
    let dir = tempfile::TempDir::new().unwrap();
    let at = |name: &str| dir.path().join(name);
    for (number, new) in [&[1, 9, 3, 4, 7][..], &[1, 2], &[1, 2, 3]]
        .iter()
        .enumerate()
    {
        let (old, new) = (image(&[1, 2, 3]), image(new));
        fs_write(&at("base"), &old);
        fs_write(&at("delta"), &delta(&old, &new));
        let made = at(&format!("new-{number}"));
        let run = |base: &str| {
            Command::new("python3")
                .args(["-c", APPLY])
                .args([at(base), at("delta"), made.clone()])
                .output()
        };
        let Ok(done) = run("base") else {
            return; // There is no python3 here.
        };
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{told}");
        assert_eq!(std::fs::read(&made).unwrap(), new);
        std::fs::remove_file(&made).unwrap();
        assert!(!run("delta").unwrap().status.success());
    }
}

fn fs_write(path: &std::path::Path, bytes: &[u8]) {
    use std::io::Write as _;
    std::fs::remove_file(path).ok();
    crate::store::file::create_new(path)
        .unwrap()
        .write_all(bytes)
        .unwrap();
}
