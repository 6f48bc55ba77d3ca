package dev.pileus.domain.certificates;

import dev.pileus.trust.Fingerprint;
import java.util.List;

/// How this server looks from the network: what tokens tell clients.
public interface Network {
    /// `host:port`, empty while it does not listen.
    List<String> addresses();

    /// Of the certificate that is presented.
    Fingerprint fingerprint();

    /// The same as PEM.
    String certificate();
}
