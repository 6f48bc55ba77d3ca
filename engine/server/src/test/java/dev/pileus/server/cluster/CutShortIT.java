package dev.pileus.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.LocalDatabase;
import dev.pileus.server.TestMember;
import dev.pileus.testkit.StockClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Daemons that start again after they had ended at a bad moment, or after somebody has tidied up.
@StockClients
class CutShortIT {
    @TempDir Path folder;

    @Test
    void aJoinThatWasCutShortNeverHappened() throws Exception {
        String fingerprint;
        try (var member = TestMember.start(folder)) {
            member.home().incus("config", "set", "user.own", "kept").output();
            fingerprint = fingerprint(member);
        }
        // as it is when the daemon has exchanged its database and is not confirmed yet
        var databases = state().resolve("database");
        Files.move(databases.resolve("global"), databases.resolve("global.before"));
        Files.copy(state().resolve("server.crt"), state().resolve("cluster.crt"));
        Files.copy(state().resolve("server.key"), state().resolve("cluster.key"));
        becomeNode7();
        try (var member = TestMember.start(folder)) {
            assertThat(member.home().incus("config", "get", "user.own").output()).isEqualTo("kept");
            assertThat(fingerprint(member)).isEqualTo(fingerprint);
            assertThat(state().resolve("cluster.crt")).doesNotExist();
            member.address();
            member.home().incus("cluster", "enable", "m1").output();
            assertThat(member.home().incus("cluster", "list", "-f", "csv").output())
                    .startsWith("m1,");
        }
    }

    @Test
    void aClusterCertificateThatIsGoneIsMissed() throws Exception {
        try (var member = TestMember.start(folder)) {
            member.address();
            member.home().incus("cluster", "enable", "m1").output();
        }
        Files.move(state().resolve("cluster.crt"), folder.resolve("cluster.crt"));
        assertThatThrownBy(() -> TestMember.start(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("copy cluster.crt and cluster.key from another member");
        Files.move(folder.resolve("cluster.crt"), state().resolve("cluster.crt"));
        TestMember.start(folder).close();
    }

    @Test
    void aDatabaseThatIsGoneIsMissed() throws Exception {
        try (var member = TestMember.start(folder)) {
            member.address();
            member.home().incus("cluster", "enable", "m1").output();
        }
        var database = state().resolve("database/global");
        Files.move(database, folder.resolve("elsewhere"));
        assertThatThrownBy(() -> TestMember.start(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("this member's database is gone from " + database);
        assertThat(database).doesNotExist();
        Files.move(folder.resolve("elsewhere"), database);
        TestMember.start(folder).close();
    }

    @Test
    void halfAnIdentityIsNotReplaced() throws Exception {
        TestMember.start(folder).close();
        Files.delete(state().resolve("server.key"));
        assertThatThrownBy(() -> TestMember.start(folder))
                .hasMessageContaining("server.crt is there and the other half of the pair");
        assertThat(state().resolve("server.key")).doesNotExist();
    }

    @Test
    void leavingThatWasCutShortIsCompleted() throws Exception {
        try (var member = TestMember.start(folder)) {
            member.address();
            member.home().incus("cluster", "enable", "m1").output();
        }
        Files.createFile(state().resolve("database/leaving"));
        try (var member = TestMember.start(folder)) {
            assertThat(member.home().incus("query", "/1.0/cluster").output())
                    .contains("\"enabled\": false");
            assertThat(state().resolve("database/leaving")).doesNotExist();
            assertThat(state().resolve("cluster.crt")).doesNotExist();
        }
    }

    private Path state() {
        return folder.resolve("state");
    }

    private void becomeNode7() throws IOException {
        try (var local = LocalDatabase.existing(state().resolve("database/local.db"))) {
            var outcome =
                    local.write(
                            Batch.builder()
                                    .run("UPDATE this_member SET id = 7")
                                    .run("DELETE FROM raft_nodes")
                                    .run(
                                            "INSERT INTO raft_nodes (id, address, role, name) VALUES (2, '127.0.0.1:1', 0, 'm2')")
                                    .build());
            assertThat(outcome).isNotNull();
        }
    }

    private static String fingerprint(TestMember member) {
        return member.home()
                .incus("query", "/1.0")
                .output()
                .replaceAll("(?s).*\"certificate_fingerprint\": \"([0-9a-f]+)\".*", "$1");
    }
}
