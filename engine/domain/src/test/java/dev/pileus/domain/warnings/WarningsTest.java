package dev.pileus.domain.warnings;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Warning;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarningsTest {
    private static final String M2 = "/1.0/cluster/members/m2";
    private static final Subject SUBJECT = Subject.of(WarningType.OFFLINE_MEMBER, 1, M2);

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private LocalDatabase database;
    private WarningsService warnings;

    @BeforeEach
    void open() {
        database = TestDatabase.cluster(folder, "m1", "m2");
        warnings =
                new WarningsService(database, () -> now, UUID::randomUUID, TestDatabase.silence());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsHowOftenTheSameWasSeen() {
        warnings.raise(SUBJECT, "refused");
        now = now.plusSeconds(10);
        warnings.raise(SUBJECT, "timed out");
        var warning = only();
        assertThat(warning.type()).isEqualTo("Offline cluster member");
        assertThat(warning.status()).isEqualTo("new");
        assertThat(warning.location()).isEqualTo("m1");
        assertThat(warning.entityUrl()).isEqualTo(M2);
        assertThat(warning.count()).isEqualTo(2);
        assertThat(warning.lastMessage()).isEqualTo("timed out");
        assertThat(warning.firstSeenAt()).isEqualTo(now.minusSeconds(10));
        assertThat(warning.lastSeenAt()).isEqualTo(now);
        assertThat(warning.severity()).isEqualTo("low");
    }

    @Test
    void isNewAgainAfterItWasResolved() {
        warnings.raise(SUBJECT, "refused");
        warnings.resolve(WarningType.OFFLINE_MEMBER, M2);
        assertThat(only().status()).isEqualTo("resolved");
        warnings.raise(SUBJECT, "refused");
        assertThat(only().status()).isEqualTo("new");
        assertThat(only().count()).isEqualTo(2);
    }

    @Test
    void staysAcknowledged() {
        warnings.raise(SUBJECT, "refused");
        warnings.setStatus(only().uuid(), "acknowledged");
        warnings.raise(SUBJECT, "refused");
        assertThat(only().status()).isEqualTo("acknowledged");
        warnings.setStatus(only().uuid(), "new");
        assertThat(only().status()).isEqualTo("new");
    }

    @Test
    void refusesOtherStatuses() {
        assertRefused(
                400, "Invalid warning type \"bogus\"", () -> warnings.setStatus("x", "bogus"));
        assertRefused(
                403,
                "Status may only be set to \"acknowledge\" or \"new\"",
                () -> warnings.setStatus("x", "resolved"));
        assertRefused(404, "Warning not found", () -> warnings.setStatus("x", "new"));
        assertRefused(404, "Warning not found", () -> warnings.delete("x"));
        assertRefused(404, "Warning not found", () -> warnings.get("x"));
    }

    @Test
    void forgetsTheResolvedAfterADay() {
        warnings.raise(SUBJECT, "refused");
        warnings.raise(Subject.of(WarningType.POOL_UNAVAILABLE, 1, ""), "gone");
        warnings.resolve(WarningType.OFFLINE_MEMBER, M2);
        now = now.plus(Duration.ofHours(25));
        warnings.forgetResolved();
        assertThat(only().type()).isEqualTo("Storage pool unavailable");
        warnings.delete(only().uuid());
        assertThat(warnings.list()).isEmpty();
    }

    private Warning only() {
        assertThat(warnings.list()).hasSize(1);
        return warnings.get(warnings.list().getFirst().uuid());
    }
}
