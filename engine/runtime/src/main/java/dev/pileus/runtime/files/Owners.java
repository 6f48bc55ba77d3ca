package dev.pileus.runtime.files;

import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.runtime.posix.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whose files are, in a container and on the host.
record Owners(IdMap users, IdMap groups) {
    /// Of files that are looked at where they lie on the host: natural owners, nothing is shifted.
    static final Owners NATURAL = new Owners(IdMap.SAME, IdMap.SAME);

    /// Of files as a process sees them.
    static Owners of(Path process) throws IOException {
        return new Owners(
                IdMap.parse(Files.readString(process.resolve("uid_map"))),
                IdMap.parse(Files.readString(process.resolve("gid_map"))));
    }

    /// The container's root, as the host sees it.
    Identity root() {
        return new Identity(user(0), group(0));
    }

    long user(long inside) {
        return known(users.outside(inside), "user", inside);
    }

    long group(long inside) {
        return known(groups.outside(inside), "group", inside);
    }

    private static long known(long outside, String what, long inside) {
        if (outside < 0) {
            throw new FileProblem(
                    FileProblem.Kind.IMPOSSIBLE,
                    "the instance has no %s %d".formatted(what, inside));
        }
        return outside;
    }
}
