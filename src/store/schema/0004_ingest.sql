-- Lines of foreign logs that became events, so that none becomes one twice. A key is 4 bytes of the line's own
-- minute, because neighbors in a log then stand together here too, and 12 bytes of a keyed digest.
CREATE TABLE ingest_key (
    key BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- How far a long-running announced effect came: a run that takes in lines writes it with each batch, so that what a
-- kill left can be told.
ALTER TABLE open_intent ADD COLUMN written INTEGER NOT NULL DEFAULT 0;
