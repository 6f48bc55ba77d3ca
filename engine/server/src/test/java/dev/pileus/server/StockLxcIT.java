package dev.pileus.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.testkit.StockClients;
import dev.pileus.testkit.StockHome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server on its own, driven by LXD's `lxc`.
@StockClients
class StockLxcIT {
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
    void setsShowsAndUnsetsKeys() {
        assertThat(lxc("version")).contains("Server version: 0.");
        lxc("config", "set", "images.auto_update_interval=7");
        assertThat(lxc("config", "show"))
                .isEqualTo("config:\n  images.auto_update_interval: \"7\"");
        lxc("config", "unset", "images.auto_update_interval");
        assertThat(lxc("config", "show")).isEqualTo("config: {}");
    }

    @Test
    void trustsWhoKnowsThePassword() {
        var url = "https://" + member.address();
        lxc("config", "set", "core.trust_password", "sekrit");
        assertThat(lxc("config", "get", "core.trust_password")).isEqualTo("true");

        assertThat(home.lxc(add("wrong", url)).run().errors()).contains("not authorized");
        home.lxc(add("sekrit", url)).output();

        // sends the password back as a plain yes
        lxc("config", "set", "there:", "user.a=b");
        assertThat(lxc("config", "get", "core.trust_password")).isEqualTo("true");
        var second = new StockHome(folder.resolve("second"), member.stateDir());
        second.lxc(add("sekrit", url)).output();

        lxc("config", "unset", "core.trust_password");
        var third = new StockHome(folder.resolve("third"), member.stateDir());
        assertThat(third.lxc(add("sekrit", url)).run().errors()).contains("not authorized");
    }

    @Test
    void showsThePasswordToNobody() {
        lxc("config", "set", "core.trust_password", "sekrit");
        assertThat(home.incus("config", "show").output())
                .isEqualTo("config:\n  core.trust_password: \"true\"");
        home.incus("config", "set", "user.a=b").output();
        var url = "https://" + member.address();
        home.lxc(add("sekrit", url)).output();
        assertThat(member.friend().get("/1.0").body()).doesNotContain("sekrit");
    }

    @Test
    void trustsWhoBringsAToken() {
        member.address();
        var token = lxc("config", "trust", "add", "--name", "ann").lines().toList().getLast();
        lxc("remote", "add", "there", token);
        assertThat(lxc("config", "trust", "list", "there:")).contains("ann");
    }

    private static String[] add(String password, String url) {
        return new String[] {
            "remote", "add", "there", url, "--accept-certificate", "--password=" + password
        };
    }

    private String lxc(String... arguments) {
        return home.lxc(arguments).output();
    }
}
