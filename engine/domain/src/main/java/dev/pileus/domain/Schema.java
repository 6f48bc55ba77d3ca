package dev.pileus.domain;

import dev.pileus.database.migration.Migrations;
import java.util.List;

/// The tables of the replicated and of the local database. Each change is a file of its own that is
/// never edited once it has been released.
public final class Schema {
    private static final List<String> FILES =
            List.of(
                    "V001__members.sql",
                    "V002__config.sql",
                    "V003__certificates.sql",
                    "V004__operations.sql",
                    "V005__projects.sql",
                    "V006__storage.sql",
                    "V007__networks.sql",
                    "V008__warnings.sql",
                    "V009__images.sql",
                    "V010__volumes.sql",
                    "V011__instances.sql",
                    "V012__moves.sql");

    private Schema() {}

    public static Migrations migrations() {
        return Migrations.resources(Schema.class, "schema", FILES);
    }

    /// The tables of what only one member knows.
    public static Migrations local() {
        return Migrations.resources(
                Schema.class,
                "schema/local",
                List.of("V001__local.sql", "V002__edited_addresses.sql"));
    }
}
