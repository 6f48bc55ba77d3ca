package dev.pileus.client;

import dev.pileus.trust.ServerTrust;
import java.security.cert.X509Certificate;
import java.util.List;

/// A look at a server that is not known yet.
public final class FirstContact {
    private FirstContact() {}

    /// The certificate that an endpoint presents, for a person to compare fingerprints. Nothing is
    /// sent. Throws [ClientException] when there is none to see.
    ///
    /// @throws IllegalArgumentException for a unix socket, which presents nothing
    public static X509Certificate presentedBy(Endpoint endpoint, Timeouts timeouts) {
        if (!(endpoint instanceof Endpoint.Https)) {
            throw new IllegalArgumentException("A unix socket has no certificate: " + endpoint);
        }
        var settings = ClientSettings.https(List.of(endpoint), ServerTrust.nobody(), null);
        try (var client = ServerClient.open(settings.with(timeouts))) {
            client.server().get();
            throw new IllegalStateException("A server was trusted that nobody trusts");
        } catch (ClientException e) {
            if (e.failure() instanceof Failure.UntrustedServer refused) {
                return refused.presented();
            }
            throw e;
        }
    }
}
