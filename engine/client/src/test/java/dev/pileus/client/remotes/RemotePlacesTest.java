package dev.pileus.client.remotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.Surroundings.OperatingSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where remotes are looked for.
class RemotePlacesTest extends FakeHome {
    @Test
    void findsNothingInAnEmptyHome() {
        assertThat(find()).isEqualTo(new FoundRemotes(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, home/ann/.config/incus, INCUS",
        "MACOS, home/ann/Library/Application Support/incus, INCUS",
        "MACOS, home/ann/.config/incus, INCUS",
        "WINDOWS, home/ann/AppData/Roaming/incus, INCUS",
        "WINDOWS, home/ann/.config/incus, INCUS",
        "LINUX, etc/incus, INCUS",
        "LINUX, home/ann/.config/lxc, LXC",
        "LINUX, home/ann/snap/lxd/common/config, LXC",
        "LINUX, home/ann/snap/lxd/current/.config/lxc, LXC",
        "LINUX, etc/lxd, LXC",
    })
    void looksWhereEachClientKeepsItsRemotes(
            OperatingSystem system, String directory, StockClient client) throws Exception {
        var file = write(root.resolve(directory).resolve("config.yml"), PROD);
        assertThat(find(system).remotes())
                .singleElement()
                .satisfies(remote -> {
                    assertThat(remote.name()).isEqualTo("prod");
                    assertThat(remote.client()).isEqualTo(client);
                    assertThat(remote.source()).isEqualTo(file);
                    assertThat(remote.isDefault()).isTrue();
                    assertThat(remote.endpoints()).isEqualTo(endpoints("https://node1:8443"));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "INCUS_CONF, elsewhere",
        "LXD_CONF, elsewhere",
        "INCUS_GLOBAL_CONF, elsewhere",
        "LXD_GLOBAL_CONF, elsewhere",
        "XDG_CONFIG_HOME, elsewhere/incus",
    })
    void looksWhereTheEnvironmentSays(String variable, String directory) throws Exception {
        environment.put(variable, root.resolve("elsewhere").toString());
        write(root.resolve(directory).resolve("config.yml"), PROD);
        assertThat(find().named("prod")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"/home/me, /home/me", "'', /root", "me, /root"})
    void goesByTheHomeThatTheEnvironmentNames(String named, Path home) {
        assertThat(Surroundings.home(Map.of("HOME", named), "/root")).isEqualTo(home);
    }

    @Test
    void leavesTheUsualPlaceWhenToldAnother() throws Exception {
        write(home().resolve(".config/incus/config.yml"), PROD);
        environment.put("INCUS_CONF", root.resolve("elsewhere").toString());
        assertThat(find().remotes()).isEmpty();
    }

    @Test
    void listsARemoteOfTwoFilesOnce() throws Exception {
        write(home().resolve("Library/Application Support/incus/config.yml"), PROD);
        write(home().resolve(".config/incus/config.yml"), PROD);
        assertThat(find(OperatingSystem.MACOS).remotes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "INCUS_SOCKET, x/unix.socket",
        "INCUS_DIR, x",
        "LXD_SOCKET, x/unix.socket",
        "LXD_DIR, x",
    })
    void findsTheSocketThatTheEnvironmentNames(String variable, String path) throws Exception {
        environment.put(variable, root.resolve(path).toString());
        var socket = write(root.resolve("x/unix.socket"), "");
        assertThat(find().named("local").orElseThrow().endpoints())
                .containsExactly(new Endpoint.Unix(socket));
    }

    @ParameterizedTest
    @CsvSource({
        "run/incus, INCUS",
        "var/lib/incus, INCUS",
        "var/snap/lxd/common/lxd, LXC",
        "var/lib/lxd, LXC",
    })
    void findsSocketsInTheUsualPlaces(String directory, StockClient client) throws Exception {
        var socket = write(root.resolve(directory).resolve("unix.socket"), "");
        assertThat(find().remotes())
                .singleElement()
                .satisfies(local -> {
                    assertThat(local.client()).isEqualTo(client);
                    assertThat(local.isDefault()).isTrue();
                    assertThat(local.source()).isEqualTo(socket);
                });
    }

    @Test
    void findsTheSocketForConfinedUsers() throws Exception {
        var socket = write(root.resolve("run/incus/unix.socket.user"), "");
        assertThat(find().named("local").orElseThrow().endpoints())
                .containsExactly(new Endpoint.Unix(socket));
    }
}
