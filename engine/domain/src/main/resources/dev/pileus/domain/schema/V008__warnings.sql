-- status: 1 new, 2 acknowledged, 3 resolved; without node_id or project_id: about the whole cluster
CREATE TABLE warnings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    node_id INTEGER REFERENCES nodes (id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    entity_url TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL,
    status INTEGER NOT NULL DEFAULT 1,
    count INTEGER NOT NULL DEFAULT 1,
    first_seen_date TEXT NOT NULL,
    last_seen_date TEXT NOT NULL,
    updated_date TEXT NOT NULL,
    last_message TEXT NOT NULL);

CREATE UNIQUE INDEX warnings_subject
    ON warnings (coalesce(node_id, 0), coalesce(project_id, 0), entity_url, type);
