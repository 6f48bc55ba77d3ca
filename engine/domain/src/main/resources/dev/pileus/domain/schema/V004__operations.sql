-- class: 1 task, 2 websocket, 3 token. Rows tell every member whom to ask about work in progress; tokens are
-- here whole, so that they outlive the daemon that issued them and any member can redeem them.
CREATE TABLE operations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    node_id INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    class INTEGER NOT NULL CHECK (class IN (1, 2, 3)),
    type TEXT NOT NULL,
    created_at TEXT NOT NULL,
    resources TEXT NOT NULL DEFAULT '{}',
    metadata TEXT NOT NULL DEFAULT '{}');

CREATE INDEX operations_node ON operations (node_id);
