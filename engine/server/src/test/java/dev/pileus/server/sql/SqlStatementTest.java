package dev.pileus.server.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be typed at the database's door.
class SqlStatementTest {
    @Test
    void aScriptIsCutAtItsSemicolonsAndNowhereElse() {
        var script =
                """
                SELECT ';', "a;b" FROM `t;` ; -- a comment; with one
                /* and ; another */ UPDATE t SET a = 'it''s;' ;;
                """;
        assertThat(SqlTokens.statements(script).stream().map(SqlStatement::text).toList())
                .hasSize(2)
                .satisfies(texts -> {
                    assertThat(texts.get(0)).isEqualTo("SELECT ';', \"a;b\" FROM `t;`");
                    assertThat(texts.get(1)).endsWith("UPDATE t SET a = 'it''s;'");
                });
        assertThat(SqlTokens.statements(" ; -- nothing\n")).isEmpty();
        assertThat(SqlTokens.statements("SELECT '" + "x".repeat(100_000) + "'")).hasSize(1);
    }

    @Test
    void aTextThatNeverEndsIsRefused() {
        assertThatThrownBy(() -> SqlTokens.statements("SELECT 'abc"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("never closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 | false",
                "values (1) | false",
                "PRAGMA user_version | false",
                "WITH x AS (SELECT 1) SELECT * FROM x | false",
                "insert into t (a) values ('now') | true",
                "WITH x AS (SELECT 1) DELETE FROM t WHERE a IN x | true",
                "REPLACE INTO t VALUES (1) | true",
                "UPDATE t SET date = 'random()' | true"
            })
    void tellsQuestionsFromChanges(String sql, boolean changes) {
        assertThat(only(sql).changes()).isEqualTo(changes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE nodes",
                "CREATE TABLE t (a)",
                "ATTACH 'x' AS y",
                "BEGIN",
                "VACUUM",
                "UPDATE t SET a = random()",
                "UPDATE t SET a = \"random\" ()",
                "INSERT INTO t VALUES (CURRENT_TIMESTAMP)",
                "INSERT INTO t VALUES (datetime('now'))",
                "DELETE FROM t RETURNING a",
                "UPDATE t SET a = ?",
                "UPDATE t SET a = :name",
                "UPDATE pileus_applied SET log_index = 1",
                "DELETE FROM 'pileus_proposers'",
                "DELETE FROM sqlite_sequence"
            })
    void refusesWhatReplicasWouldNotDoAlike(String sql) {
        assertThatThrownBy(() -> only(sql).changes())
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("Failed to execute query: ");
    }

    private static SqlStatement only(String sql) {
        var statements = SqlTokens.statements(sql);
        assertThat(statements).hasSize(1);
        return List.copyOf(statements).getFirst();
    }
}
