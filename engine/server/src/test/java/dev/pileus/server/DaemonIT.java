package dev.pileus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.testkit.Ports;
import dev.pileus.testkit.StockClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a daemon keeps in its folder, and where it listens.
@StockClients
class DaemonIT {
    @TempDir Path folder;

    @Test
    void letsOthersPassToTheSocketAndSeeNothingElse() throws Exception {
        try (var member = TestMember.start(folder)) {
            var dir = member.stateDir();
            assertThat(mode(dir)).isEqualTo("rwx--x--x");
            assertThat(mode(dir.resolve("unix.socket"))).isEqualTo("rw-rw----");
            assertThat(mode(dir.resolve("server.key"))).isEqualTo("rw-------");
            assertThat(mode(dir.resolve("database"))).isEqualTo("rwx------");
        }
        assertThat(folder.resolve("state/unix.socket")).doesNotExist();
    }

    @Test
    void refusesASecondDaemonInTheSameFolder() {
        try (var member = TestMember.start(folder)) {
            assertThatThrownBy(() -> Daemon.start(DaemonOptions.in(member.stateDir())))
                    .isInstanceOf(IOException.class)
                    .hasMessage("another daemon runs in " + member.stateDir());
            assertThat(member.home().incus("config", "show").output()).isEqualTo("config: {}");
        }
    }

    @Test
    void refusesAGroupThatDoesNotExist() {
        var options = new DaemonOptions(folder.resolve("state"), "no-such-group");
        assertThatThrownBy(() -> Daemon.start(options))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no group \"no-such-group\" on this host");
        // and has let go of everything
        TestMember.start(folder).close();
    }

    @Test
    void saysThatADirectoryCannotBeMade() {
        var options = DaemonOptions.in(Path.of("/proc/nothing"));
        assertThatThrownBy(() -> Daemon.start(options))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot keep anything in /proc/nothing: it cannot be made");
    }

    @Test
    void replacesTheSocketThatACrashLeft() throws Exception {
        Files.createDirectories(folder.resolve("state"));
        Files.createFile(folder.resolve("state/unix.socket"));
        try (var member = TestMember.start(folder)) {
            assertThat(member.home().incus("config", "show").output()).isEqualTo("config: {}");
        }
    }

    @Test
    void keepsItsCertificateOverARestart() {
        try (var member = TestMember.start(folder)) {
            var friend = member.friend();
            var before = fingerprint(friend);
            member.restart();
            assertThat(fingerprint(friend)).isEqualTo(before).matches("[0-9a-f]{64}");
        }
    }

    private static String fingerprint(HttpsPeer friend) {
        return friend.get("/1.0")
                .metadata()
                .path("environment")
                .path("certificate_fingerprint")
                .stringValue("");
    }

    @Test
    void movesToAnotherAddressWhileItRuns() {
        try (var member = TestMember.start(folder)) {
            var old = member.stranger();
            var next = "127.0.0.1:" + Ports.free();
            var home = member.home();
            home.incus("config", "set", "core.https_address", next).output();
            assertThat(HttpsPeer.without(next).get("/").status()).isEqualTo(200);
            assertThatThrownBy(() -> old.get("/")).hasRootCauseInstanceOf(IOException.class);

            // the same port, now everywhere: both cannot be at once
            var everywhere = "[::]" + next.substring(next.indexOf(':'));
            home.incus("config", "set", "core.https_address", everywhere).output();
            assertThat(HttpsPeer.without(next).get("/").status()).isEqualTo(200);

            home.incus("config", "unset", "core.https_address").output();
            assertThatThrownBy(() -> HttpsPeer.without(next).get("/"))
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    /// As on every host but the one whose names are in the certificate.
    @Test
    void answersUnderAddressesThatItsCertificateDoesNotName() {
        try (var member = TestMember.start(folder)) {
            var elsewhere = "127.0.0.2:" + Ports.free();
            member.home().incus("config", "set", "core.https_address", elsewhere).output();
            assertThat(HttpsPeer.without(elsewhere).get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void startsWhenItsAddressIsTaken() throws Exception {
        int port;
        try (var member = TestMember.start(folder)) {
            port = Integer.parseInt(member.address().replaceFirst(".*:", ""));
        }
        try (var taken =
                        new java.net.ServerSocket(
                                port, 1, java.net.InetAddress.getLoopbackAddress());
                var member = TestMember.start(folder)) {
            assertThat(taken.isBound()).isTrue();
            assertThat(member.home().incus("config", "get", "core.https_address").output())
                    .isEqualTo("127.0.0.1:" + port);
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
