CREATE TABLE nodes_failure_domains (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE);

-- AUTOINCREMENT: the id of a removed member never names another one
-- heartbeat: when the member was last heard before its condition changed; what is newer is in memory
-- state: 0 created, 1 pending, 2 evacuated, 3 evacuating, 4 restoring
-- arch: 0 not told yet, 2 x86_64, 4 aarch64 ... as in Architecture
-- without failure_domain_id: the domain 'default'
CREATE TABLE nodes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL UNIQUE,
    schema INTEGER NOT NULL DEFAULT 0,
    api_extensions INTEGER NOT NULL DEFAULT 0,
    heartbeat TEXT NOT NULL DEFAULT '1970-01-01T00:00:00Z',
    state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 4),
    arch INTEGER NOT NULL DEFAULT 0,
    failure_domain_id INTEGER REFERENCES nodes_failure_domains (id) ON DELETE SET NULL);

-- role: 1 event-hub, 2 ovn-chassis; the roles of the database are not stored
CREATE TABLE nodes_roles (
    node_id INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE,
    role INTEGER NOT NULL,
    UNIQUE (node_id, role));

CREATE TABLE nodes_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    node_id INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (node_id, key));

CREATE TABLE cluster_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL DEFAULT '');

CREATE TABLE cluster_groups_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    cluster_group_id INTEGER NOT NULL REFERENCES cluster_groups (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (cluster_group_id, key));

CREATE TABLE nodes_cluster_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    node_id INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL REFERENCES cluster_groups (id) ON DELETE CASCADE,
    UNIQUE (node_id, group_id));

-- a server on its own
INSERT INTO nodes (id, name, address) VALUES (1, 'none', '0.0.0.0');
INSERT INTO cluster_groups (id, name, description) VALUES (1, 'default', 'Default cluster group');
INSERT INTO nodes_cluster_groups (node_id, group_id) VALUES (1, 1);
