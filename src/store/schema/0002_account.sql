-- Where an account came from, and the orders in which lists of any length are walked. An index on the left
-- column ends with the id by itself: both tables are WITHOUT ROWID.
ALTER TABLE account ADD COLUMN imported INTEGER; -- seq of the import that made it; null = made one by one
CREATE INDEX account_created ON account (created);
CREATE INDEX account_changed ON account (changed);
CREATE INDEX account_last_sign_in ON account (last_sign_in);
CREATE INDEX account_expires ON account (expires) WHERE expires IS NOT NULL;
CREATE INDEX account_disabled ON account (disabled) WHERE disabled IS NOT NULL;
CREATE INDEX account_locked ON account (locked_until) WHERE locked_until IS NOT NULL;
CREATE INDEX account_removed ON account (removed) WHERE removed IS NOT NULL;
CREATE INDEX account_service ON account (kind) WHERE kind = 'service';
-- Searches by what is rare: a demanded change, an open code, a scheme by how its hashes begin.
CREATE INDEX password_require_change ON password (require_change) WHERE require_change IS NOT NULL;
CREATE INDEX password_code_open ON password_code (expires) WHERE used IS NULL;
CREATE INDEX password_scheme ON password (substr(hash, 1, 10));
