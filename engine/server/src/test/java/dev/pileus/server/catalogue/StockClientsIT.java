package dev.pileus.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.server.TestMember;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockClientsIT {
    @TempDir Path folder;
    private TestMember member;

    @BeforeEach
    void start() {
        member = TestMember.start(folder);
    }

    @AfterEach
    void stop() {
        member.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incus", "lxc"})
    void keepProfiles(String name) {
        var client = new StockClient(name, member.home());
        client.run("profile", "create", "web");
        client.run("profile", "set", "web", "user.a", "b");
        client.run("profile", "device", "add", "web", "root", "disk", "path=/", "pool=local");
        assertThat(client.run("profile", "show", "web"))
                .contains("user.a: b", "pool: local", "type: disk");
        client.run("profile", "device", "remove", "web", "root");
        client.read(
                "config: {user.z: \"1\"}\ndescription: hello\ndevices: {}\n",
                "profile",
                "edit",
                "web");
        assertThat(client.run("profile", "show", "web"))
                .contains("user.z: \"1\"", "description: hello", "devices: {}")
                .doesNotContain("user.a");
        client.run("profile", "rename", "web", "db");
        client.run("profile", "copy", "db", "db2");
        assertThat(client.run("profile", "list", "--format", "csv"))
                .contains("default,Default profile,0", "db,hello,0", "db2,hello,0");
        client.refuses("Unknown configuration key: foo", "profile", "set", "db", "foo", "bar");
        client.refuses("The \"default\" profile cannot be deleted", "profile", "delete", "default");
        client.run("profile", "delete", "db");
        client.refuses("Profile not found", "profile", "show", "db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incus", "lxc"})
    void keepProjects(String name) {
        var client = new StockClient(name, member.home());
        client.run("project", "create", "a", "-c", "features.images=false");
        client.run("project", "set", "a", "restricted.cluster.target", "block");
        assertThat(client.run("project", "get", "a", "restricted.cluster.target"))
                .isEqualTo("block");
        client.run("project", "rename", "a", "b");
        assertThat(client.run("project", "list", "--format", "csv"))
                .contains("b,NO,YES", "default (current),YES,YES");
        assertThat(client.run("project", "info", "b", "--format", "csv")).contains("UNLIMITED");
        client.run("profile", "create", "web", "--project", "b");
        assertThat(client.run("project", "show", "b"))
                .contains("/1.0/profiles/web?project=b", "restricted.cluster.target: block");
        client.refuses("Only empty projects can be removed", "project", "delete", "b");
        client.run("profile", "delete", "web", "--project", "b");
        client.run("project", "delete", "b");
        client.refuses("The 'default' project cannot be deleted", "project", "delete", "default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incus", "lxc"})
    void keepPools(String name) {
        var client = new StockClient(name, member.home());
        client.run("storage", "create", "fast", "dir");
        client.refuses(
                "Source path '/nonexist' doesn't exist",
                "storage",
                "create",
                "bad",
                "dir",
                "source=/nonexist");
        client.run("storage", "set", "fast", "user.a", "b");
        assertThat(client.run("storage", "get", "fast", "source"))
                .isEqualTo(member.stateDir().resolve("storage-pools/fast").toString());
        assertThat(client.run("storage", "show", "fast"))
                .contains("status: Created", "user.a: b", "- none");
        assertThat(client.run("storage", "info", "fast")).contains("total space:");
        client.run("profile", "device", "add", "default", "root", "disk", "path=/", "pool=fast");
        assertThat(client.run("storage", "list", "--format", "csv"))
                .contains("fast,dir,")
                .contains(",1,CREATED");
        client.refuses("The storage pool is currently in use", "storage", "delete", "fast");
        client.run("profile", "device", "remove", "default", "root");
        client.run("storage", "delete", "fast");
        assertThat(client.run("storage", "list", "--format", "csv")).isEmpty();
        assertThat(member.stateDir().resolve("storage-pools/fast")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incus", "lxc"})
    void keepNetworks(String name) {
        var client = new StockClient(name, member.home());
        client.run("network", "create", "br7", "ipv6.address=none");
        assertThat(client.run("network", "get", "br7", "ipv4.address"))
                .matches("10\\.\\d+\\.\\d+\\.1/24");
        client.run("network", "set", "br7", "ipv4.nat", "false");
        assertThat(client.run("network", "show", "br7"))
                .contains("ipv4.nat: \"false\"", "managed: true", "status: Created");
        client.run("network", "rename", "br7", "br8");
        client.run("network", "attach-profile", "br8", "default", "eth0");
        client.refuses("The network is currently in use", "network", "delete", "br8");
        client.run("network", "detach-profile", "br8", "default");
        assertThat(client.run("network", "list", "--format", "csv")).contains("br8,bridge,YES");
        assertThat(client.run("network", "info", "lo")).contains("127.0.0.1");
        assertThat(client.run("network", "list-leases", "br8")).doesNotContain("Error");
        client.run("network", "delete", "br8");
        client.refuses("Network not found", "network", "show", "br8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incus", "lxc"})
    void lookAtWarningsAndResources(String name) {
        var client = new StockClient(name, member.home());
        assertThat(client.run("warning", "list")).contains("SEVERITY");
        assertThat(client.run("info", "--resources")).contains("CPU", "Vendor:", "Total:");
        assertThat(client.run("query", "/1.0/networks?filter=name%20eq%20lo"))
                .contains("/1.0/networks/lo")
                .doesNotContain("eth0");
    }

    @Test
    void remembersAllOfItAcrossARestart() {
        var client = new StockClient("incus", member.home());
        client.run("storage", "create", "fast", "dir");
        client.run("project", "create", "a");
        client.run("profile", "create", "web");
        client.run("network", "create", "br7", "ipv4.address=none", "ipv6.address=none");
        member.restart();
        assertThat(client.run("storage", "show", "fast")).contains("status: Created");
        assertThat(client.run("project", "show", "a")).contains("features.images: \"true\"");
        assertThat(client.run("profile", "show", "web")).contains("name: web");
        assertThat(client.run("network", "show", "br7")).contains("ipv4.address: none");
    }

    /// A client that is limited to a project whose profiles are the default project's.
    @Test
    void limitedClientsChangeOnlyWhatIsTheirs() {
        var client = new StockClient("incus", member.home());
        client.run("project", "create", "shared", "-c", "features.profiles=false");
        client.run("project", "create", "own");
        var guest = member.guest("shared", "own");
        var body = "{\"config\":{\"user.a\":\"b\"}}";
        assertThat(guest.get("/1.0/profiles/default?project=shared").status()).isEqualTo(200);
        assertThat(guest.ask("PATCH", "/1.0/profiles/default?project=shared", body).status())
                .isEqualTo(403);
        assertThat(guest.ask("PATCH", "/1.0/profiles/default?project=own", body).status())
                .isEqualTo(200);
        assertThat(guest.get("/1.0/profiles/default").status()).isEqualTo(403);
        assertThat(guest.get("/1.0/projects").body())
                .contains("/1.0/projects/own", "/1.0/projects/shared")
                .doesNotContain("/1.0/projects/default");
        assertThat(guest.get("/1.0/projects/default").status()).isEqualTo(404);
        assertThat(client.run("profile", "show", "default")).doesNotContain("user.a");

        // who else uses what all projects share is not theirs to know
        client.run("storage", "create", "box", "dir");
        client.run("profile", "device", "add", "default", "box", "disk", "path=/", "pool=box");
        assertThat(client.run("storage", "show", "box")).contains("/1.0/profiles/default");
        assertThat(guest.get("/1.0/storage-pools/box?project=own").body())
                .contains("\"used_by\":[]");
        client.run("profile", "device", "remove", "default", "box");
        client.run("storage", "delete", "box");
    }
}
