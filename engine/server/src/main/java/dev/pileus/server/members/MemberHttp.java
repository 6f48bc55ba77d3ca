package dev.pileus.server.members;

import dev.pileus.trust.ServerTrust;
import java.net.http.HttpClient;
import java.time.Duration;

/// The JDK's client for what is carried from member to member without being read: unlike ours it
/// neither keeps nor explains what passes through. Thread-safe.
final class MemberHttp {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final MemberTls tls;
    private HttpClient client;
    private ServerTrust trust;

    MemberHttp(MemberTls tls) {
        this.tls = tls;
        this.trust = tls.trust();
        this.client = open(tls);
    }

    /// A new one when the cluster presents another certificate.
    synchronized HttpClient current() {
        var now = tls.trust();
        if (!trust.equals(now)) {
            trust = now;
            client = open(tls);
        }
        return client;
    }

    private static HttpClient open(MemberTls tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .sslContext(tls.context())
                .build();
    }
}
