package dev.pileus.api;

/// Body of `POST /1.0/storage-pools/POOL/volumes/TYPE/NAME`: another name, or another pool.
///
/// @param pool empty: the same
/// @param project empty: the same
/// @param migration whether another server is to fetch it
public record VolumeMove(String name, String pool, String project, boolean migration) {
    public VolumeMove {
        name = Absent.text(name);
        pool = Absent.text(pool);
        project = Absent.text(project);
    }
}
