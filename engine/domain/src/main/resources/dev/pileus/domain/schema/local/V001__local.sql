CREATE TABLE config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL);

-- members of the raft group as this one knew them last; role: 0 voter, 1 stand-by, 2 spare
CREATE TABLE raft_nodes (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    role INTEGER NOT NULL CHECK (role IN (0, 1, 2)),
    name TEXT NOT NULL);

-- which row of the cluster's table nodes is this member
CREATE TABLE this_member (id INTEGER NOT NULL);

INSERT INTO this_member (id) VALUES (1);
