CREATE TABLE nodes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL UNIQUE,
    schema INTEGER NOT NULL DEFAULT 0,
    api_extensions INTEGER NOT NULL DEFAULT 0,
    heartbeat TEXT NOT NULL DEFAULT '',
    state INTEGER NOT NULL DEFAULT 0,
    arch INTEGER NOT NULL DEFAULT 0);

-- a standalone server has this one row
INSERT INTO nodes (id, name, address) VALUES (1, 'none', '0.0.0.0');
