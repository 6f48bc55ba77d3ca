package dev.pileus.server.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.server.TestMember;
import dev.pileus.testkit.StockClients;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `incus admin sql` on our engine.
@StockClients
class StockSqlIT {
    @TempDir static Path folder;
    private static TestMember member;

    @BeforeAll
    static void start() {
        member = TestMember.start(folder);
    }

    @AfterAll
    static void stop() {
        member.close();
    }

    @Test
    void asksBothDatabases() {
        assertThat(sql("global", "SELECT id, name, address, failure_domain_id FROM nodes"))
                .contains("| ID | NAME | ADDRESS | FAILURE DOMAIN ID |")
                .contains("| 1  | none | 0.0.0.0 | <nil>             |");
        assertThat(sql("local", "SELECT role FROM raft_nodes; SELECT 'a;b' AS x"))
                .contains("=> Query 0:", "=> Query 1:", "a;b");
    }

    @Test
    void changesThemTogetherOrNotAtAll() {
        assertThat(sql("global", "INSERT INTO config (key, value) VALUES ('user.a', '1')"))
                .contains("Rows affected: 1");
        assertThat(member.home().incus("config", "get", "user.a").output()).isEqualTo("1");
        var failed =
                refused(
                        "UPDATE config SET value = '2' WHERE key = 'user.a'; "
                                + "INSERT INTO config (key, value) VALUES ('user.a', '3')");
        assertThat(failed).contains("UNIQUE constraint failed: config.key");
        assertThat(member.home().incus("config", "get", "user.a").output()).isEqualTo("1");
        assertThat(refused("SELECT * FROM nope"))
                .isEqualTo("Error: Failed to execute query: no such table: nope\n");
        assertThat(refused("DROP TABLE nodes")).contains("DROP is not for this door");
        assertThat(refused("PRAGMA user_version = 99")).contains("asked, not set");
    }

    @Test
    void writesThemOutAsSql() {
        assertThat(sql("local", ".schema"))
                .startsWith("PRAGMA foreign_keys=OFF;")
                .contains("CREATE TABLE raft_nodes")
                .doesNotContain("INSERT");
        assertThat(sql("global", ".dump"))
                .contains(
                        "INSERT INTO \"cluster_groups\" VALUES(1,'default','Default cluster group');")
                .endsWith("COMMIT;");
    }

    private static String sql(String database, String query) {
        return member.home().incus("admin", "sql", database, query).output();
    }

    private static String refused(String query) {
        return member.home().incus("admin", "sql", "global", query).run().errors();
    }
}
