package dev.pileus.database.migration;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The versions of one schema, in order. The file's version is SQLite's `user_version`, written in
/// the same transaction as the step itself.
public final class Migrations {
    private static final Pattern FILE = Pattern.compile("V(\\d{3})__(\\w+)\\.sql");

    private final List<Migration> steps;

    private Migrations(List<Migration> steps) {
        this.steps = List.copyOf(steps);
        for (var i = 0; i < steps.size(); i++) {
            if (steps.get(i).version() != i + 1) {
                throw new IllegalArgumentException(
                        "step %d of the schema is version %d"
                                .formatted(i + 1, steps.get(i).version()));
            }
        }
    }

    public static Migrations of(List<Migration> steps) {
        return new Migrations(steps);
    }

    /// Reads resources beside a class, named `V001__members.sql`, in the order given.
    public static Migrations resources(Class<?> beside, String folder, List<String> files) {
        var steps = new ArrayList<Migration>();
        for (var file : files) {
            var match = FILE.matcher(file);
            if (!match.matches()) {
                throw new IllegalArgumentException(file + " is not named like V001__members.sql");
            }
            steps.add(
                    new Migration(
                            Integer.parseInt(match.group(1)),
                            match.group(2),
                            text(beside, folder + "/" + file)));
        }
        return new Migrations(steps);
    }

    /// The version this program knows.
    public int newest() {
        return steps.size();
    }

    public List<Migration> steps() {
        return steps;
    }

    /// The version a file has; 0 for an empty one.
    public static int version(SqliteFile file) {
        return Math.toIntExact(file.ask("PRAGMA user_version").only().number("user_version"));
    }

    /// Runs what is missing, each step in a transaction of its own.
    ///
    /// @throws DatabaseException if the file is newer than this program
    public void migrate(SqliteFile file) {
        migrate(file, newest());
    }

    /// The same up to a version that a cluster has agreed on.
    public void migrate(SqliteFile file, int target) {
        var version = known(file);
        for (var step : steps.subList(Math.min(version, target), target)) {
            var outcome = file.script(step.script(), Batch.empty());
            if (!(outcome instanceof WriteOutcome.Applied)) {
                throw new DatabaseException(
                        "cannot bring %s to version %d: %s"
                                .formatted(file.path(), step.version(), outcome));
            }
        }
    }

    /// The version a file has, which this program must know.
    ///
    /// @throws DatabaseException if the file is newer than this program
    public int known(SqliteFile file) {
        var version = version(file);
        if (version > newest()) {
            throw new DatabaseException(
                    "%s has version %d, this program knows versions up to %d: it was written by a newer Pileus, and is left as it is"
                            .formatted(file.path(), version, newest()));
        }
        return version;
    }

    private static String text(Class<?> beside, String resource) {
        try (var stream = beside.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DatabaseException("cannot read " + resource, e);
        }
    }
}
