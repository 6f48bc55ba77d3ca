package dev.pileus.domain.certificates;

import dev.pileus.api.ApiException;
import dev.pileus.api.Certificate;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.operations.Tokens;
import dev.pileus.trust.Fingerprint;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// The entries of the trust store (CONTRACT 7.1). Safe for use by many threads.
public final class CertificatesService {
    private final Database database;
    private final ClientTokens tokens;
    private final EventHub events;

    /// Puts the service together.
    ///
    /// @param settings of the cluster
    public CertificatesService(
            Database database,
            Tokens tokens,
            Settings settings,
            Network network,
            EventHub events,
            InstantSource time,
            SecureRandom random) {
        this.database = database;
        this.tokens = new ClientTokens(database, tokens, settings, network, time, random);
        this.events = events;
    }

    ClientTokens tokens() {
        return tokens;
    }

    public List<Certificate> list() {
        return database.read(CertificatesRepository::all);
    }

    /// The entry whose fingerprint begins so.
    public Certificate get(String prefix) {
        return database.read(reader -> find(reader, prefix));
    }

    /// A token by which a client can make itself trusted.
    public Operation issueToken(CertificateRequest request) {
        if (!request.certificate().isEmpty()) {
            throw new ApiException(400, "Can't use certificate if token is requested");
        }
        if (type(request.type()) != CertificateType.CLIENT) {
            throw new ApiException(400, "Tokens can only be issued for client certificates");
        }
        return tokens.issue(request);
    }

    /// Trusts the certificate in the request.
    ///
    /// @return its URL
    public String add(CertificateRequest request) {
        if (request.certificate().isEmpty()) {
            throw new ApiException(400, "Client is already trusted");
        }
        type(request.type());
        return add(request, Material.read(request.certificate()), reader -> Batch.empty());
    }

    /// Trusts a certificate in the same write in which something is used up for it.
    String add(
            CertificateRequest request, X509Certificate material, Function<Reader, Batch> price) {
        var entry =
                new Certificate(
                        request.name(),
                        type(request.type()).title(),
                        request.restricted(),
                        request.projects(),
                        Material.pem(material),
                        request.description(),
                        Fingerprint.of(material).hex());
        var url = Urls.of("certificates", entry.fingerprint());
        database.decide(reader -> {
            if (CertificatesRepository.find(reader, entry.fingerprint()).isPresent()) {
                throw new ApiException(409, "Certificate already in trust store");
            }
            return new Decision<>(
                    Batch.builder()
                            .add(price.apply(reader))
                            .add(CertificatesRepository.add(reader, entry))
                            .build(),
                    url);
        });
        events.tell(Happening.of("certificate-created", url));
        return url;
    }

    /// Replaces what can be written.
    ///
    /// @param change may throw to refuse (ETag), and is repeated when somebody else was faster
    public void update(String prefix, Function<Certificate, CertificateUpdate> change) {
        var fingerprint =
                database.decide(reader -> {
                    var current = find(reader, prefix);
                    var next = changed(current, change.apply(current));
                    return new Decision<>(
                            CertificatesRepository.update(reader, current.fingerprint(), next),
                            next.fingerprint());
                });
        events.tell(Happening.of("certificate-updated", Urls.of("certificates", fingerprint)));
    }

    private static Certificate changed(Certificate current, CertificateUpdate update) {
        if (!update.type().isEmpty() && !update.type().equals(current.type())) {
            throw new ApiException(400, "The certificate type cannot be changed");
        }
        var same = update.certificate().isEmpty();
        var material = Material.read(same ? current.certificate() : update.certificate());
        return new Certificate(
                update.name(),
                current.type(),
                update.restricted(),
                update.projects(),
                Material.pem(material),
                update.description(),
                Fingerprint.of(material).hex());
    }

    public void delete(String prefix) {
        var fingerprint =
                database.decide(reader -> {
                    var current = find(reader, prefix).fingerprint();
                    return new Decision<>(CertificatesRepository.delete(current), current);
                });
        events.tell(Happening.of("certificate-deleted", Urls.of("certificates", fingerprint)));
    }

    static CertificateType type(String title) {
        return CertificateType.named(title)
                .orElseThrow(() -> new ApiException(400, "Invalid certificate type"));
    }

    private static Certificate find(Reader reader, String prefix) {
        return CertificatesRepository.findByPrefix(reader, prefix)
                .orElseThrow(() -> new ApiException(404, "Certificate not found"));
    }
}
