package dev.pileus.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.StockClients;
import dev.pileus.testkit.StockHome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server on its own, driven by `incus`.
@StockClients
class StockIncusIT {
    @TempDir Path folder;
    private TestMember member;
    private StockHome home;

    @BeforeEach
    void startMember() {
        member = TestMember.start(folder);
        home = member.home();
    }

    @AfterEach
    void stopMember() {
        member.close();
    }

    @Test
    void tellsItsVersion() {
        assertThat(incus("version")).contains("Client version: 6.", "Server version: 0.");
    }

    @Test
    void setsShowsAndUnsetsKeys() {
        incus("config", "set", "images.auto_update_interval=7", "user.note=hello world");
        assertThat(incus("config", "get", "images.auto_update_interval")).isEqualTo("7");
        assertThat(incus("config", "show"))
                .isEqualTo(
                        """
                        config:
                          images.auto_update_interval: "7"
                          user.note: hello world\
                        """);
        incus("config", "unset", "user.note");
        assertThat(incus("config", "show")).doesNotContain("user.note");
        assertThat(incus("config", "get", "user.note")).isEmpty();
    }

    @Test
    void editsTheWholeConfiguration() {
        incus("config", "set", "user.old=1");
        var edited = home.incus("config", "edit").reading("config:\n  user.new: \"2\"\n").run();
        assertThat(edited.errors()).isEmpty();
        assertThat(incus("config", "show")).contains("user.new: \"2\"").doesNotContain("user.old");
    }

    @Test
    void refusesValuesInTheStockWords() {
        assertRefused(
                "cannot set 'cluster.max_voters' to '4': Value must be an odd number equal to or higher than 3",
                "config",
                "set",
                "cluster.max_voters=4");
        assertRefused("cannot set 'bogus.key' to '1': unknown key", "config", "set", "bogus.key=1");
        assertRefused(
                "cannot set 'cluster.max_standby' to 'x': invalid integer (and 1 more errors)",
                "config",
                "set",
                "cluster.max_standby=x",
                "core.trust_ca_certificates=perhaps");
        assertRefused(
                "cannot set 'core.https_address' to ':::1': Couldn't resolve \":::1\"",
                "config",
                "set",
                "core.https_address=:::1");
        assertThat(incus("config", "show")).isEqualTo("config: {}");
    }

    @Test
    void keepsListeningWhereItDidWhenTheNewPlaceIsNone() {
        var address = member.address();
        assertRefused(
                "Cannot listen on network HTTPS socket \"127.0.0.1:99999\": listen tcp: address 99999: invalid port",
                "config",
                "set",
                "core.https_address=127.0.0.1:99999");
        assertThat(incus("config", "get", "core.https_address")).isEqualTo(address);
        assertThat(member.stranger().get("/").status()).isEqualTo(200);
    }

    @Test
    void trustsWhoBringsAToken() {
        member.address();
        var token = token("ann");
        assertThat(incus("config", "trust", "list-tokens")).contains("ann", token);

        incus("remote", "add", "there", token);

        assertThat(incus("config", "trust", "list", "there:")).contains("| ann  | client |");
        assertThat(incus("config", "trust", "list-tokens")).doesNotContain("ann");
        incus("config", "set", "there:", "user.by=ann");
        assertThat(incus("config", "get", "user.by")).isEqualTo("ann");
        assertThat(incus("operation", "list", "there:")).contains("CANCELLED");
    }

    @Test
    void takesATokenOnce() {
        member.address();
        var token = token("ann");
        incus("remote", "add", "there", token);
        assertRefused(
                "Failed to create certificate: Client is already trusted",
                "remote",
                "add",
                "again",
                token);
        var other = new StockHome(folder.resolve("other"), member.stateDir());
        var second = other.incus("remote", "add", "there", token).run();
        assertThat(second.errors()).contains("No matching certificate add operation found");
    }

    @Test
    void refusesRevokedReplacedAndForeignTokens() {
        member.address();
        var revoked = token("ann");
        incus("config", "trust", "revoke-token", "ann");
        var replaced = token("bob");
        token("bob");
        for (var token : new String[] {revoked, replaced}) {
            assertRefused(
                    "No matching certificate add operation found", "remote", "add", "x", token);
        }
    }

    @Test
    void editsTrustAndTakesItBack() {
        member.address();
        incus("remote", "add", "there", token("ann"));
        var fingerprint =
                incus("config", "trust", "list", "-f", "csv", "-c", "f")
                        .lines()
                        .findFirst()
                        .orElseThrow();
        var shown = incus("config", "trust", "show", fingerprint);
        assertThat(shown).contains("name: ann", "type: client", "restricted: false");
        home.incus("config", "trust", "edit", fingerprint)
                .reading(shown.replace("name: ann", "name: eve"))
                .output();
        assertThat(incus("config", "trust", "list")).contains("eve").doesNotContain("ann");

        incus("config", "trust", "remove", fingerprint);
        assertThat(incus("config", "trust", "list")).doesNotContain("eve");
        assertRefused("not authorized", "config", "trust", "list", "there:");
    }

    @Test
    void tellsWhatHappens() throws Exception {
        member.address();
        incus("remote", "add", "there", token("ann"));
        try (var events = new EventLog(member.friend(), "/1.0/events?type=lifecycle")) {
            incus("config", "set", "user.a=b");
            events.await(
                    "\"action\":\"config-updated\"",
                    "\"username\":\"root\"",
                    "\"protocol\":\"unix\"");
            incus("config", "set", "there:", "user.a=c");
            events.await("\"action\":\"config-updated\"", "\"protocol\":\"tls\"");
        }
    }

    @Test
    void remembersEverythingOverARestart() {
        var address = member.address();
        incus("config", "set", "user.a=b");
        incus("remote", "add", "there", token("ann"));
        var open = token("bob");

        member.restart();

        assertThat(incus("config", "get", "there:", "user.a")).isEqualTo("b");
        assertThat(incus("config", "get", "core.https_address")).isEqualTo(address);
        var bob = new StockHome(folder.resolve("bob"), member.stateDir());
        bob.incus("remote", "add", "there", open).output();
        assertThat(incus("config", "trust", "list")).contains("ann", "bob");
    }

    private String token(String name) {
        return incus("config", "trust", "add", name).lines().toList().getLast();
    }

    private String incus(String... arguments) {
        return home.incus(arguments).output();
    }

    private void assertRefused(String text, String... arguments) {
        Command.Result result = home.incus(arguments).run();
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.errors()).contains(text);
    }
}
