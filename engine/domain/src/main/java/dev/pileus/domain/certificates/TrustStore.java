package dev.pileus.domain.certificates;

import dev.pileus.api.Certificate;
import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Query;
import dev.pileus.database.TableListener;
import dev.pileus.domain.caller.Trust;
import dev.pileus.trust.Fingerprint;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says for each request how far a certificate is trusted. Kept in memory until it changes: clients
/// stay trusted while the database has no leader. Whoever has just become trusted through one
/// member is trusted by all the others from then on. Thread-safe.
public final class TrustStore {
    private static final Set<String> TABLES =
            Set.of("certificates", "certificates_projects", "projects");

    private final Database database;
    private final InstantSource time;
    private volatile @Nullable Map<String, Certificate> entries;
    private volatile boolean stale = true;
    private final NewestLook newest;

    public TrustStore(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
        this.newest = new NewestLook(time, () -> entries = read(database::readLatest));
        var subscription = database.watch(TableListener.of(TABLES, this::changed));
        assert subscription != null : "ends with the database itself";
    }

    /// A certificate that is not valid now is trusted by nobody.
    public Trust trust(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(time.instant()));
        } catch (CertificateException e) {
            return new Trust.None();
        }
        var fingerprint = Fingerprint.of(certificate).hex();
        var entry = entries().get(fingerprint);
        if (entry == null && newest.lookFor(fingerprint)) {
            entry = entries().get(fingerprint);
        }
        return entry == null ? new Trust.None() : trust(entry);
    }

    private void changed() {
        stale = true;
        newest.forget();
    }

    private static Trust trust(Certificate entry) {
        return switch (CertificateType.named(entry.type()).orElseThrow()) {
            case CLIENT ->
                    entry.restricted()
                            ? new Trust.Restricted(Set.copyOf(entry.projects()))
                            : new Trust.Full();
            case SERVER -> new Trust.Member(entry.name());
            case METRICS -> new Trust.None();
        };
    }

    private Map<String, Certificate> entries() {
        var known = entries;
        if (known != null && !stale) {
            return known;
        }
        stale = false;
        try {
            var fresh = read(database::read);
            entries = fresh;
            return fresh;
        } catch (DatabaseException e) {
            stale = true;
            if (known == null) {
                throw e;
            }
            return known;
        }
    }

    private static Map<String, Certificate> read(
            Function<Query<List<Certificate>>, List<Certificate>> way) {
        return way.apply(CertificatesRepository::all).stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Certificate::fingerprint, Function.identity()));
    }
}
