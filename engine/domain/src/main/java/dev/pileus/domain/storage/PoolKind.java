package dev.pileus.domain.storage;

import dev.pileus.api.ApiException;
import dev.pileus.database.Reader;
import dev.pileus.domain.definitions.Definition;
import dev.pileus.domain.definitions.DefinitionTables;
import dev.pileus.domain.definitions.Kind;
import dev.pileus.domain.definitions.NewDefinition;
import dev.pileus.domain.definitions.Part;
import dev.pileus.domain.definitions.Scope;
import dev.pileus.domain.definitions.Stage;
import dev.pileus.domain.definitions.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Pools as definitions.
final class PoolKind implements Kind {
    static final String ENTITY = "storage-pool";

    private static final DefinitionTables TABLES =
            new DefinitionTables("storage_pools", "storage_pool_id", "driver");
    private static final Set<String> ABSENT_DRIVERS = Set.of("btrfs", "lvm", "zfs", "ceph");

    private final Map<String, PoolDriver> drivers;
    private final List<PoolUse> uses;
    private final Words words = new PoolWords();

    PoolKind(Map<String, PoolDriver> drivers, List<PoolUse> uses) {
        this.drivers = Map.copyOf(drivers);
        this.uses = List.copyOf(uses);
    }

    @Override
    public String entity() {
        return ENTITY;
    }

    @Override
    public DefinitionTables tables() {
        return TABLES;
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public boolean isMemberSpecific(String key) {
        return PoolOptions.isMemberSpecific(key);
    }

    @Override
    public void check(NewDefinition wanted) {
        checkName(wanted.name());
        if (wanted.type().isEmpty()) {
            throw new ApiException(400, "No driver provided");
        }
        if (ABSENT_DRIVERS.contains(wanted.type()) && !drivers.containsKey(wanted.type())) {
            throw new ApiException(
                    400, "Storage driver \"%s\" is not available".formatted(wanted.type()));
        }
        driver(wanted.type());
        PoolOptions.check(wanted.type(), wanted.config());
    }

    private static void checkName(String name) {
        if (name.isEmpty()) {
            throw new ApiException(400, "No name provided");
        }
        if (name.contains("/")) {
            throw new ApiException(400, "Storage pool names may not contain slashes");
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw new ApiException(400, "Storage name cannot contain white space");
        }
        // the name becomes a folder
        if (name.equals(".") || name.equals("..") || name.chars().anyMatch(c -> c < ' ')) {
            throw new ApiException(400, "Invalid storage pool name \"%s\"".formatted(name));
        }
    }

    @Override
    public void checkChange(Part part, Map<String, String> wanted) {
        var present = part.config().get(PoolOptions.SOURCE);
        if (part.stage() != Stage.PENDING
                && !Objects.equals(present, wanted.get(PoolOptions.SOURCE))) {
            throw new ApiException(400, "Pool source cannot be changed when not in pending state");
        }
    }

    @Override
    public Map<String, String> complete(Reader reader, NewDefinition wanted) {
        return wanted.config();
    }

    @Override
    public List<String> usedBy(Reader reader, Scope scope, Definition pool) {
        return uses.stream()
                .flatMap(use -> use.urls(reader, pool.name()).stream())
                .sorted()
                .toList();
    }

    @Override
    public Map<String, String> create(Definition pool, Map<String, String> config) {
        return driver(pool.type()).create(pool.name(), config);
    }

    @Override
    public void delete(Definition pool, Map<String, String> config) {
        driver(pool.type()).delete(pool.name(), config);
    }

    PoolDriver driver(String name) {
        var driver = drivers.get(name);
        if (driver == null) {
            throw new ApiException(400, "Unknown driver");
        }
        return driver;
    }
}
