package dev.pileus.domain.instances.exec;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceExec;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What clients ask to be run, checked and completed.
final class CommandLine {
    /// What every command gets unless the client says otherwise.
    private static final Map<String, String> USUAL =
            Map.of(
                    "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                    "LANG", "C.UTF-8");

    /// The same for root's.
    private static final Map<String, String> ROOTS = Map.of("HOME", "/root", "USER", "root");

    private static final long LARGEST_ID = 0xffff_fffeL;

    private CommandLine() {}

    /// Refuses what nobody can run.
    ///
    /// @throws ApiException 400
    static Command of(InstanceExec wanted) {
        if (wanted.command().isEmpty() || wanted.command().getFirst().isEmpty()) {
            throw new ApiException(400, "No command given");
        }
        var environment = new TreeMap<>(USUAL);
        if (wanted.user() == 0) {
            environment.putAll(ROOTS);
        }
        environment.putAll(wanted.environment());
        environment.keySet().forEach(CommandLine::checkName);
        Stream.of(wanted.command().stream(), environment.values().stream(), Stream.of(wanted.cwd()))
                .flatMap(texts -> texts)
                .forEach(CommandLine::checkText);
        return new Command(
                wanted.command(),
                environment,
                id(wanted.user(), "user"),
                id(wanted.group(), "group"),
                directory(wanted.cwd()));
    }

    private static void checkName(String name) {
        checkText(name);
        if (name.isEmpty() || name.contains("=")) {
            throw new ApiException(400, "Invalid name of an environment variable");
        }
    }

    /// The kernel's texts end there.
    private static void checkText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new ApiException(400, "Invalid request: a text holds a zero byte");
        }
    }

    private static long id(long id, String what) {
        if (id < 0 || id > LARGEST_ID) {
            throw new ApiException(400, "Invalid " + what + ": " + id);
        }
        return id;
    }

    private static String directory(String cwd) {
        return cwd.startsWith("/") ? cwd : "/" + cwd;
    }
}
