package dev.pileus.server;

import dev.pileus.domain.certificates.Network;
import dev.pileus.server.http.TlsContext;
import dev.pileus.server.http.TlsListener;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.PemCertificates;
import java.util.List;

/// How this server looks from the network, as its listener knows it.
record TlsNetwork(TlsListener listener, TlsContext tls) implements Network {
    @Override
    public List<String> addresses() {
        return listener.addresses();
    }

    @Override
    public Fingerprint fingerprint() {
        return tls.identity().fingerprint();
    }

    @Override
    public String certificate() {
        return PemCertificates.text(tls.identity().chain());
    }
}
