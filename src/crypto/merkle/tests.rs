//! The recursive definition of RFC 6962, and properties of every small tree.

use data_encoding::HEXLOWER;
use proptest::prelude::*;

use super::*;
use crate::base::error::Kind;

fn leaves(count: u64) -> Vec<Hash> {
    (0..count)
        .map(|number| leaf(&number.to_be_bytes()))
        .collect()
}

/// RFC 6962 §2.1, word by word.
fn defined(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [one] => *one,
        more => {
            let (left, right) = more.split_at(more.len().next_power_of_two() / 2);
            node(&defined(left), &defined(right))
        }
    }
}

#[test]
fn known_roots() {
    // The test data of RFC 6962's reference implementation: eight entries, all of them public.
    let entries: Vec<Hash> = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
    .iter()
    .map(|hex| leaf(&HEXLOWER.decode(hex.as_bytes()).unwrap()))
    .collect();
    let hex = |hash: Hash| HEXLOWER.encode(&hash);
    assert_eq!(
        hex(empty_root()),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
    assert_eq!(
        hex(entries[0]),
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    );
    assert_eq!(
        hex(subtree_root(&entries)),
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    );
}

#[test]
fn every_way_to_a_root_agrees() {
    let all = leaves(300);
    let tree = MemoryTree::new(all.clone());
    let mut frontier = Frontier::new();
    for (size, next) in all.iter().enumerate() {
        let expected = defined(&all[..size]);
        assert_eq!(frontier.root(), expected);
        assert_eq!(subtree_root(&all[..size]), expected);
        assert_eq!(
            root_at(&tree, u64::try_from(size).unwrap()).unwrap(),
            expected
        );
        let read = Frontier::from_parts(frontier.size(), &frontier.to_bytes()).unwrap();
        assert_eq!(read, frontier);
        frontier.push(*next).unwrap();
    }
}

#[test]
fn a_frontier_takes_whole_tiles() {
    let all = leaves(256 * 5 + 3);
    let mut frontier = Frontier::new();
    let (tiles, rest) = all.as_chunks::<256>();
    for tile in tiles {
        frontier.push_subtree(8, subtree_root(tile)).unwrap();
    }
    for leaf in rest {
        frontier.push(*leaf).unwrap();
    }
    assert_eq!(frontier.root(), defined(&all));
    assert_eq!(
        frontier.push_subtree(8, all[0]).unwrap_err().kind,
        Kind::Bug
    );
    assert_eq!(
        frontier.push_subtree(64, all[0]).unwrap_err().kind,
        Kind::Bug
    );
}

#[test]
fn a_frontier_of_the_wrong_shape_is_refused() {
    for (size, bytes) in [
        (0, 32),
        (1, 0),
        (1, 31),
        (1, 33),
        (3, 32),
        (4, 64),
        (u64::MAX, 64 * 32),
    ] {
        let error = Frontier::from_parts(size, &vec![7; bytes]).unwrap_err();
        assert_eq!(error.kind, Kind::Integrity, "{size} {bytes}");
    }
}

#[test]
fn every_proof_of_every_small_tree_verifies() {
    let tree = MemoryTree::new(leaves(300));
    let roots: Vec<Hash> = (0..=300)
        .map(|size| root_at(&tree, size).unwrap())
        .collect();
    for size in 1..=300_u64 {
        let new_root = roots[usize::try_from(size).unwrap()];
        for index in 0..size {
            let proof = prove_inclusion(&tree, index, size).unwrap();
            let claim = Inclusion {
                leaf: tree.node(0, index).unwrap(),
                index,
                size,
            };
            verify_inclusion(&claim, &proof, &new_root).unwrap();
            let old_size = index + 1;
            let old_root = roots[usize::try_from(old_size).unwrap()];
            let proof = prove_consistency(&tree, old_size, size).unwrap();
            let claim = Consistency {
                old_size,
                old_root,
                new_size: size,
                new_root,
            };
            verify_consistency(&claim, &proof).unwrap();
        }
    }
}

#[test]
fn proofs_that_cannot_exist_are_refused() {
    let tree = MemoryTree::new(leaves(5));
    assert_eq!(
        prove_inclusion(&tree, 5, 5).unwrap_err().kind,
        Kind::NotFound
    );
    assert_eq!(
        prove_inclusion(&tree, 0, 0).unwrap_err().kind,
        Kind::NotFound
    );
    assert_eq!(
        prove_consistency(&tree, 0, 5).unwrap_err().kind,
        Kind::Usage
    );
    assert_eq!(
        prove_consistency(&tree, 5, 4).unwrap_err().kind,
        Kind::Usage
    );
    assert_eq!(prove_consistency(&tree, 5, 6).unwrap_err().kind, Kind::Bug);
    assert!(prove_consistency(&tree, 5, 5).unwrap().is_empty());
}

/// A place in a tree of at most 300 leaves.
fn places() -> impl Strategy<Value = (u64, u64)> {
    (1..=300_u64).prop_flat_map(|size| (Just(size), 0..size))
}

/// The ways to damage a list of hashes.
fn damaged(proof: &[Hash], at: usize, flip: u8) -> Vec<Vec<Hash>> {
    let mut longer = proof.to_vec();
    longer.push([flip; 32]);
    let mut earlier = proof.to_vec();
    earlier.insert(0, [flip; 32]);
    let mut out = vec![longer, earlier];
    if proof.is_empty() {
        return out;
    }
    let mut changed = proof.to_vec();
    changed[at % proof.len()][at % 32] ^= flip;
    let mut shorter = proof.to_vec();
    shorter.remove(at % proof.len());
    out.extend([changed, shorter]);
    out
}

proptest! {
    #[test]
    fn altered_inclusion_proofs_fail(
        (size, index) in places(), other in 0..400_u64, at in any::<usize>(), flip in 1..=255_u8,
    ) {
        let tree = MemoryTree::new(leaves(300));
        let root = root_at(&tree, size).unwrap();
        let proof = prove_inclusion(&tree, index, size).unwrap();
        let claim = Inclusion { leaf: tree.node(0, index).unwrap(), index, size };
        for wrong in damaged(&proof, at, flip) {
            prop_assert!(verify_inclusion(&claim, &wrong, &root).is_err());
        }
        let mut leaf = claim.leaf;
        leaf[at % 32] ^= flip;
        let wrong = Inclusion { leaf, ..claim };
        prop_assert!(verify_inclusion(&wrong, &proof, &root).is_err());
        if other != index {
            let wrong = Inclusion { index: other, ..claim };
            prop_assert!(verify_inclusion(&wrong, &proof, &root).is_err());
        }
        // A size belongs to its root: with the root of another size the path leads elsewhere.
        if other != size && other <= 300 {
            let root = root_at(&tree, other).unwrap();
            prop_assert!(verify_inclusion(&claim, &proof, &root).is_err());
            let wrong = Inclusion { size: other, ..claim };
            prop_assert!(verify_inclusion(&wrong, &proof, &root).is_err());
        }
    }

    #[test]
    fn altered_consistency_proofs_fail(
        (new_size, old) in places(), other in 0..300_u64, at in any::<usize>(), flip in 1..=255_u8,
    ) {
        let tree = MemoryTree::new(leaves(300));
        let root = |size| root_at(&tree, size).unwrap();
        let old_size = old + 1;
        let (old_root, new_root) = (root(old_size), root(new_size));
        let proof = prove_consistency(&tree, old_size, new_size).unwrap();
        let claim = Consistency { old_size, old_root, new_size, new_root };
        for wrong in damaged(&proof, at, flip) {
            prop_assert!(verify_consistency(&claim, &wrong).is_err());
        }
        if other != old_size {
            let wrong = Consistency { old_size: other, old_root: root(other), ..claim };
            prop_assert!(verify_consistency(&wrong, &proof).is_err());
        }
        if other != new_size {
            let wrong = Consistency { new_size: other, new_root: root(other), ..claim };
            prop_assert!(verify_consistency(&wrong, &proof).is_err());
        }
        let mut old_root = old_root;
        old_root[at % 32] ^= flip;
        let wrong = Consistency { old_root, ..claim };
        prop_assert!(verify_consistency(&wrong, &proof).is_err());
        let mut new_root = new_root;
        new_root[at % 32] ^= flip;
        let wrong = Consistency { new_root, ..claim };
        prop_assert!(verify_consistency(&wrong, &proof).is_err());
    }

    #[test]
    fn no_claim_panics(index: u64, size: u64, count in 0..70_usize) {
        let proof = vec![[9; 32]; count];
        let claim = Inclusion { leaf: [1; 32], index, size };
        prop_assert!(verify_inclusion(&claim, &proof, &[0; 32]).is_err());
        let claim = Consistency {
            old_size: index, old_root: [2; 32], new_size: size, new_root: [3; 32],
        };
        prop_assert!(verify_consistency(&claim, &proof).is_err());
        let span = tile_span(u8::try_from(count % 64).unwrap(), index);
        prop_assert!(u64::from(span.first) + u64::from(span.count) <= TILE_WIDTH);
    }
}

#[test]
fn tile_names_are_those_of_the_specification() {
    assert_eq!(tile_path(0, 1_234_067, 256), "tile/0/x001/x234/067");
    assert_eq!(tile_path(0, 273, 112), "tile/0/273.p/112");
    assert_eq!(tile_path(2, 0, 1), "tile/2/000.p/1");
    assert_eq!(tile_path(63, 1_000, 255), "tile/63/x001/000.p/255");
    assert_eq!(entries_path(999, 256), "tile/entries/999");
    assert_eq!(entries_path(12_345, 7), "tile/entries/x012/345.p/7");
}

#[test]
fn a_node_is_the_root_of_its_part_of_a_tile() {
    let all = leaves(256 * 4);
    let tree = MemoryTree::new(all);
    for level in 0..=10_u8 {
        for index in 0..(1_u64 << (10 - level)) {
            let TileSpan {
                level: tile,
                n,
                first,
                count,
            } = tile_span(level, index);
            let start = n * TILE_WIDTH + u64::from(first);
            let row: Vec<Hash> = (start..start + u64::from(count))
                .map(|place| tree.node(tile * 8, place).unwrap())
                .collect();
            assert_eq!(subtree_root(&row), tree.node(level, index).unwrap());
        }
    }
}
