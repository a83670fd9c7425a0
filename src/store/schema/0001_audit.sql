-- One row per audit event. `entry` holds the exact bytes that were hashed into the tree; the other columns
-- repeat a part of it for search and are recomputed by `audit verify`.
CREATE TABLE event (
    seq      INTEGER NOT NULL PRIMARY KEY, -- 0-based, no gaps: the leaf's index
    ts       INTEGER NOT NULL,             -- event time, microseconds since 1970
    rts      INTEGER NOT NULL,             -- record time, never decreasing
    action   INTEGER NOT NULL,             -- ids from `dictionary`
    actor    INTEGER NOT NULL,
    target   INTEGER,
    source   INTEGER NOT NULL,
    outcome  INTEGER NOT NULL,             -- 0 success, 1 failure, 2 refused, 3 intent
    severity INTEGER NOT NULL,             -- 0 info, 1 low, 2 medium, 3 high, 4 critical
    entry    BLOB NOT NULL
) STRICT;
CREATE INDEX event_action ON event (action, seq);
CREATE INDEX event_actor ON event (actor, seq);
CREATE INDEX event_target ON event (target, seq) WHERE target IS NOT NULL;
CREATE INDEX event_trouble ON event (outcome, seq) WHERE outcome <> 0;
CREATE TRIGGER event_is_final BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'audit events are final'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'audit events stay'); END;

-- The words behind the ids in `event`, numbered in order of first appearance.
-- kind: 1 action, 2 actor, 3 target, 4 source.
CREATE TABLE dictionary (
    kind  INTEGER NOT NULL,
    id    INTEGER NOT NULL,
    value TEXT NOT NULL,
    first INTEGER NOT NULL, -- seq of the event that used it first
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX dictionary_value ON dictionary (kind, value);

-- Personal and free-text values behind the digests in an entry (RFC 9901 §4.2). Erasure deletes rows here.
CREATE TABLE disclosure (
    seq   INTEGER NOT NULL,
    field TEXT NOT NULL,
    text  TEXT NOT NULL, -- base64url of the JSON array [salt, field, value]
    PRIMARY KEY (seq, field)
) STRICT, WITHOUT ROWID;

-- Random ids of actors and targets that are no accounts, found by keyed HMAC of the normalized name.
CREATE TABLE pseudonym (
    digest BLOB NOT NULL PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- Keys under which foreign events came in, so that the same one is never added twice.
CREATE TABLE event_key (
    source TEXT NOT NULL,
    key    TEXT NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;

-- The tree's size and the roots of its complete subtrees, largest first, 32 bytes each.
CREATE TABLE tree (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 0),
    size     INTEGER NOT NULL,
    frontier BLOB NOT NULL
) STRICT;

-- Full tiles of 256 hashes. Level 0 holds leaf hashes, level L roots of 256^L leaves.
CREATE TABLE tile (
    level  INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hashes BLOB NOT NULL,
    PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;

-- Per 256 events: lowest and highest event time, and bit sets of outcomes and severities.
CREATE TABLE zone (
    number     INTEGER NOT NULL PRIMARY KEY,
    first_ts   INTEGER NOT NULL,
    last_ts    INTEGER NOT NULL,
    outcomes   INTEGER NOT NULL,
    severities INTEGER NOT NULL
) STRICT;

-- Signed checkpoints (C2SP tlog-checkpoint), newest size last.
CREATE TABLE checkpoint (
    epoch  TEXT NOT NULL,
    size   INTEGER NOT NULL,
    note   TEXT NOT NULL,
    made   INTEGER NOT NULL, -- microseconds since 1970
    reason TEXT NOT NULL,    -- periodic, asked, backup, rotation
    PRIMARY KEY (epoch, size)
) STRICT, WITHOUT ROWID;

-- Effects outside the database that were announced and not yet concluded.
CREATE TABLE open_intent (
    seq    INTEGER NOT NULL PRIMARY KEY,
    action TEXT NOT NULL
) STRICT;
