package dev.pileus.runtime.network;

import dev.pileus.api.ApiException;
import dev.pileus.runtime.HostProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs what a network or an interface needs of the host, or says what the host lacks.
final class HostCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String what;

    /// @param what for the beginning of refusals, such as `Network "br0"`
    HostCommand(String what) {
        this.what = what;
    }

    static HostCommand network(String name) {
        return new HostCommand("Network \"%s\"".formatted(name));
    }

    /// Runs a program to its end.
    ///
    /// @param debian the package that it is in
    /// @param without how to do without it, for the admin
    /// @throws ApiException 500 if it is missing or fails
    String run(String program, String debian, String without, String... arguments) {
        var found =
                HostProgram.find(program)
                        .orElseThrow(() ->
                                problem(
                                        "the program %s is missing on this member (Debian package %s)%s"
                                                .formatted(program, debian, without)));
        var words = new ArrayList<>(List.of(found.toString()));
        words.addAll(List.of(arguments));
        try {
            var ended = HostProgram.of(words).run(PATIENCE);
            if (!ended.well()) {
                var said = ended.errors().isBlank() ? ended.output() : ended.errors();
                throw problem("%s: %s".formatted(program, said.strip()));
            }
            return ended.output();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem("interrupted");
        }
    }

    String ip(String... arguments) {
        return run("ip", "iproute2", "", arguments);
    }

    /// Sets a value of the kernel, where the kernel has it.
    void sysctl(String path, String value) {
        var file = Path.of("/proc/sys/net", path);
        if (!Files.exists(file)) {
            return;
        }
        try {
            if (!Files.readString(file).strip().equals(value)) {
                Files.writeString(file, value);
            }
        } catch (IOException e) {
            throw problem("cannot set %s: %s".formatted(file, e.getMessage()));
        }
    }

    /// Hosts can go without.
    static boolean hasIpv6() {
        var off = Path.of("/proc/sys/net/ipv6/conf/all/disable_ipv6");
        try {
            return Files.exists(off) && Files.readString(off).strip().equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    ApiException problem(String why) {
        return new ApiException(500, what + ": " + why);
    }
}
