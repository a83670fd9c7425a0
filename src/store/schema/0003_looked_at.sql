-- 1: a copy of a backup that is known at another place. It was only looked at here, and nothing is written here
-- because of that, nor missed when it is gone.
ALTER TABLE backup ADD COLUMN looked_at INTEGER NOT NULL DEFAULT 0;
