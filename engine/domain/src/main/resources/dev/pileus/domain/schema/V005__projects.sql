-- revision, here and elsewhere: grows with every change, so that a decision notices another one
CREATE TABLE projects (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0);

CREATE TABLE projects_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (project_id, key));

CREATE TABLE profiles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (project_id, name));

CREATE TABLE profiles_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (profile_id, key));

CREATE TABLE profiles_devices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    UNIQUE (profile_id, name));

CREATE TABLE profiles_devices_config (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile_device_id INTEGER NOT NULL REFERENCES profiles_devices (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (profile_device_id, key));

INSERT INTO projects (id, name, description) VALUES (1, 'default', 'Default project');

INSERT INTO projects_config (project_id, key, value) VALUES
    (1, 'features.images', 'true'),
    (1, 'features.networks', 'true'),
    (1, 'features.networks.zones', 'true'),
    (1, 'features.profiles', 'true'),
    (1, 'features.storage.buckets', 'true'),
    (1, 'features.storage.volumes', 'true');

INSERT INTO profiles (id, project_id, name, description) VALUES (1, 1, 'default', 'Default profile');
