package dev.pileus.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoImageTest {
    @TempDir private Path folder;

    @Test
    void holdsASystemThatStarts() throws IOException {
        var busybox = Files.writeString(folder.resolve("busybox"), "program");
        var tarball = folder.resolve("demo.tar");
        new DemoImage(busybox, "x86_64").write(tarball);
        var entries = entries(tarball);
        assertThat(entries)
                .containsKeys("metadata.yaml", "rootfs/", "rootfs/proc/", "rootfs/sbin/init");
        assertThat(entries.get("rootfs/sbin/init"))
                .satisfies(init -> assertThat(init.getMode() & 0111).isEqualTo(0111));
        assertThat(entries.get("rootfs/bin/sh"))
                .satisfies(shell -> assertThat(shell.getLinkName()).isEqualTo("busybox"));
        assertThat(entries.values()).allMatch(entry -> entry.getLongUserId() == 0);
    }

    @Test
    void namesInstancesAsPeopleDo() {
        assertThat(SandboxInstances.names(7))
                .containsExactly("web-1", "db-1", "cache-1", "queue-1", "build-1", "web-2", "db-2");
    }

    @Test
    void liesWhereContainersOfRootCanReachIt() {
        assertThat(SandboxCommand.standard(Map.of(), "root"))
                .isEqualTo(Path.of("/var/lib/pileus/sandbox"));
        assertThat(SandboxCommand.standard(Map.of("XDG_DATA_HOME", "/data"), "root"))
                .isEqualTo(Path.of("/data/pileus/sandbox"));
    }

    private static Map<String, TarArchiveEntry> entries(Path tarball) throws IOException {
        var entries = new HashMap<String, TarArchiveEntry>();
        try (var in = new TarArchiveInputStream(Files.newInputStream(tarball))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), entry);
            }
        }
        return entries;
    }
}
