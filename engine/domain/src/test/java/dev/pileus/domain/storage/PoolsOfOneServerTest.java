package dev.pileus.domain.storage;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.NewStoragePool;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.definitions.Peers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolsOfOneServerTest {
    @TempDir Path folder;
    private final FolderDriver host = new FolderDriver("/srv");
    private LocalDatabase database;
    private StoragePoolsService pools;

    @BeforeEach
    void open() {
        database = TestDatabase.standalone(folder);
        pools =
                new StoragePoolsService(
                        database,
                        ThisMember.standalone(),
                        Peers.none(),
                        List.of(host),
                        List.of(),
                        TestDatabase.silence());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void needsOneStepOnly() {
        pools.create(new NewStoragePool("p", "dir", "mine", Map.of("user.a", "b")));
        var pool = pools.get("p");
        assertThat(pool.status()).isEqualTo("Created");
        assertThat(pool.description()).isEqualTo("mine");
        assertThat(pool.locations()).containsExactly("none");
        assertThat(pool.config()).containsOnly(entry("user.a", "b"), entry("source", "/srv/p"));
        assertThat(pools.usages()).containsOnlyKeys("p");
    }

    @Test
    void forgetsAPoolThatTheHostCannotHave() {
        assertRefused(
                400,
                "Source path '/nonexist' doesn't exist",
                () ->
                        pools.create(
                                new NewStoragePool("p", "dir", "", Map.of("source", "/nonexist"))));
        assertThat(pools.list()).isEmpty();
    }

    @Test
    void changesAllKeysButThoseThatAreFixed() {
        pools.create(new NewStoragePool("p", "dir", "", Map.of()));
        pools.update(
                "p",
                present -> new ConfigUpdate("x", Map.of("source", "/srv/p", "volume.size", "5GB")));
        assertThat(pools.get("p").config())
                .containsOnly(entry("source", "/srv/p"), entry("volume.size", "5GB"));
        assertRefused(
                400,
                "Pool source cannot be changed when not in pending state",
                () -> pools.update("p", present -> new ConfigUpdate("x", Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|dir|No name provided",
                "a/b|dir|Storage pool names may not contain slashes",
                "a b|dir|Storage name cannot contain white space",
                "..|dir|Invalid storage pool name \"..\"",
                "p|``|No driver provided",
                "p|zap|Unknown driver",
                "p|zfs|Storage driver \"zfs\" is not available"
            })
    void refusesNamesAndDrivers(String name, String driver, String text) {
        assertRefused(
                400, text, () -> pools.create(new NewStoragePool(name, driver, "", Map.of())));
        assertThat(pools.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size|5GB|Invalid option \"size\"",
                "rsync.bwlimit|abc x|Invalid value for option \"rsync.bwlimit\": Invalid value: abc x",
                "rsync.compression|maybe|Invalid value for option \"rsync.compression\": Invalid value for a boolean \"maybe\""
            })
    void refusesKeysAndValues(String key, String value, String text) {
        assertRefused(
                400,
                text,
                () -> pools.create(new NewStoragePool("p", "dir", "", Map.of(key, value))));
    }
}
