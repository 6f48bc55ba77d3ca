package dev.pileus.server.instances;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The containers of a cluster: what its clients say of them, and what lies on the disks of its
/// members.
record Guests(PileusCluster cluster) {
    /// Who does not end when asked to.
    private static final String STUBBORN =
            """
            #!/bin/sh
            trap '' PWR TERM INT
            while :; do sleep 1; done
            """;

    private static final int MEBIBYTE = 1 << 20;

    /// All of them: name, status, member.
    List<String> list() {
        return cluster.client("list", "-f", "csv", "-c", "nsL").lines().toList();
    }

    String location(String instance) {
        return cluster.client("list", instance, "-f", "csv", "-c", "L");
    }

    String status(String instance) {
        return cluster.client("list", instance, "-f", "csv", "-c", "s");
    }

    void create(String instance, String member, String... more) {
        var words = new String[more.length + 6];
        List.of("create", PileusCluster.IMAGE, instance, "-q", "--target", member).toArray(words);
        System.arraycopy(more, 0, words, 6, more.length);
        cluster.client(words);
    }

    Path folder(String member, String instance) {
        return pool(member).resolve("containers").resolve(instance);
    }

    Path rootfs(String member, String instance) {
        return folder(member, instance).resolve("rootfs");
    }

    Path snapshots(String member, String instance) {
        return pool(member).resolve("containers-snapshots").resolve(instance);
    }

    private Path pool(String member) {
        return cluster.member(member).stateDir().resolve("storage-pools/default");
    }

    /// The members that have any files of it.
    List<String> holders(String instance) {
        return cluster.members().stream()
                .map(PeerMember::name)
                .filter(member ->
                        Files.exists(folder(member, instance))
                                || Files.exists(snapshots(member, instance)))
                .toList();
    }

    /// Gives it an init that has to be killed.
    void makeStubborn(String member, String instance) {
        try {
            var init = Files.writeString(rootfs(member, instance).resolve("sbin/init"), STUBBORN);
            Files.setPosixFilePermissions(init, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives it a file that takes a while to be carried.
    void load(String member, String instance, int mebibytes) {
        var block = new byte[MEBIBYTE];
        try (var file =
                Files.newOutputStream(
                        rootfs(member, instance).resolve("big"), StandardOpenOption.CREATE_NEW)) {
            for (var i = 0; i < mebibytes; i++) {
                block[i % MEBIBYTE] = 1;
                file.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a piece of that file has come to a member.
    boolean isComing(String member, String instance) {
        try {
            return Files.size(rootfs(member, instance).resolve("big")) > MEBIBYTE;
        } catch (IOException notThere) {
            return false;
        }
    }

    /// Everything about the files below a folder: kind, owner, mode, links, attributes, content.
    static String census(Path folder) {
        return Command.of(
                        "sh",
                        "-c",
                        """
                        cd "$0"
                        find . -printf '%P %y %m %U:%G %n %l %T@\\n' | LC_ALL=C sort
                        find . -type f -exec sha256sum {} + | LC_ALL=C sort
                        getfattr --recursive --no-dereference --dump --match=- .\
                        """,
                        folder.toString())
                .output();
    }
}
