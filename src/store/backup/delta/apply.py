# Makes the image of a delta backup by hand: python3 apply.py BASE.db DELTA NEW.db
# (BASE.db: age -d FULL.db.zst.age | zstd -d; DELTA: age -d FILE.delta.zst.age | zstd -d)
import hashlib, struct, sys

base, delta = open(sys.argv[1], "rb"), open(sys.argv[2], "rb")
head = struct.unpack(">18sIIII32s", delta.read(66))
magic, page_size, pages, base_pages, count, base_sha256 = head
assert magic == b"optimactl/delta/1\n", "this is not a delta"
changed = struct.unpack(f">{count}I", delta.read(4 * count))
seen, at = hashlib.sha256(), 0
with open(sys.argv[3], "xb") as new:
    for number in range(1, max(pages, base_pages) + 1):
        page = base.read(page_size)
        seen.update(page)
        if at < count and changed[at] == number:
            page, at = delta.read(page_size), at + 1
        if number <= pages:
            assert len(page) == page_size, "a file is cut"
            new.write(page)
assert not base.read(1) and not delta.read(1), "a file holds more than it says"
assert seen.digest() == base_sha256, "the delta was made against another backup"
