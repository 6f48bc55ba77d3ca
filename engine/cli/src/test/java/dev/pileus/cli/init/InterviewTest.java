package dev.pileus.cli.init;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.pileus.api.JoinToken;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.cli.CommandException;
import dev.pileus.cli.Dialogue;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterviewTest {
    private final StringWriter said = new StringWriter();

    @Test
    void takesTheUsualAnswers() {
        var preseed = ask("", "", "", "", "", "", "", "", "", "");
        assertThat(said)
                .hasToString(
                        "Would you like to use clustering? (yes/no) [default=no]: "
                                + "Do you want to configure a new storage pool? (yes/no) [default=yes]: "
                                + "Name of the new storage pool [default=default]: "
                                + "Where should this storage pool store its data? [default=/srv/storage-pools/default]: "
                                + "Would you like to create a new local network bridge? (yes/no) [default=yes]: "
                                + "What should the new bridge be called? [default=pileusbr0]: "
                                + "What IPv4 address should be used? (CIDR subnet notation, “auto” or “none”) [default=auto]: "
                                + "What IPv6 address should be used? (CIDR subnet notation, “auto” or “none”) [default=auto]: "
                                + "Would you like the server to be available over the network? (yes/no) [default=no]: "
                                + "Would you like stale cached images to be updated automatically? (yes/no) [default=yes]: ");
        assertThat(preseed.cluster()).isNull();
        assertThat(preseed.config()).isEmpty();
        assertThat(preseed.storagePools())
                .containsExactly(new Preseed.PoolSeed("default", "dir", "", Map.of()));
        assertThat(preseed.profiles().getFirst().devices()).containsOnlyKeys("root", "eth0");
    }

    @Test
    void beginsACluster() {
        var preseed = ask("yes", "127.0.0.1:9663", "no", "b1", "yes", "/data", "no", "no");
        assertThat(preseed.cluster()).isEqualTo(Preseed.ClusterSeed.first("b1"));
        assertThat(preseed.config())
                .containsOnly(
                        entry("core.https_address", "127.0.0.1:9663"),
                        entry("images.auto_update_interval", "0"));
        assertThat(preseed.storagePools())
                .containsExactly(
                        new Preseed.PoolSeed("local", "dir", "", Map.of("source", "/data")));
    }

    @Test
    void asksAgainWhatMakesNoSense() {
        ask("maybe", "yes", "0.0.0.0", "https://x y", "", "no", "", "no", "yes", "nope", "br0", "");
        assertThat(said.toString())
                .contains("Please answer yes or no")
                .contains("no wildcard")
                .contains("The requested interface doesn't exist. Please choose another one.");
    }

    @Test
    void joinsWithAToken() {
        var preseed = ask("yes", "10.0.0.2", "yes", "garbage", token(), "yes", "/data");
        assertThat(said.toString())
                .contains("Invalid join token: ")
                .contains(
                        "All existing data is lost when joining a cluster, continue? (yes/no) [default=no] ")
                .contains("Choose \"source\" property for storage pool \"default\": ");
        var cluster = requireNonNull(preseed.cluster());
        assertThat(cluster.serverName()).isEqualTo("m2");
        assertThat(cluster.serverAddress()).isEqualTo("10.0.0.2:8443");
        assertThat(cluster.clusterAddress()).isEqualTo("10.0.0.1:8443");
        assertThat(cluster.clusterToken()).isEmpty();
        assertThat(cluster.memberConfig().getFirst().value()).isEqualTo("/data");
        assertThat(preseed.hasObjects()).isFalse();
    }

    @Test
    void leavesEverythingWhenDataShallNotBeLost() {
        assertThatThrownBy(() -> ask("yes", "", "yes", token(), "no"))
                .isInstanceOf(CommandException.class)
                .hasMessage("User aborted configuration");
    }

    @Test
    void endsWithItsAnswers() {
        assertThatThrownBy(() -> ask("yes"))
                .isInstanceOf(CommandException.class)
                .hasMessage("the answers have ended before the questions");
    }

    private static String token() {
        return new JoinToken("m2", "abcd", List.of("10.0.0.1:8443"), "secret", Instant.EPOCH)
                .encode();
    }

    private Preseed ask(String... answers) {
        var in =
                new BufferedReader(
                        new StringReader(
                                answers.length == 0 ? "" : String.join("\n", answers) + "\n"));
        return new Interview(new Dialogue(in, new PrintWriter(said)), new Somewhere()).ask();
    }

    private static final class Somewhere implements Surroundings {
        @Override
        public String hostName() {
            return "box";
        }

        @Override
        public String address() {
            return "10.0.0.2";
        }

        @Override
        public String poolDirectory() {
            return "/srv/storage-pools";
        }

        @Override
        public InterfaceKind interfaceKind(String name) {
            return name.equals("br0") ? InterfaceKind.BRIDGE : InterfaceKind.MISSING;
        }

        @Override
        public Invitation redeem(JoinToken token) {
            return new Invitation(
                    new TargetMember(token.addresses().getFirst(), "PEM"),
                    List.of(new MemberConfigKey("storage-pool", "default", "source", "", "")));
        }
    }
}
