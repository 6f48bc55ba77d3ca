package dev.pileus.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.cli.AdminTool;
import dev.pileus.server.Daemon;
import dev.pileus.server.DaemonOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `pileus engine sql` on a running member.
class SqlIT {
    @TempDir static Path folder;
    private static Daemon daemon;

    @BeforeAll
    static void start() throws Exception {
        daemon = Daemon.start(DaemonOptions.in(folder));
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    @Test
    void drawsWhatIsThere() {
        var nodes = "SELECT id, name, failure_domain_id FROM nodes";
        assertThat(sql("global", nodes))
                .isEqualTo(
                        """
                        +----+------+-------------------+
                        | ID | NAME | FAILURE DOMAIN ID |
                        +----+------+-------------------+
                        | 1  | none | <nil>             |
                        +----+------+-------------------+
                        """);
        assertThat(sql("global", nodes, "-f", "csv")).isEqualTo("1,none,<nil>\n");
        assertThat(sql("global", nodes, "-f", "json"))
                .isEqualTo("[{\"id\":1,\"name\":\"none\",\"failure_domain_id\":null}]\n");
        assertThat(sql("global", nodes, "-f", "yaml")).contains("- id: 1\n  name: none\n");
        assertThat(sql("global", nodes, "-f", "compact").lines()).hasSize(2);
        assertThat(sql("local", "SELECT key FROM config WHERE key = 'x'"))
                .isEqualTo("+-----+\n| KEY |\n+-----+\n");
        assertThat(sql("local", ".schema")).contains("CREATE TABLE this_member");
    }

    @Test
    void runsScriptsAndTellsWhatIsWrong() {
        var script = "INSERT INTO config (key, value) VALUES ('user.x', '1'); SELECT 'a;b' AS x";
        assertThat(AdminTool.run(folder, script, "sql", "global", "-").output())
                .contains("=> Query 0:", "Rows affected: 1", "=> Query 1:", "| a;b |");
        assertThat(errors("global", "SELECT * FROM nope"))
                .isEqualTo("pileus: Failed to execute query: no such table: nope\n");
        assertThat(errors("nowhere", "SELECT 1")).isEqualTo("pileus: Invalid database type\n");
        assertThat(errors("global", "")).isEqualTo("pileus: No query provided\n");
    }

    private static String sql(String... words) {
        var done = AdminTool.run(folder, "", command(words));
        assertThat(done.errors()).isEmpty();
        return done.output();
    }

    private static String errors(String... words) {
        var done = AdminTool.run(folder, "", command(words));
        assertThat(done.code()).isEqualTo(1);
        return done.errors();
    }

    private static String[] command(String... words) {
        var command = new String[words.length + 1];
        command[0] = "sql";
        System.arraycopy(words, 0, command, 1, words.length);
        return command;
    }
}
