-- Copies of instances on members where they do not live.
-- arriving: 1 while a move brings it there, 0 when it is to be taken away
-- attempt: which move; never the same twice
-- instance_id refers to nothing: the instance may be gone before its copy is
CREATE TABLE instances_copies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_id INTEGER NOT NULL,
    node_id INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE,
    attempt TEXT NOT NULL,
    pool TEXT NOT NULL,
    handle TEXT NOT NULL,
    arriving INTEGER NOT NULL,
    UNIQUE (instance_id, node_id));
