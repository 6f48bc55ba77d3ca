package dev.pileus.server;

import dev.pileus.server.http.ServerFacts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// Asks the host what it is.
final class HostFacts {
    private static final Path OS_RELEASE = Path.of("/etc/os-release");
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private HostFacts() {}

    static ServerFacts read() throws IOException {
        var release = release();
        return new ServerFacts(
                Version.NAME,
                Files.readString(HOST_NAME).strip(),
                System.getProperty("os.name", ""),
                System.getProperty("os.version", ""),
                architectures(System.getProperty("os.arch", "")),
                release.getProperty("NAME", "").replace("\"", ""),
                release.getProperty("VERSION_ID", "").replace("\"", ""),
                ProcessHandle.current().pid());
    }

    private static List<String> architectures(String java) {
        return java.equals("amd64") ? List.of("x86_64", "i686") : List.of(java);
    }

    private static Properties release() throws IOException {
        var release = new Properties();
        if (Files.isReadable(OS_RELEASE)) {
            release.load(new StringReader(Files.readString(OS_RELEASE)));
        }
        return release;
    }
}
