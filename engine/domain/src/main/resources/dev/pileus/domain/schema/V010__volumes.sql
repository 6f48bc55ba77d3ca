-- what people keep on pools; the volumes of instances follow from the instances
-- type: 2 custom
-- content_type: 0 filesystem
-- node_id: where it lies; the same name may be there once on every member
CREATE TABLE storage_volumes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    storage_pool_id INTEGER NOT NULL REFERENCES storage_pools (id),
    node_id INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE,
    project_id INTEGER NOT NULL REFERENCES projects (id),
    name TEXT NOT NULL,
    type INTEGER NOT NULL DEFAULT 2,
    content_type INTEGER NOT NULL DEFAULT 0,
    description TEXT NOT NULL DEFAULT '',
    creation_date TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (storage_pool_id, node_id, project_id, name, type));

CREATE TABLE storage_volumes_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    storage_volume_id INTEGER NOT NULL REFERENCES storage_volumes (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (storage_volume_id, key));

-- expiry_date: NULL when it does not expire
CREATE TABLE storage_volumes_snapshots (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    storage_volume_id INTEGER NOT NULL REFERENCES storage_volumes (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    creation_date TEXT NOT NULL,
    expiry_date TEXT,
    revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (storage_volume_id, name));

CREATE TABLE storage_volumes_snapshots_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    storage_volume_snapshot_id INTEGER NOT NULL REFERENCES storage_volumes_snapshots (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (storage_volume_snapshot_id, key));
