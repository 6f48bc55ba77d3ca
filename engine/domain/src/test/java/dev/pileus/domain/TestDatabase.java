package dev.pileus.domain;

import dev.pileus.database.Batch;
import dev.pileus.database.LocalDatabase;
import dev.pileus.database.Statement;
import dev.pileus.domain.events.EventHub;
import java.nio.file.Path;
import java.time.InstantSource;

/// A database with the schema of the cluster in a file of its own.
public final class TestDatabase {
    private TestDatabase() {}

    /// As a server has it that is no part of a cluster.
    public static LocalDatabase standalone(Path folder) {
        return LocalDatabase.open(folder.resolve("global.db"), Schema.migrations());
    }

    /// With members of the names given, whose ids are 1, 2, …
    public static LocalDatabase cluster(Path folder, String... members) {
        var database = standalone(folder);
        var batch = Batch.builder().run("DELETE FROM nodes");
        for (var i = 0; i < members.length; i++) {
            batch.add(
                    Statement.of(
                            "INSERT INTO nodes (id, name, address) VALUES (?, ?, ?)",
                            i + 1,
                            members[i],
                            "127.0.0.1:" + (9001 + i)));
        }
        database.write(batch.build());
        return database;
    }

    /// Nobody listens to it.
    public static EventHub silence() {
        return new EventHub(ThisMember.standalone(), InstantSource.system());
    }

    /// One member of a cluster.
    public static ThisMember member(long id, String name) {
        return new ThisMember() {
            @Override
            public long id() {
                return id;
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
