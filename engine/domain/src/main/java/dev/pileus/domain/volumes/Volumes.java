package dev.pileus.domain.volumes;

import dev.pileus.api.ApiException;
import dev.pileus.database.Reader;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import java.util.List;
import java.util.Optional;

/// Finds custom volumes, inside of reads and decisions.
public final class Volumes {
    private Volumes() {}

    /// By pool, project, name and member.
    public static List<StoredVolume> all(Reader reader) {
        return VolumesRepository.all(reader);
    }

    /// The project that owns the volumes seen in a project.
    static String owner(Reader reader, String project) {
        return Projects.owner(reader, project, Feature.STORAGE_VOLUMES).name();
    }

    /// All of a name.
    ///
    /// @param owner the project that owns them
    static List<StoredVolume> named(Reader reader, String pool, String owner, String name) {
        return VolumesRepository.all(reader).stream()
                .filter(volume -> volume.pool().equals(pool))
                .filter(volume -> volume.project().equals(owner))
                .filter(volume -> volume.name().equals(name))
                .toList();
    }

    /// The one on a member.
    static Optional<StoredVolume> on(
            Reader reader, long member, String pool, String owner, String name) {
        return named(reader, pool, owner, name).stream()
                .filter(volume -> volume.member() == member)
                .findFirst();
    }

    /// The only one of its name, or the one on the member named.
    ///
    /// @param target a member's name, empty when nobody says where
    /// @throws ApiException 404, 400 when it is not clear which one
    static StoredVolume known(
            Reader reader, String pool, String owner, String name, String target) {
        demandPool(reader, pool);
        var found =
                named(reader, pool, owner, name).stream()
                        .filter(volume -> target.isEmpty() || volume.location().equals(target))
                        .toList();
        if (found.size() > 1) {
            throw new ApiException(
                    400,
                    "More than one cluster member has a volume named \"%s\". Please target a specific member"
                            .formatted(name));
        }
        return found.stream().findFirst().orElseThrow(Volumes::unknown);
    }

    static void demandPool(Reader reader, String pool) {
        if (reader.select("SELECT id FROM storage_pools WHERE name = ?", pool).isEmpty()) {
            throw new ApiException(404, "Storage pool not found");
        }
    }

    static ApiException unknown() {
        return new ApiException(404, "Storage volume not found");
    }
}
