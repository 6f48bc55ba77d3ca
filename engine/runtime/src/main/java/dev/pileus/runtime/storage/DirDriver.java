package dev.pileus.runtime.storage;

import dev.pileus.api.ApiException;
import dev.pileus.api.MemberState.PoolUsage;
import dev.pileus.domain.storage.PoolDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/// Pools that are plain directories: below the member's own, or anywhere else.
public final class DirDriver implements PoolDriver {
    private static final String SOURCE = "source";

    /// Guests' users go through to their own files, and see nothing on the way.
    private static final String PASSABLE = "rwx--x--x";

    /// Says whose a folder is.
    private static final String OWNER = ".pileus-pool";

    private static final String PRIVATE = "rwx------";

    private static final Map<String, String> PARTS =
            new TreeMap<>(
                    Map.of(
                            "containers", PASSABLE,
                            "containers-snapshots", PASSABLE,
                            "custom", PASSABLE,
                            "custom-snapshots", PRIVATE,
                            "images", PRIVATE));

    private final Path pools;
    private final Path stateDir;

    /// Pools of one member.
    ///
    /// @param stateDir everything it keeps
    public DirDriver(Path stateDir) {
        this.stateDir = stateDir.toAbsolutePath().normalize();
        this.pools = this.stateDir.resolve("storage-pools");
    }

    @Override
    public String name() {
        return "dir";
    }

    @Override
    public Map<String, String> create(String pool, Map<String, String> config) {
        var own = pools.resolve(pool);
        var place = place(pool, config);
        try {
            if (place.equals(own)) {
                makeFolder(pools, PASSABLE);
                makeFolder(own, PASSABLE);
            } else {
                demandUsable(place, config.getOrDefault(SOURCE, ""));
            }
            demandEmpty(place, pool);
            for (var part : PARTS.entrySet()) {
                makeFolder(place.resolve(part.getKey()), part.getValue());
            }
            Files.writeString(place.resolve(OWNER), owner(pool));
        } catch (IOException e) {
            throw unusable(place, e);
        }
        return Map.of(SOURCE, place.toString());
    }

    private void demandUsable(Path place, String source) {
        if (!place.isAbsolute() || !Files.isDirectory(place)) {
            throw new ApiException(400, "Source path '" + source + "' doesn't exist");
        }
        if (place.startsWith(stateDir) || stateDir.startsWith(place)) {
            throw new ApiException(
                    400, "Source path '" + source + "' overlaps with the state directory");
        }
    }

    /// An earlier try may have made the parts.
    private void demandEmpty(Path place, String pool) throws IOException {
        try (var entries = Files.list(place)) {
            for (var entry : entries.toList()) {
                if (entry.endsWith(OWNER)) {
                    demandOwn(entry, pool);
                } else if (!PARTS.containsKey(entry.getFileName().toString()) || !isEmpty(entry)) {
                    throw new ApiException(400, "Source path '" + place + "' isn't empty");
                }
            }
        }
    }

    /// Two pools in one folder would take each other's volumes for their own.
    private void demandOwn(Path mark, String pool) throws IOException {
        if (!Files.readString(mark).equals(owner(pool))) {
            throw new ApiException(
                    400, "Source path '" + mark.getParent() + "' is used by another storage pool");
        }
    }

    private String owner(String pool) {
        return stateDir + " " + pool + "\n";
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void makeFolder(Path folder, String mode) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    @Override
    public void delete(String pool, Map<String, String> config) {
        var place = place(pool, config);
        try {
            for (var part : PARTS.keySet()) {
                var folder = place.resolve(part);
                if (Files.exists(folder) && !isEmpty(folder)) {
                    throw new ApiException(
                            400, "Storage pool directory '" + place + "' isn't empty");
                }
            }
            for (var part : PARTS.keySet()) {
                Files.deleteIfExists(place.resolve(part));
            }
            Files.deleteIfExists(place.resolve(OWNER));
            if (place.equals(pools.resolve(pool))) {
                Files.deleteIfExists(place);
            }
        } catch (IOException e) {
            throw unusable(place, e);
        }
    }

    @Override
    public PoolUsage usage(String pool, Map<String, String> config) {
        var place = place(pool, config);
        try {
            return FileSystemUsage.of(place);
        } catch (NoSuchFileException e) {
            throw new ApiException(500, "Storage pool directory '" + place + "' is missing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String pool, Map<String, String> config) {
        var source = config.getOrDefault(SOURCE, "");
        return source.isEmpty() ? pools.resolve(pool) : Path.of(source).normalize();
    }

    private static ApiException unusable(Path place, IOException why) {
        return new ApiException(
                500, "Cannot use '%s' for a storage pool: %s".formatted(place, why.getMessage()));
    }
}
