package dev.pileus.api;

import java.util.Map;

/// Body of `POST /1.0/storage-pools/POOL/volumes` (CONTRACT 13.4).
public record NewVolume(
        String name,
        String type,
        String contentType,
        String description,
        Map<String, String> config,
        Source source) {
    public NewVolume {
        name = Absent.text(name);
        type = Absent.text(type);
        contentType = Absent.text(contentType);
        description = Absent.text(description);
        config = Absent.map(config);
        source = source == null ? Source.NONE : source;
    }

    /// What it is a copy of.
    ///
    /// @param type empty for nothing, or `copy`
    /// @param name of a volume, or `VOLUME/SNAPSHOT`
    /// @param location the member that has it; empty: where it is found
    /// @param volumeOnly without its snapshots
    /// @param project empty: the same
    public record Source(
            String type,
            String name,
            String pool,
            String location,
            String project,
            boolean volumeOnly,
            boolean refresh) {
        public static final Source NONE = new Source("", "", "", "", "", false, false);

        public Source {
            type = Absent.text(type);
            name = Absent.text(name);
            pool = Absent.text(pool);
            location = Absent.text(location);
            project = Absent.text(project);
        }
    }
}
