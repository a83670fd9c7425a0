//! The published vectors of RFC 6962's proofs: every one decided as it says.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use serde_json::Value;

use super::*;

fn json_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            json_files(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            found.push(path);
        }
    }
}

/// A hash of a vector. Several are too short or empty on purpose, which our types cannot hold.
fn hash(value: &Value) -> Option<Hash> {
    BASE64
        .decode(value.as_str().unwrap_or_default().as_bytes())
        .ok()?
        .try_into()
        .ok()
}

/// A root for a consistency proof: one good vector has roots of 12 bytes, whose digest stands for them.
fn root(value: &Value) -> Option<Hash> {
    let bytes = BASE64.decode(value.as_str()?.as_bytes()).ok()?;
    Some(hash(value).unwrap_or_else(|| leaf(&bytes)))
}

fn accepted(case: &Value) -> Option<bool> {
    let number = |name: &str| case[name].as_u64();
    let proof: Option<Vec<Hash>> = case["proof"]
        .as_array()
        .map_or(Some(vec![]), |list| list.iter().map(hash).collect());
    if case.get("leafIdx").is_some() {
        let leaf = hash(&case["leafHash"])?;
        let claim = Inclusion {
            leaf,
            index: number("leafIdx")?,
            size: number("treeSize")?,
        };
        return Some(verify_inclusion(&claim, &proof?, &hash(&case["root"])?).is_ok());
    }
    let claim = Consistency {
        old_size: number("size1")?,
        old_root: root(&case["root1"])?,
        new_size: number("size2")?,
        new_root: root(&case["root2"])?,
    };
    Some(verify_consistency(&claim, &proof?).is_ok())
}

/// The root of a part, and of the whole with it, of a proof that is read from its end (draft-ietf-plants-merkle-tree-certs
/// §4.4). The program itself proves whole trees only: this stands here for the vectors.
fn subtree(
    range: (u64, u64),
    size: u64,
    known: Option<Hash>,
    proof: &mut Vec<Hash>,
) -> Option<(Hash, Hash)> {
    let (start, end) = range;
    if (start, end) == (0, size) {
        let root = known.or_else(|| proof.pop())?;
        return Some((root, root));
    }
    let left_size = 1 << (size.checked_sub(1)?.checked_ilog2()?);
    let other = proof.pop()?;
    if end <= left_size {
        let (part, whole) = subtree(range, left_size, known, proof)?;
        return Some((part, node(&whole, &other)));
    }
    let rest = size - left_size;
    if left_size <= start {
        let range = (start - left_size, end - left_size);
        let (part, whole) = subtree(range, rest, known, proof)?;
        return Some((part, node(&other, &whole)));
    }
    let (part, whole) = subtree((0, end - left_size), rest, None, proof)?;
    Some((node(&other, &part), node(&other, &whole)))
}

fn subtree_accepted(case: &Value) -> Option<bool> {
    let number = |name: &str| case[name].as_u64();
    let (start, end) = (number("start")?, number("end")?);
    let width = end.checked_sub(start)?;
    if width == 0 && case.get("leafIdx").is_none() {
        // The part without leaves is in every tree, and nothing needs to be shown for it.
        let bare = case["proof"].as_array().is_none_or(Vec::is_empty);
        return Some(bare && end <= number("size")? && root(&case["root1"])? == empty_root());
    }
    // A part is one whose place in the tree no later leaf changes.
    if width == 0 || !start.is_multiple_of(width.checked_next_power_of_two()?) {
        return None;
    }
    let mut proof: Vec<Hash> = case["proof"]
        .as_array()
        .map_or(Some(vec![]), |list| list.iter().map(hash).collect())?;
    if case.get("leafIdx").is_some() {
        let claim = Inclusion {
            leaf: hash(&case["leafHash"])?,
            index: number("leafIdx")?.checked_sub(start)?,
            size: width,
        };
        return Some(verify_inclusion(&claim, &proof, &hash(&case["root"])?).is_ok());
    }
    let size = number("size").filter(|size| end <= *size)?;
    let (part, whole) = (root(&case["root1"])?, root(&case["root2"])?);
    let found = subtree((start, end), size, Some(part), &mut proof)?;
    // From a part on, nothing may be known but the part.
    Some(found == (part, whole) && proof.is_empty())
}

#[test]
fn published_vectors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/rfc6962");
    if !folder.is_dir() {
        crate::base::skipped(
            "the vectors of transparency-dev/merkle are not in ../shared/data/rfc6962",
        );
        return;
    }
    let mut files = vec![];
    json_files(&folder.join("inclusion"), &mut files);
    json_files(&folder.join("consistency"), &mut files);
    json_files(&folder.join("subtreeinclusion"), &mut files);
    json_files(&folder.join("subtreeconsistency"), &mut files);
    assert_eq!(files.len(), 518);
    let mut good = 0;
    for file in files {
        let case: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        let expected = !case["wantErr"].as_bool().unwrap();
        let decided = match case.get("start") {
            Some(_) => subtree_accepted(&case),
            None => accepted(&case),
        };
        assert_eq!(decided.unwrap_or(false), expected, "{}", file.display());
        good += u32::from(expected);
    }
    assert_eq!(good, 36, "482 of 518 must be rejected");
}
