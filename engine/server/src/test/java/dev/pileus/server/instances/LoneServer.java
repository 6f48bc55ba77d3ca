package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.server.TestMember;
import dev.pileus.testkit.GuestImage;
import dev.pileus.testkit.StockHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A server on its own with a pool `default`, an image `busybox` and the stock clients.
final class LoneServer implements AutoCloseable {
    final TestMember member;
    private final StockHome home;

    private LoneServer(TestMember member) {
        this.member = member;
        this.home = member.home();
    }

    /// Starts it.
    ///
    /// @param folder of the test alone
    static LoneServer start(Path folder) throws IOException {
        // containers' users have to get through to their files
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var server = new LoneServer(TestMember.start(folder));
        server.incus("storage", "create", "default", "dir");
        server.incus(
                "profile", "device", "add", "default", "root", "disk", "path=/", "pool=default");
        server.incus("image", "import", GuestImage.write(folder).toString(), "--alias", "busybox");
        return server;
    }

    StockHome home() {
        return home;
    }

    String incus(String... arguments) {
        return home.incus(arguments).output();
    }

    String lxc(String... arguments) {
        return home.lxc(arguments).output();
    }

    /// The command fails with these words.
    void refuses(String text, String... arguments) {
        var result = home.incus(arguments).run();
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.errors()).contains(text);
    }

    String status(String instance) {
        return incus("list", instance, "-f", "csv", "-c", "s");
    }

    Path rootfs(String instance) {
        return member.stateDir()
                .resolve("storage-pools/default/containers")
                .resolve(instance)
                .resolve("rootfs");
    }

    @Override
    public void close() {
        member.close();
    }
}
