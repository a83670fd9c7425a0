-- Sets of accounts. A group can hold roles: then all its members have them.
CREATE TABLE account_group (
    name        TEXT NOT NULL PRIMARY KEY,
    description TEXT NOT NULL,
    created     INTEGER NOT NULL -- microseconds since 1970, like every time below
) STRICT, WITHOUT ROWID;

CREATE TABLE group_member (
    member  TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    "group" TEXT NOT NULL REFERENCES account_group (name),
    added   INTEGER NOT NULL,
    PRIMARY KEY (member, "group")
) STRICT, WITHOUT ROWID;
CREATE INDEX group_member_group ON group_member ("group");

CREATE TABLE group_role (
    "group" TEXT NOT NULL REFERENCES account_group (name) ON DELETE CASCADE,
    role    TEXT NOT NULL REFERENCES role (name),
    granted INTEGER NOT NULL,
    PRIMARY KEY ("group", role)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_role_role ON group_role (role);

-- Which account acts when an operating system's user runs a command.
CREATE TABLE operator (
    uid     INTEGER NOT NULL PRIMARY KEY,
    login   TEXT,             -- the user's name when it was bound: a number may go to somebody else
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    bound   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX operator_account ON operator (account);
