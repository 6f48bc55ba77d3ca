package dev.pileus.database;

import dev.pileus.database.migration.Migration;
import dev.pileus.database.migration.Migrations;
import java.util.List;

/// A small schema to test with.
public final class Example {
    public static final Migrations SCHEMA =
            Migrations.of(
                    List.of(
                            new Migration(
                                    1,
                                    "members",
                                    """
                                    CREATE TABLE members (
                                        id INTEGER PRIMARY KEY,
                                        name TEXT NOT NULL UNIQUE,
                                        state INTEGER NOT NULL DEFAULT 0 CHECK (state >= 0));
                                    CREATE TABLE roles (
                                        member_id INTEGER NOT NULL REFERENCES members (id),
                                        role TEXT NOT NULL)
                                    """),
                            new Migration(
                                    2, "address", "ALTER TABLE members ADD COLUMN address TEXT")));

    private Example() {}

    public static Statement member(long id, String name) {
        return Statement.of("INSERT INTO members (id, name) VALUES (?, ?)", id, name);
    }
}
