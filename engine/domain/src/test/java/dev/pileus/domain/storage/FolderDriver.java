package dev.pileus.domain.storage;

import dev.pileus.api.ApiException;
import dev.pileus.api.MemberState.PoolUsage;
import dev.pileus.api.MemberState.Usage;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Only notes which pools a host would have, and refuses sources that begin with `/nonexist`.
final class FolderDriver implements PoolDriver {
    final Set<String> pools = new HashSet<>();
    private final String folder;

    FolderDriver(String folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "dir";
    }

    @Override
    public Map<String, String> create(String pool, Map<String, String> config) {
        var source = config.getOrDefault("source", folder + "/" + pool);
        if (source.startsWith("/nonexist")) {
            throw new ApiException(400, "Source path '" + source + "' doesn't exist");
        }
        pools.add(pool);
        return new TreeMap<>(Map.of("source", source));
    }

    @Override
    public void delete(String pool, Map<String, String> config) {
        pools.remove(pool);
    }

    @Override
    public PoolUsage usage(String pool, Map<String, String> config) {
        return new PoolUsage(new Usage(1, 2), new Usage(3, 4));
    }
}
