-- What the pages of the last full backup were, so that a delta finds what changed since without opening it.
-- A cache: without it the next backup is a full one.
CREATE TABLE delta_base (
    one          INTEGER NOT NULL CHECK (one = 0), -- deltas are always made against the last full backup
    backup       TEXT NOT NULL,                    -- its id
    page_size    INTEGER NOT NULL,
    pages        INTEGER NOT NULL,
    image_sha256 TEXT NOT NULL,
    key          BLOB NOT NULL,                    -- of the digests; drawn anew for each full backup
    PRIMARY KEY (one)
) STRICT;
-- BLAKE3 of each page under that key, the first 12 bytes, for 4096 pages a row.
CREATE TABLE delta_page (
    chunk   INTEGER NOT NULL,
    digests BLOB NOT NULL,
    PRIMARY KEY (chunk)
) STRICT;
