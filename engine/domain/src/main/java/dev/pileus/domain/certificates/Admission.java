package dev.pileus.domain.certificates;

import dev.pileus.api.ApiException;
import dev.pileus.api.InvalidTokenException;
import dev.pileus.api.JoinToken;
import dev.pileus.api.TrustToken;
import dev.pileus.database.Batch;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.members.Newcomer;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.PasswordHash;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// Lets strangers in who show a token or know the password (CONTRACT 7.2, 7.3). They are trusted by
/// the certificate that they send along, or else by that of their handshake. Safe for use by many
/// threads.
public final class Admission {
    private static final String TRUST_PASSWORD = "core.trust_password";

    private final CertificatesService certificates;
    private final ClientTokens clientTokens;
    private final MemberTokens memberTokens;
    private final Settings settings;

    /// Puts the service together.
    ///
    /// @param settings of the cluster
    public Admission(
            CertificatesService certificates, MemberTokens memberTokens, Settings settings) {
        this.certificates = certificates;
        this.clientTokens = certificates.tokens();
        this.memberTokens = memberTokens;
        this.settings = settings;
    }

    /// Trusts the stranger.
    ///
    /// @param shown the certificate of the handshake
    /// @param address of the stranger: its name when it gives none
    /// @return the URL of the entry
    public String admit(
            CertificateRequest request, Optional<X509Certificate> shown, String address) {
        var certificate = certificate(request, shown);
        if (request.type().equals(CertificateType.SERVER.title())) {
            return admitMember(request, certificate);
        }
        var token = clientToken(request.proof());
        if (token.isPresent()) {
            return admitByToken(token.get(), certificate);
        }
        demandPassword(request.password());
        return certificates.add(
                named(request, address, CertificateType.CLIENT),
                certificate,
                reader -> Batch.empty());
    }

    /// `incus admin init` shows none in its handshake and sends the server's.
    private static X509Certificate certificate(
            CertificateRequest request, Optional<X509Certificate> shown) {
        return request.certificate().isEmpty()
                ? shown.orElseThrow(Admission::unauthorized)
                : Material.read(request.certificate());
    }

    private String admitByToken(TrustToken shown, X509Certificate certificate) {
        var token = clientTokens.find(shown);
        var promised = clientTokens.request(token);
        var url =
                certificates.add(promised, certificate, reader -> clientTokens.use(reader, token));
        clientTokens.tellUsed(token);
        return url;
    }

    private String admitMember(CertificateRequest request, X509Certificate certificate) {
        var token = joinToken(request.proof());
        if (token.isEmpty()) {
            demandPassword(request.password());
        }
        return certificates.add(
                named(request, request.name(), CertificateType.SERVER),
                certificate,
                reader ->
                        token.map(join ->
                                        memberTokens.redeem(
                                                reader,
                                                new Newcomer(
                                                        request.name(),
                                                        request.address(),
                                                        Fingerprint.of(certificate).hex()),
                                                join.secret()))
                                .orElse(Batch.empty()));
    }

    private void demandPassword(String password) {
        var hash = settings.value(TRUST_PASSWORD);
        if (password.isEmpty() || hash.isEmpty() || !PasswordHash.matches(password, hash)) {
            throw unauthorized();
        }
    }

    private static CertificateRequest named(
            CertificateRequest request, String fallback, CertificateType type) {
        return new CertificateRequest(
                request.name().isEmpty() ? fallback : request.name(),
                type.title(),
                false,
                List.of(),
                "",
                request.description(),
                "",
                "",
                false,
                "");
    }

    private static Optional<TrustToken> clientToken(String text) {
        try {
            return Optional.of(TrustToken.decode(text));
        } catch (InvalidTokenException none) {
            return Optional.empty();
        }
    }

    private static Optional<JoinToken> joinToken(String text) {
        try {
            return Optional.of(JoinToken.decode(text));
        } catch (InvalidTokenException none) {
            return Optional.empty();
        }
    }

    private static ApiException unauthorized() {
        return new ApiException(403, "not authorized");
    }
}
