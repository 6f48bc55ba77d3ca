package dev.pileus.domain.networks;

import static dev.pileus.domain.Refusals.assertRefused;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.Network;
import dev.pileus.api.NetworkState;
import dev.pileus.api.NewNetwork;
import dev.pileus.api.NewProject;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.definitions.Location;
import dev.pileus.domain.definitions.Peers;
import dev.pileus.domain.definitions.Task;
import dev.pileus.domain.profiles.ProfileReferences;
import dev.pileus.domain.projects.ProjectsService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
    private static final String HERE = "default";
    private static final HostInterfaces HOST =
            new HostInterfaces() {
                @Override
                public List<HostInterface> list() {
                    return List.of(
                            new HostInterface("lo", "loopback"),
                            new HostInterface("eth0", "physical"));
                }

                @Override
                public Optional<NetworkState> state(String name) {
                    return Optional.empty();
                }
            };

    @TempDir Path folder;
    private @Nullable LocalDatabase database;

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void choosesAddressesForABridge() {
        var networks = standalone();
        create(networks, "br0", Map.of());
        var network = networks.get(HERE, "br0");
        assertThat(network.type()).isEqualTo("bridge");
        assertThat(network.status()).isEqualTo("Created");
        assertThat(network.locations()).containsExactly("none");
        assertThat(network.config().get("ipv4.address")).matches("10\\.\\d+\\.\\d+\\.1/24");
        assertThat(network.config().get("ipv6.address")).startsWith("fd42:").endsWith("::1/64");
        assertThat(network.config()).contains(entry("ipv4.nat", "true"));
        create(networks, "br1", Map.of("ipv4.address", "10.9.9.1/24", "ipv6.address", "none"));
        assertThat(networks.get(HERE, "br1").config())
                .containsOnly(entry("ipv4.address", "10.9.9.1/24"), entry("ipv6.address", "none"));
    }

    @Test
    void listsWhatTheHostHasBesides() {
        var networks = standalone();
        create(networks, "br0", Map.of());
        assertThat(networks.list(HERE))
                .extracting(Network::name, Network::managed, Network::status)
                .containsExactly(
                        tuple("br0", true, "Created"),
                        tuple("lo", false, ""),
                        tuple("eth0", false, ""));
        assertThat(networks.get(HERE, "lo").type()).isEqualTo("loopback");
        assertRefused(404, "Network not found", () -> networks.get(HERE, "nope"));
        assertRefused(404, "Network not found", () -> networks.delete(HERE, "lo"));
        assertRefused(
                400,
                "Network interface \"eth0\" exists already, of type physical",
                () -> create(networks, "eth0", Map.of()));
        assertRefused(404, "Network interface \"br0\" not found", () -> networks.state("br0"));
    }

    @Test
    void isDefinedOnEveryMemberBeforeItIsCreated() {
        var networks = cluster();
        networks.define(HERE, "m1", network(Map.of("bridge.external_interfaces", "eth1")));
        assertRefused(
                400,
                "Network not defined on nodes: m2",
                () -> networks.create(HERE, network(Map.of())));
        assertRefused(
                400,
                "Config key \"ipv4.address\" may not be used as member-specific key",
                () -> networks.define(HERE, "m2", network(Map.of("ipv4.address", "none"))));
        assertRefused(
                409,
                "Network \"nn\" is already defined on member \"m1\"",
                () -> networks.define(HERE, "m1", network(Map.of())));
        assertRefused(
                400,
                "Cannot update network global config when not in created state",
                () -> networks.update(HERE, "nn", present -> present));
        networks.define(HERE, "m2", network(Map.of()));
        networks.create(HERE, network(Map.of("ipv4.address", "none", "ipv6.address", "none")));
        assertThat(networks.get(HERE, "nn").config())
                .containsOnly(entry("ipv4.address", "none"), entry("ipv6.address", "none"));
        assertThat(networks.getOn(HERE, "nn", "m1").config())
                .contains(entry("bridge.external_interfaces", "eth1"));
        assertThat(networks.getOn(HERE, "nn", "m2").config())
                .doesNotContainKey("bridge.external_interfaces");
        assertRefused(
                400,
                "Renaming clustered network not supported",
                () -> networks.rename(HERE, "nn", "n2"));
        assertRefused(
                409,
                "Network \"nn\" already exists",
                () -> networks.create(HERE, network(Map.of())));
    }

    @Test
    void changesKeysOfOneMemberAlsoLater() {
        var networks = cluster();
        networks.define(HERE, "m1", network(Map.of()));
        networks.define(HERE, "m2", network(Map.of()));
        networks.create(HERE, network(Map.of("ipv4.address", "none", "ipv6.address", "none")));
        networks.updateOn(
                HERE,
                "nn",
                "m2",
                present -> new ConfigUpdate("", Map.of("bridge.external_interfaces", "eth2")));
        assertThat(networks.getOn(HERE, "nn", "m2").config())
                .contains(entry("bridge.external_interfaces", "eth2"));
        assertRefused(
                400,
                "Config key \"bridge.external_interfaces\" is cluster member specific",
                () ->
                        networks.update(
                                HERE,
                                "nn",
                                present ->
                                        new ConfigUpdate(
                                                "", Map.of("bridge.external_interfaces", "x"))));
    }

    @Test
    void renamesOnAServerOfItsOwn() {
        var networks = standalone();
        create(networks, "br0", Map.of());
        networks.rename(HERE, "br0", "br1");
        assertThat(networks.get(HERE, "br1").managed()).isTrue();
        networks.delete(HERE, "br1");
        assertThat(networks.list(HERE)).noneMatch(Network::managed);
    }

    @Test
    void belongsToTheProjectThatHasTheFeature() {
        var networks = standalone();
        var projects =
                new ProjectsService(
                        requireNonNull(database),
                        List.of(new ProfileReferences(), new NetworkTenant()),
                        TestDatabase.silence());
        projects.create(new NewProject("a", "", Map.of()));
        projects.create(new NewProject("b", "", Map.of("features.networks", "true")));
        networks.create("a", network(Map.of()));
        networks.create("b", network(Map.of()));
        assertThat(networks.get("a", "nn").project()).isEqualTo("default");
        assertThat(networks.get("b", "nn").project()).isEqualTo("b");
        assertThat(projects.get("b").usedBy()).contains("/1.0/networks/nn?project=b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|bridge|No name provided",
                "x|bridge|Network interface is too short (minimum 2 characters)",
                "averyveryverylongname|bridge|Network interface is too long (maximum 15 characters)",
                "a/b|bridge|Network interface contains invalid characters",
                "n1|ovn|Network type \"ovn\" is not available"
            })
    void refusesNamesAndTypes(String name, String type, String text) {
        var networks = standalone();
        assertRefused(
                400, text, () -> networks.create(HERE, new NewNetwork(name, type, "", Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo|bar|Invalid option for network \"nn\" option \"foo\"",
                "ipv4.address|zz|Invalid value for network \"nn\" option \"ipv4.address\": invalid CIDR address: zz",
                "ipv4.nat|zz|Invalid value for network \"nn\" option \"ipv4.nat\": Invalid value for a boolean \"zz\""
            })
    void refusesKeysAndValues(String key, String value, String text) {
        var networks = standalone();
        assertRefused(400, text, () -> networks.create(HERE, network(Map.of(key, value))));
    }

    private NetworksService standalone() {
        return service(TestDatabase.standalone(folder), ThisMember.standalone());
    }

    private NetworksService cluster() {
        return service(TestDatabase.cluster(folder, "m1", "m2"), TestDatabase.member(1, "m1"));
    }

    private NetworksService service(LocalDatabase opened, ThisMember self) {
        database = opened;
        return new NetworksService(
                opened,
                self,
                new Deputy(),
                HOST,
                new Random(7),
                List.of(new ProfileReferences()),
                TestDatabase.silence());
    }

    private static void create(NetworksService networks, String name, Map<String, String> config) {
        networks.create(HERE, new NewNetwork(name, "", "", config));
    }

    private static NewNetwork network(Map<String, String> config) {
        return new NewNetwork("nn", "bridge", "", config);
    }

    /// Does what the member asked would do.
    private final class Deputy implements Peers {
        @Override
        public void demandAlive(List<Location> members) {}

        @Override
        public void perform(Location member, Task task) {
            new NetworksService(
                            requireNonNull(database),
                            TestDatabase.member(member.id(), member.name()),
                            this,
                            HOST,
                            new Random(7),
                            List.of(),
                            TestDatabase.silence())
                    .perform(task);
        }
    }
}
