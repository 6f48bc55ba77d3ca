package dev.pileus.domain.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Certificate;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.LocalDatabase;
import dev.pileus.database.NoLeaderException;
import dev.pileus.database.Query;
import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import dev.pileus.database.WriteOutcome;
import dev.pileus.domain.Clock;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.caller.Trust;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trust on a member whose replica lags behind.
class TrustStoreTest {
    @TempDir Path folder;
    private final Clock clock = new Clock();
    private final ClientIdentity ann =
            new ClientCertificates(clock, new SecureRandom()).create("ann");
    private LocalDatabase here;
    private LocalDatabase elsewhere;
    private Lagging database;
    private TrustStore trust;

    @BeforeEach
    void open() throws IOException {
        here = TestDatabase.standalone(Files.createDirectory(folder.resolve("here")));
        elsewhere = TestDatabase.standalone(Files.createDirectory(folder.resolve("elsewhere")));
        database = new Lagging(here, elsewhere);
        trust = new TrustStore(database, clock);
    }

    @AfterEach
    void close() {
        here.close();
        elsewhere.close();
    }

    @Test
    void trustsAtOnceWhoBecameTrustedElsewhere() {
        letIn(elsewhere);
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.Full());
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.Full());
        assertThat(database.looks).isEqualTo(1);
    }

    @Test
    void looksForTheSameStrangerOnlyNowAndThen() {
        for (var i = 0; i < 5; i++) {
            assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.None());
        }
        assertThat(database.looks).isEqualTo(1);
        letIn(elsewhere);
        clock.turn(Duration.ofSeconds(1));
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.Full());
    }

    @Test
    void believesItsOwnReplicaAsSoonAsThatKnows() {
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.None());
        letIn(here);
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.Full());
    }

    @Test
    void doesNotKeepStrangersWaitingWithoutALeader() {
        database.leaderless = true;
        for (var i = 0; i < 5; i++) {
            assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.None());
            clock.turn(Duration.ofSeconds(1));
        }
        assertThat(database.looks).isEqualTo(1);
    }

    private void letIn(Database database) {
        var entry =
                new Certificate(
                        "ann",
                        "client",
                        false,
                        List.of(),
                        Material.pem(ann.certificate()),
                        "",
                        ann.fingerprint().hex());
        var batch = database.read(reader -> CertificatesRepository.add(reader, entry));
        assertThat(database.write(batch)).isInstanceOf(WriteOutcome.Applied.class);
    }

    /// Reads what is here, and the newest state elsewhere.
    private static final class Lagging implements Database {
        private final Database here;
        private final Database newest;
        private int looks;
        private boolean leaderless;

        Lagging(Database here, Database newest) {
            this.here = here;
            this.newest = newest;
        }

        @Override
        public <T> T read(Query<T> query) {
            return here.read(query);
        }

        @Override
        public <T> T readLatest(Query<T> query) {
            looks++;
            if (leaderless) {
                throw new NoLeaderException("nobody leads");
            }
            return newest.read(query);
        }

        @Override
        public WriteOutcome write(Batch batch) {
            return here.write(batch);
        }

        @Override
        public Subscription watch(TableListener listener) {
            return here.watch(listener);
        }

        @Override
        public void close() {}
    }
}
