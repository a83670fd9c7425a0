#!/usr/bin/env python3
"""Checks the folder in which it lies: python3 -I check.py [KEY [WITNESS...]]

KEY is the log's public key (NAME+ID+KEY), known from elsewhere. Without it the key in
log.vkey is taken, which shows only that the folder fits together. WITNESS is the public
key of somebody who signed the log's size and root; each must have done so. Uses the
standard library alone. Ends with 0 if everything fits, else with 1.
"""
import sys

# A module that somebody laid beside this file must not take the place of Python's own: `sys` alone is built in.
BESIDE = __file__.rpartition("/")[0]
sys.path = [place for place in sys.path if place not in ("", ".", BESIDE)] if sys.flags.isolated else [
    place for place in sys.path if place.startswith((sys.base_prefix + "/lib", sys.base_exec_prefix + "/lib"))
]
sys.dont_write_bytecode = True

import base64
import hashlib
import json
import pathlib
import time

HERE = pathlib.Path(__file__).resolve().parent


def fail(why):
    print("DOES NOT FIT:", why)
    sys.exit(1)


def need(fits, why):
    if not fits:
        fail(why)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def text_of(path):
    return (HERE / path).read_bytes().decode("utf-8")


def octets_of(text):
    """Base64 in the one form that an encoder writes."""
    octets = base64.b64decode(text, validate=True)
    need(base64.b64encode(octets).decode() == text, "base64 is not in its one form")
    return octets


# Ed25519, verification only (RFC 8032, section 5.1.7), points as (X, Y, Z, T).
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def plus(a, b):
    minus = (a[1] - a[0]) * (b[1] - b[0]) % P
    total = (a[1] + a[0]) * (b[1] + b[0]) % P
    cross = 2 * a[3] * b[3] * D % P
    depth = 2 * a[2] * b[2] % P
    e, f, g, h = total - minus, depth - cross, depth + cross, total + minus
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = plus(result, point)
        point = plus(point, point)
        number >>= 1
    return result


def point_of(octets):
    y = int.from_bytes(octets, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT % P
    if x * x % P != square or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed_by(public, message, signature):
    key, start = point_of(public), point_of(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or start is None or len(signature) != 64 or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    hashed = int.from_bytes(digest, "little") % ORDER
    a, b = times(scalar, BASE), plus(start, times(hashed, key))
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


# Signed notes (c2sp.org/signed-note) and keys of the form NAME+ID+KEY.
def parse_key(text, kind, what):
    name, number, encoded = text.strip().split("+", 2)
    material = octets_of(encoded)
    need(len(material) == 33 and material[0] == kind, "%s is no key of %s" % (ascii(text), what))
    need(sha(name.encode(), b"\n", material)[:4].hex() == number, "the key's id is not its own")
    return name, material[1:]


def signatures(note, name, kind, public):
    """The text of the note, and what stands in the lines of this key under this name."""
    text, lines = note.rsplit("\n\n", 1)
    number = sha(name.encode(), b"\n", bytes([kind]), public)[:4]
    found = []
    for line in lines.splitlines():
        dash, signer, encoded = line.split(" ", 2)
        octets = octets_of(encoded)
        if dash == "\u2014" and signer == name and octets[:4] == number:
            found.append(octets[4:])
    return text + "\n", found


LOG, WITNESS = 1, 4


def text_signed(note, name, public):
    """The text of the note, if this key signed it under this name."""
    text, found = signatures(note, name, LOG, public)
    return text if any(signed_by(public, text.encode(), signature) for signature in found) else None


def store_of(name):
    return name.split("/")[:2]


def trusted_keys(name, public):
    """The given key, and every key that it handed over to."""
    keys, notes = [public], sorted((HERE / "handovers").glob("*.note"))
    for _ in notes:
        for path in notes:
            note = path.read_bytes().decode("utf-8")
            title, old, new, _size = note.split("\n")[:4]
            need(title == "optimactl/handover/1", "%s is no handover" % path.name)
            old, new = parse_key(old, LOG, "a log"), parse_key(new, LOG, "a log")
            ours = store_of(old[0]) == store_of(new[0]) == store_of(name)
            signed = text_signed(note, *old) and text_signed(note, *new)
            need(ours and signed, "%s is not signed by both keys" % path.name)
            if old[1] in keys and new[1] not in keys:
                keys.append(new[1])
    return keys


def checkpoint(note, name, keys):
    origin = note.split("\n", 1)[0]
    need(store_of(origin) == store_of(name), "the checkpoint is of another log")
    for public in keys:
        text = text_signed(note, origin, public)
        if text:
            lines = text.split("\n")
            return int(lines[1]), octets_of(lines[2])
    fail("the checkpoint is not signed by the key")


# The tree (RFC 9162, section 2.1.3.2).
def root_of(leaf, index, size, path):
    need(index < size, "an event is beyond the checkpoint")
    here, last = index, size - 1
    for node in path:
        need(last != 0, "a path is too long")
        if here & 1 or here == last:
            leaf = sha(b"\x01", node, leaf)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            leaf = sha(b"\x01", leaf, node)
        here, last = here >> 1, last >> 1
    need(last == 0, "a path is too short")
    return leaf


# That a larger tree continues a smaller one (RFC 9162, section 2.1.4.2).
def need_continued(old, new, path, what):
    (first, old_root), (second, new_root) = old, new
    need(0 < first <= second, what)
    if first == second:
        need(not path and old_root == new_root, what)
        return
    if first & (first - 1) == 0:
        path = [old_root] + path
    need(path and all(len(node) == 32 for node in path), what)
    here, last = first - 1, second - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    small = large = path[0]
    for node in path[1:]:
        need(last != 0, what)
        if here & 1 or here == last:
            small, large = sha(b"\x01", node, small), sha(b"\x01", node, large)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            large = sha(b"\x01", large, node)
        here, last = here >> 1, last >> 1
    need(last == 0 and small == old_root and large == new_root, what)


# Witnesses (c2sp.org/tlog-cosignature, Ed25519): keys of type 4, the time in front of the text.
def cosigned_at(note, name, public):
    """When this witness signed the note, or nothing."""
    text, found = signatures(note, name, WITNESS, public)
    if not found:
        return None
    when = int.from_bytes(found[0][:8], "big")
    message = "cosignature/v1\ntime %d\n%s" % (when, text)
    need(signed_by(public, message.encode(), found[0][8:]), "the cosignature of %s is wrong" % ascii(name))
    return when


def check_witnesses(there, witnesses, origin, note, tree):
    """What they signed is a beginning of the tree that the checkpoint signs."""
    seen = {}
    for path in sorted(path for path in there if path.startswith("cosigned/") and path.endswith(".note")):
        signed = text_of(path)
        lines = signed.split("\n")
        need(lines[0] == origin, "%s is of another log" % ascii(path))
        old = int(lines[1]), octets_of(lines[2])
        head, newer = text_of(path[:-5] + ".consistency").split("\n\n", 1)
        head = head.split("\n")
        what = "the log does not continue %s" % ascii(path)
        need(head[0] == "old %d" % old[0] and newer == note, what)
        need_continued(old, tree, [octets_of(line) for line in head[1:]], what)
        for name, public in witnesses:
            when = cosigned_at(signed, name, public)
            if when is not None:
                seen[name, public] = max(seen.get((name, public), (0, 0)), (old[0], when))
    for name, public in witnesses:
        need((name, public) in seen, "%s signed nothing of this" % ascii(name))
    return [(name, *seen[name, public]) for name, public in witnesses]


def check_event(entry, note, tree):
    event = json.loads(entry)
    seq = event["seq"]
    head, signed = text_of("proofs/%d.tlog-proof" % seq).split("\n\n", 1)
    lines = head.split("\n")
    need(lines[0] == "c2sp.org/tlog-proof@v1", "the proof of event %d is none" % seq)
    need(lines[1].startswith("extra "), "the proof of event %d has no entry" % seq)
    need(octets_of(lines[1][6:]) == entry, "event %d differs from its proof" % seq)
    need(lines[2] == "index %d" % seq, "the proof of event %d is of another" % seq)
    need(signed == note, "the proof of event %d has another checkpoint" % seq)
    path = [octets_of(line) for line in lines[3:]]
    need(all(len(node) == 32 for node in path), "the path of event %d is none" % seq)
    need(root_of(sha(b"\x00", entry), seq, tree[0], path) == tree[1], "event %d is not in the log" % seq)
    return seq, event.get("_sd", {})


def check_value(line, digests):
    told = json.loads(line)
    need(set(told) == {"seq", "field", "disclosure"}, "a line of disclosures.jsonl holds something else")
    where = "field %s of event %s" % (ascii(told["field"]), told["seq"])
    text = told["disclosure"]
    digest = base64.urlsafe_b64encode(sha(text.encode())).rstrip(b"=").decode()
    need(digests.get((told["seq"], told["field"])) == digest, where + " is not what was committed to")
    _salt, field, _value = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    need(field == told["field"], where + " is another field")


def check_files():
    """Every file is listed with its hash, and every listed file is there."""
    listed = {}
    for line in text_of("MANIFEST.sha256").splitlines():
        digest, name = line.split("  ", 1)
        need(name not in listed, "%s is listed twice" % ascii(name))
        listed[name] = digest
    there = {str(path.relative_to(HERE)) for path in HERE.rglob("*") if path.is_symlink() or not path.is_dir()}
    there.discard("MANIFEST.sha256")
    for name in sorted(there ^ set(listed)):
        fail("%s is %s" % (ascii(name), "not listed" if name in there else "missing"))
    for name, digest in listed.items():
        need(sha((HERE / name).read_bytes()).hex() == digest, "%s was altered" % ascii(name))
    return there


def main():
    there = check_files()
    need("README.txt" in there and "check.go" in there, "a file is missing")
    key = (sys.argv[1] if len(sys.argv) > 1 else text_of("log.vkey")).strip()
    name, public = parse_key(key, LOG, "a log")
    note = text_of("checkpoint")
    tree = checkpoint(note, name, trusted_keys(name, public))
    witnesses = [parse_key(text, WITNESS, "a witness") for text in sys.argv[2:]]
    cosigned = check_witnesses(there, witnesses, note.split("\n", 1)[0], note, tree)
    events, values, digests, last = 0, 0, {}, -1
    with open(HERE / "events.jsonl", "rb") as lines:
        for line in lines:
            seq, committed = check_event(line.rstrip(b"\n"), note, tree)
            need(seq > last, "event %d stands twice or out of order" % seq)
            last = seq
            digests.update({(seq, field): digest for field, digest in committed.items()})
            events += 1
    need(events > 0, "there is no event")
    proofs = sum(name.startswith("proofs/") for name in there)
    need(proofs == events, "there are %d proofs for %d events" % (proofs, events))
    if (HERE / "disclosures.jsonl").exists():
        with open(HERE / "disclosures.jsonl", "rb") as lines:
            for line in lines:
                check_value(line, digests)
                values += 1
    print("fits: %d events in a log of %d, %d values" % (events, tree[0], values))
    for witness, size, when in cosigned:
        day = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(when))
        print("witnessed: the log up to event %d, by %s at %s" % (size - 1, ascii(witness), day))
    if len(sys.argv) == 1:
        print("by the folder's own key, which anybody could have put there: %s" % ascii(key))
        print("compare this line with the key that you have from elsewhere, or give that one to this program")


try:
    main()
except (ValueError, KeyError, IndexError, TypeError, OSError, OverflowError) as error:
    fail("a file is damaged (%s)" % ascii(error))
