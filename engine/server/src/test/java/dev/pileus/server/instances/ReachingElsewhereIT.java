package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.testkit.CommandFailedException;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lives on one member is reached into through any.
@RealPileus
@RealContainers
class ReachingElsewhereIT {
    @TempDir Path folder;

    @Test
    void servesEveryContainerFromEveryMember(@Own({"m1", "m2"}) PileusCluster cluster)
            throws IOException {
        cluster.clientAt("m1", "launch", PileusCluster.IMAGE, "c1", "-q", "--target", "m2");
        var file = Files.writeString(folder.resolve("motd"), "hello");
        for (var member : List.of("m1", "m2")) {
            assertThat(cluster.clientAt(member, "exec", "c1", "--", "echo", "spoken"))
                    .isEqualTo("spoken");
            assertThatThrownBy(() -> cluster.clientAt(member, "exec", "c1", "--", "nope"))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("Command not found");
            cluster.clientAt(member, "file", "push", file.toString(), "c1/tmp/" + member);
            assertThat(cluster.clientAt(member, "file", "pull", "c1/tmp/" + member, "-"))
                    .isEqualTo("hello");
            assertThat(cluster.clientAt(member, "query", "/1.0/instances/c1/logs"))
                    .contains("lxc.log");
        }
        assertThat(cluster.clientAt("m1", "exec", "c1", "--", "ls", "/tmp")).isEqualTo("m1\nm2");
        cluster.clientAt("m1", "delete", "c1", "--force");
    }
}
