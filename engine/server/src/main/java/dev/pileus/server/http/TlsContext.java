package dev.pileus.server.http;

import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.ClientTrust;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// The server's side of TLS: version 1.3 only, clients may show a certificate, any certificate. The
/// certificate that it shows itself can be exchanged while connections are open.
public final class TlsContext {
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private volatile ClientIdentity identity;

    public TlsContext(ClientIdentity identity) {
        this.identity = identity;
        factory.setIncludeProtocols("TLSv1.3");
        factory.setWantClientAuth(true);
        factory.setSniRequired(false);
        factory.setSslContext(context(identity));
        try {
            // a running one belongs to no listener: it does not end with the first that stops
            factory.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not take the certificate", e);
        }
    }

    /// What is shown to clients.
    public ClientIdentity identity() {
        return identity;
    }

    /// Shows another certificate to whoever connects from now on.
    public void show(ClientIdentity next) {
        identity = next;
        try {
            factory.reload(same -> same.setSslContext(context(next)));
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not take the certificate", e);
        }
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    private static SSLContext context(ClientIdentity identity) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {identity.keyManager()},
                    new TrustManager[] {ClientTrust.anybody()},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no TLS", e);
        }
    }
}
