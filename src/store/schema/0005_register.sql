-- What the register of requests keeps beyond version 1. Categories and closed words, never a document.
ALTER TABLE request ADD COLUMN contested TEXT;    -- which data are said to be wrong: email,name; never the data
ALTER TABLE request ADD COLUMN agent TEXT;        -- who asks for somebody else, until the request is closed
ALTER TABLE request ADD COLUMN agent_proof TEXT;  -- signed-permission, power-of-attorney
ALTER TABLE request ADD COLUMN level TEXT;        -- how sure it is who asks: reasonable, high
ALTER TABLE request ADD COLUMN clock_from INTEGER; -- an appeal or its success starts the clocks again
ALTER TABLE request ADD COLUMN outcome TEXT;      -- what it was closed as, kept through an appeal
ALTER TABLE request ADD COLUMN answered INTEGER;  -- when it was first closed
ALTER TABLE request ADD COLUMN fee TEXT;          -- `12.50 EUR`
ALTER TABLE request ADD COLUMN duplicate_of TEXT; -- the reference that answers it, too
ALTER TABLE request ADD COLUMN foreign_id TEXT;   -- its id in the register that it was imported from
UPDATE request SET outcome = state, answered = closed WHERE closed IS NOT NULL;
CREATE UNIQUE INDEX request_foreign ON request (foreign_id) WHERE foreign_id IS NOT NULL;

-- Who took a step: the number of the user and the account bound to it, so that two people can be told apart.
ALTER TABLE request_step ADD COLUMN operator TEXT;

-- Holiday tables of one's own, beside those that are compiled in.
CREATE TABLE calendar (
    code       TEXT NOT NULL PRIMARY KEY,
    place      TEXT NOT NULL,
    zone       TEXT NOT NULL, -- IANA name
    first_year INTEGER NOT NULL,
    last_year  INTEGER NOT NULL,
    imported   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE calendar_day (
    calendar TEXT NOT NULL REFERENCES calendar (code),
    date     TEXT NOT NULL, -- 2027-06-24
    name     TEXT NOT NULL,
    PRIMARY KEY (calendar, date)
) STRICT, WITHOUT ROWID;
