"""Verifiers that are not ours: pymerkle rebuilds the tree and checks inclusion and both states, `cryptography` the
signatures. Tries every alteration, and ends with 0 when what is whole is accepted and nothing altered is.

    tree.py VKEY OLD-CHECKPOINT PROOF CONSISTENCY TILES
"""

import base64
import binascii
import pathlib
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pymerkle import InclusionProof, InmemoryTree, InvalidProof, verify_consistency, verify_inclusion
from pymerkle.hasher import MerkleHasher


def strict(text):
    """Base64 with one form only."""
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError("spare bits")
    return raw


def checkpoint(vkey, note):
    name, key_id, key = vkey.split("+", 2)
    text, _, lines = note.decode().rpartition("\n\n")
    dash, signer, signature = lines.split(" ")
    raw = strict(signature.removesuffix("\n"))
    if dash != "\u2014" or signer != name or raw[:4].hex() != key_id or not lines.endswith("\n"):
        raise ValueError("not signed by this log")
    Ed25519PublicKey.from_public_bytes(strict(key)[1:]).verify(raw[4:], (text + "\n").encode())
    origin, size, root = text.split("\n")
    if origin != name:
        raise ValueError("another log")
    return int(size), strict(root)


def passes(check):
    try:
        check()
    except (InvalidProof, InvalidSignature, ValueError, binascii.Error, UnicodeDecodeError):
        return False
    return True


def entries(folder):
    tiles = pathlib.Path(folder, "tile", "entries")
    for bundle in sorted(path for path in tiles.rglob("*") if path.is_file()):
        data = bundle.read_bytes()
        while data:
            length = int.from_bytes(data[:2], "big")
            yield data[2 : 2 + length]
            data = data[2 + length :]


def inclusion(tree, entry, root, index, hashes):
    """The path in pymerkle's form: the leaf first, and the rule of turns that follows from index and size."""
    shape = tree.prove_inclusion(index + 1)
    leaf = MerkleHasher("sha256").hash_buff(entry)
    size = tree.get_size()
    proof = InclusionProof("sha256", True, size, index + 1, shape.rule, [leaf, *hashes])
    verify_inclusion(leaf, root, proof, index=index + 1, size=size)


def main(vkey, old, proof, consistency, tiles):
    tried = 0
    old = pathlib.Path(old).read_bytes()
    old_size, old_root = checkpoint(vkey, old)
    for at in range(len(old)):
        for bit in range(8):
            altered = bytearray(old)
            altered[at] ^= 1 << bit
            assert not passes(lambda: checkpoint(vkey, bytes(altered))), f"byte {at} of the checkpoint"
            tried += 1

    head, _, signed = pathlib.Path(proof).read_bytes().partition(b"\n\n")
    size, root = checkpoint(vkey, signed)
    _, extra, index, *hashes = head.decode().split("\n")
    entry = strict(extra.removeprefix("extra "))
    index = int(index.removeprefix("index "))
    hashes = [strict(text) for text in hashes]
    tree = InmemoryTree(algorithm="sha256")
    for data in entries(tiles):
        tree.append_entry(data)
    assert tree.get_size() == size and tree.get_root() == root, "the rebuilt tree has another root"
    assert tree.get_root(old_size) == old_root, "the older tree has another root"
    inclusion(tree, entry, root, index, hashes)
    for other in range(size):
        assert passes(lambda: inclusion(tree, entry, root, other, hashes)) == (other == index), f"index {other}"
        tried += 1
    for at, digest in enumerate(hashes):
        for bit in range(256):
            altered = bytearray(digest)
            altered[bit // 8] ^= 1 << bit % 8
            changed = [*hashes[:at], bytes(altered), *hashes[at + 1 :]]
            assert not passes(lambda: inclusion(tree, entry, root, index, changed)), f"hash {at}"
            tried += 1
    verify_consistency(old_root, root, tree.prove_consistency(old_size, size))
    for at in range(32):
        altered = bytearray(old_root)
        altered[at] ^= 1
        proven = tree.prove_consistency(old_size, size)
        assert not passes(lambda: verify_consistency(bytes(altered), root, proven)), f"byte {at} of the older root"
        tried += 1
    assert checkpoint(vkey, pathlib.Path(consistency).read_bytes().partition(b"\n\n")[2]) == (size, root)
    print(tried, "tried")


main(*sys.argv[1:])
