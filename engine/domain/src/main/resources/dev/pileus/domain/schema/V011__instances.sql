-- node_id: where it lives; type: 0 container, 1 virtual machine; architecture: as in nodes.arch
-- whole: 0 while it is being made; what its member finds like that when it starts is taken away
CREATE TABLE instances (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    node_id INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type INTEGER NOT NULL DEFAULT 0,
    architecture INTEGER NOT NULL,
    ephemeral INTEGER NOT NULL DEFAULT 0,
    stateful INTEGER NOT NULL DEFAULT 0,
    creation_date TEXT NOT NULL,
    last_use_date TEXT NOT NULL DEFAULT '1970-01-01T00:00:00Z',
    description TEXT NOT NULL DEFAULT '',
    whole INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (project_id, name));

CREATE INDEX instances_node ON instances (node_id);

CREATE TABLE instances_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_id INTEGER NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (instance_id, key));

CREATE TABLE instances_devices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_id INTEGER NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    UNIQUE (instance_id, name));

CREATE TABLE instances_devices_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_device_id INTEGER NOT NULL REFERENCES instances_devices (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (instance_device_id, key));

-- a profile in use cannot be removed
CREATE TABLE instances_profiles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_id INTEGER NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
    profile_id INTEGER NOT NULL REFERENCES profiles (id),
    apply_order INTEGER NOT NULL,
    UNIQUE (instance_id, profile_id));

CREATE INDEX instances_profiles_profile ON instances_profiles (profile_id);

-- architecture, profiles and whether it was ephemeral are what the instance had
-- expiry_date: empty for never
CREATE TABLE instances_snapshots (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_id INTEGER NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    creation_date TEXT NOT NULL,
    expiry_date TEXT NOT NULL DEFAULT '',
    stateful INTEGER NOT NULL DEFAULT 0,
    ephemeral INTEGER NOT NULL DEFAULT 0,
    architecture INTEGER NOT NULL,
    profiles TEXT NOT NULL DEFAULT '[]',
    description TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (instance_id, name));

CREATE TABLE instances_snapshots_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_snapshot_id INTEGER NOT NULL REFERENCES instances_snapshots (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (instance_snapshot_id, key));

CREATE TABLE instances_snapshots_devices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_snapshot_id INTEGER NOT NULL REFERENCES instances_snapshots (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    UNIQUE (instance_snapshot_id, name));

CREATE TABLE instances_snapshots_devices_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_snapshot_device_id INTEGER NOT NULL REFERENCES instances_snapshots_devices (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (instance_snapshot_device_id, key));
