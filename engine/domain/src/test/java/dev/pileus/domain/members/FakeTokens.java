package dev.pileus.domain.members;

import dev.pileus.api.InvalidTokenException;
import dev.pileus.api.JoinToken;
import dev.pileus.api.Operation;
import dev.pileus.api.StatusCode;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Token operations in a table of their own, as long as no other feature is looked at.
final class FakeTokens implements TokenOperations {
    FakeTokens(Database database) {
        database.write(
                Batch.builder()
                        .run("CREATE TABLE IF NOT EXISTS tokens (id TEXT, token TEXT)")
                        .build());
    }

    @Override
    public List<Open> open(Reader reader) {
        return reader.select("SELECT id, token FROM tokens")
                .list(row -> new Open(row.text("id"), decode(row.text("token"))));
    }

    @Override
    public New start(Reader reader, JoinToken token) {
        var id = UUID.randomUUID().toString();
        return new New(
                Batch.builder().run("INSERT INTO tokens VALUES (?, ?)", id, token.encode()).build(),
                new Operation(
                        id,
                        Operation.CLASS_TOKEN,
                        "",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "Running",
                        StatusCode.RUNNING,
                        Map.of(),
                        Map.of(),
                        true,
                        "",
                        "m1"));
    }

    @Override
    public Batch cancel(Reader reader, Open token) {
        return Batch.builder().one("DELETE FROM tokens WHERE id = ?", token.operation()).build();
    }

    private static JoinToken decode(String text) {
        try {
            return JoinToken.decode(text);
        } catch (InvalidTokenException e) {
            throw new IllegalStateException(e);
        }
    }
}
