package dev.pileus.domain.volumes;

import dev.pileus.api.StorageVolume;
import dev.pileus.domain.Urls;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A custom volume as it is in the database.
///
/// @param member row in `nodes` of the one that has it
/// @param location that member's name
/// @param snapshots the oldest first
/// @param revision grows with every change
public record StoredVolume(
        long id,
        String pool,
        String project,
        String name,
        long member,
        String location,
        String description,
        Map<String, String> config,
        Instant createdAt,
        List<StoredSnapshot> snapshots,
        long revision) {
    public StoredVolume {
        config = Map.copyOf(config);
        snapshots = List.copyOf(snapshots);
    }

    /// What distinguishes it in a pool on its member's host.
    public String handle() {
        return handle(project, name);
    }

    static String handle(String project, String name) {
        return project + "_" + name;
    }

    /// How clients address it; in a cluster there may be others of its name.
    public String url(boolean clustered) {
        var url = Urls.in(project, "storage-pools", pool, "volumes", StorageVolume.CUSTOM, name);
        return clustered ? targeted(url, location) : url;
    }

    static String targeted(String url, String member) {
        return url + (url.contains("?") ? "&" : "?") + "target=" + Urls.encode(member);
    }

    /// The same under other names.
    StoredVolume at(String newPool, String newProject, String newName) {
        return new StoredVolume(
                id,
                newPool,
                newProject,
                newName,
                member,
                location,
                description,
                config,
                createdAt,
                snapshots,
                revision);
    }

    /// The same with other snapshots.
    StoredVolume with(List<StoredSnapshot> others) {
        return new StoredVolume(
                id,
                pool,
                project,
                name,
                member,
                location,
                description,
                config,
                createdAt,
                others,
                revision);
    }

    StorageVolume shown(List<String> usedBy) {
        return new StorageVolume(
                config,
                description,
                name,
                StorageVolume.CUSTOM,
                usedBy,
                location,
                StorageVolume.FILESYSTEM,
                project,
                createdAt);
    }
}
