package dev.pileus.domain.config;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ApiException;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.LocalDatabase;
import dev.pileus.database.Query;
import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import dev.pileus.database.WriteOutcome;
import dev.pileus.domain.Schema;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigServiceTest {
    @TempDir Path folder;
    private final List<String> moves = new ArrayList<>();
    private LocalDatabase global;
    private LocalDatabase local;
    private ConfigService config;

    @BeforeEach
    void open() {
        global = TestDatabase.standalone(folder);
        local = LocalDatabase.open(folder.resolve("local.db"), Schema.local());
        config = service(ThisMember.standalone());
    }

    private ConfigService service(ThisMember here) {
        return new ConfigService(
                new Settings(global),
                new Settings(local),
                here,
                this::moveTo,
                password -> "hash of " + password,
                List.of(),
                TestDatabase.silence());
    }

    private void moveTo(String address) {
        if (address.endsWith(":1")) {
            throw new ApiException(500, "Cannot listen");
        }
        moves.add(address);
    }

    @AfterEach
    void close() {
        global.close();
        local.close();
    }

    @Test
    void whoHasWrittenReadsItBack() {
        var deaf = new Settings(new Deaf(global));
        var service =
                new ConfigService(
                        deaf,
                        new Settings(local),
                        ThisMember.standalone(),
                        this::moveTo,
                        password -> password,
                        List.of(),
                        TestDatabase.silence());
        for (var value : List.of("one", "two")) {
            service.patch(Map.of("user.note", value));
            assertThat(deaf.value("user.note")).isEqualTo(value);
        }
    }

    /// Tells nobody of changes in time.
    private record Deaf(LocalDatabase database) implements Database {
        @Override
        public <T> T read(Query<T> query) {
            return database.read(query);
        }

        @Override
        public <T> T readLatest(Query<T> query) {
            return database.readLatest(query);
        }

        @Override
        public WriteOutcome write(Batch batch) {
            return database.write(batch);
        }

        @Override
        public Subscription watch(TableListener listener) {
            return () -> {};
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cluster.max_voters             | 4        | Value must be an odd number equal to or higher than 3
                    cluster.max_voters             | 1        | Value must be an odd number equal to or higher than 3
                    cluster.max_voters             | many     | invalid integer
                    cluster.max_standby            | 6        | Value must be between 0 and 5
                    cluster.offline_threshold      | 10       | Value must be greater than '10'
                    cluster.healing_threshold      | x        | invalid integer
                    cluster.join_token_expiry      | soon     | Invalid expiry expression
                    cluster.images_minimal_replica | 0        | Invalid value for image replica count
                    cluster.rebalance.threshold    | 9        | Value must be between 10 and 100
                    core.trust_ca_certificates     | perhaps  | invalid boolean
                    core.https_address             | :::1     | Couldn't resolve ":::1"
                    core.https_address             | a b      | Couldn't resolve "a b"
                    cluster.https_address          | 0.0.0.0  | Cluster address cannot be a wildcard address
                    instances.placement.scriptlet  | return   | A placement scriptlet is not supported by this server
                    bogus.key                      | 1        | unknown key
                    user.                          | 1        | unknown key
                    """)
    void refusesWhatMakesNoSense(String key, String value, String complaint) {
        assertRefused(
                400,
                "cannot set '%s' to '%s': %s".formatted(key, value, complaint),
                () -> config.patch(Map.of(key, value)));
        assertThat(config.shown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cluster.max_voters             | 5
                    cluster.images_minimal_replica | -1
                    cluster.healing_threshold      | 5
                    cluster.join_token_expiry      | 1d 3H
                    core.https_address             | 127.0.0.1:8443
                    core.https_address             | [::]:8443
                    core.https_address             | host.example:443
                    user.anything                  | at all
                    """)
    void takesWhatMakesSense(String key, String value) {
        config.patch(Map.of(key, value));
        assertThat(config.shown()).containsExactly(Map.entry(key, value));
    }

    @Test
    void tellsHowManyErrorsThereAre() {
        assertRefused(
                400,
                "cannot set 'a.b' to '1': unknown key (and 2 more errors)",
                () ->
                        config.patch(
                                Map.of(
                                        "a.b",
                                        "1",
                                        "cluster.max_voters",
                                        "4",
                                        "user.x",
                                        "1",
                                        "z.z",
                                        "1")));
        assertThat(config.shown()).isEmpty();
    }

    @Test
    void replacesEverythingOrPatchesWhatIsNamed() {
        config.patch(Map.of("user.a", "1", "user.b", "2", "core.https_address", "127.0.0.1"));
        config.patch(Map.of("user.a", ""));
        assertThat(config.shown()).containsOnlyKeys("user.b", "core.https_address");
        assertThat(config.shown()).containsEntry("core.https_address", "127.0.0.1:8443");
        config.replace(Map.of("user.c", "3"));
        assertThat(config.shown()).containsExactly(Map.entry("user.c", "3"));
        assertThat(moves).containsExactly("127.0.0.1:8443", "");
    }

    @Test
    void keepsEachKeyWhereItHolds() {
        config.patch(Map.of("core.https_address", "127.0.0.1:9", "cluster.max_voters", "5"));
        assertThat(global.read(ConfigRepository::all)).containsOnlyKeys("cluster.max_voters");
        assertThat(local.read(ConfigRepository::all)).containsOnlyKeys("core.https_address");
    }

    @Test
    void changesNothingWhenTheNewAddressCannotBeListenedOn() {
        config.patch(Map.of("core.https_address", "127.0.0.1:9"));
        assertRefused(
                500,
                "Cannot listen",
                () -> config.patch(Map.of("core.https_address", "127.0.0.1:1", "user.a", "1")));
        assertThat(config.shown()).containsExactly(Map.entry("core.https_address", "127.0.0.1:9"));
    }

    @Test
    void listensAgainWhereItDidWhenTheClusterCannotWrite() {
        config.patch(Map.of("core.https_address", "127.0.0.1:9"));
        global.close();
        assertThatThrownBy(() ->
                        config.patch(Map.of("core.https_address", "127.0.0.1:8", "user.a", "1")))
                .isInstanceOf(RuntimeException.class);
        assertThat(moves).containsExactly("127.0.0.1:9", "127.0.0.1:8", "127.0.0.1:9");
        assertThat(local.read(ConfigRepository::all))
                .containsEntry("core.https_address", "127.0.0.1:9");
    }

    @Test
    void keepsSecretsAsHashesAndShowsThatTheyAreThere() {
        config.patch(Map.of("core.trust_password", "sekrit"));
        assertThat(config.shown()).containsEntry("core.trust_password", "true");
        assertThat(global.read(ConfigRepository::all))
                .containsEntry("core.trust_password", "hash of sekrit");
        config.replace(Map.of("core.trust_password", "true", "user.a", "1"));
        assertThat(global.read(ConfigRepository::all))
                .containsEntry("core.trust_password", "hash of sekrit");
        config.patch(Map.of("core.trust_password", ""));
        assertThat(config.shown()).containsOnlyKeys("user.a");
    }

    @Test
    void aMemberOfAClusterKeepsItsClusterAddress() {
        config.patch(Map.of("cluster.https_address", "127.0.0.1:9"));
        var clustered = service(TestDatabase.member(1, "m1"));
        clustered.replace(Map.of("cluster.https_address", "127.0.0.1:9", "user.a", "1"));
        for (var wanted :
                List.of(Map.<String, String>of(), Map.of("cluster.https_address", "x:1"))) {
            assertRefused(
                    500,
                    "Changing cluster.https_address is currently not supported",
                    () -> clustered.replace(wanted));
        }
        assertThat(config.shown()).containsEntry("cluster.https_address", "127.0.0.1:9");
    }

    @Test
    void settingsKnowWhatHoldsOtherwise() {
        var settings = new Settings(global);
        assertThat(settings.number("cluster.max_voters")).isEqualTo(3);
        assertThat(settings.flag("core.metrics_authentication")).isTrue();
        config.patch(Map.of("cluster.max_voters", "5"));
        assertThat(settings.number("cluster.max_voters")).isEqualTo(5);
        global.close();
        assertThat(settings.number("cluster.max_voters")).isEqualTo(5);
    }
}
