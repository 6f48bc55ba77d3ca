package dev.pileus.client;

import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.ServerTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.TlsVersion;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketFactory;

/// The OkHttp clients under one [ServerClient]: one for all network endpoints and one for each unix
/// socket, over one pool of connections and threads. Thread-safe.
final class Wire implements AutoCloseable {
    private static final int NO_LIMIT = 10_000;
    private static final int IDLE_CONNECTIONS = 32;
    private static final Duration IDLE_TIME = Duration.ofMinutes(2);

    /// TLS 1.3 is what Incus demands, 1.2 what a proxy before an older LXD may offer.
    private static final ConnectionSpec TLS =
            new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                    .tlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2)
                    .build();

    // platform threads: a read from a unix socket is a native call that would block its carrier
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("pileus-client-", 0).factory());
    private final ConnectionPool unpooled = new ConnectionPool(0, 1, TimeUnit.SECONDS);
    private final OkHttpClient network;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<Endpoint.Unix, OkHttpClient> sockets = new ConcurrentHashMap<>();
    private final HostnameVerifier names = new OkHttpClient().hostnameVerifier();
    private final Map<String, X509Certificate> misnamed = new ConcurrentHashMap<>();

    Wire(ServerTrust trust, @Nullable ClientIdentity identity) {
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(NO_LIMIT);
        dispatcher.setMaxRequestsPerHost(NO_LIMIT);
        var builder =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectionPool(
                                new ConnectionPool(
                                        IDLE_CONNECTIONS,
                                        IDLE_TIME.toMillis(),
                                        TimeUnit.MILLISECONDS))
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .connectionSpecs(List.of(TLS, ConnectionSpec.CLEARTEXT))
                        .followRedirects(false)
                        // OkHttp would send a POST again that the server may have acted upon
                        .retryOnConnectionFailure(false)
                        .callTimeout(Duration.ZERO)
                        .addInterceptor(Wire::prepare)
                        .eventListenerFactory(call -> Progress.listener());
        this.network = secured(builder, trust, identity).build();
    }

    OkHttpClient client(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Https https -> network;
            case Endpoint.Unix unix -> sockets.computeIfAbsent(unix, this::socketClient);
        };
    }

    /// The next requests make new connections.
    void forgetIdleConnections() {
        network.connectionPool().evictAll();
    }

    /// For what must not be sent twice. The server may have closed an idle connection unnoticed,
    /// and then nobody could tell whether a change on it was made: each one gets a connection of
    /// its own.
    OkHttpClient clientForChanges(Endpoint endpoint) {
        return client(endpoint).newBuilder().connectionPool(unpooled).build();
    }

    /// To be closed with this.
    void opened(EventStream stream) {
        streams.add(stream);
    }

    void closed(EventStream stream) {
        streams.remove(stream);
    }

    boolean isClosed() {
        return threads.isShutdown();
    }

    @Override
    public void close() {
        streams.forEach(EventStream::close);
        threads.shutdown();
        network.dispatcher().cancelAll();
        network.connectionPool().evictAll();
        unpooled.evictAll();
    }

    private OkHttpClient socketClient(Endpoint.Unix endpoint) {
        return network.newBuilder()
                .socketFactory(new AFUNIXSocketFactory.FactoryArg(endpoint.socket().toString()))
                .dns(host -> List.of(InetAddress.getLoopbackAddress()))
                .proxy(Proxy.NO_PROXY)
                .build();
    }

    private OkHttpClient.Builder secured(
            OkHttpClient.Builder builder, ServerTrust trust, @Nullable ClientIdentity identity) {
        var trustManager = trust.trustManager();
        var keys = identity == null ? new KeyManager[0] : new KeyManager[] {identity.keyManager()};
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trustManager}, null);
            builder.sslSocketFactory(context.getSocketFactory(), trustManager);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no TLS", e);
        }
        // a pin identifies the server by itself; member certificates rarely carry all addresses
        return builder.hostnameVerifier(
                trust instanceof ServerTrust.Authorities
                        ? this::verifyName
                        : (host, session) -> true);
    }

    private boolean verifyName(String host, SSLSession session) {
        if (names.verify(host, session)) {
            return true;
        }
        try {
            misnamed.put(host, (X509Certificate) session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            misnamed.remove(host);
        }
        return false;
    }

    /// What a host presented last when that was a good certificate for other names.
    Optional<X509Certificate> misnamed(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Https(String host, int port)
                ? Optional.ofNullable(misnamed.get(host))
                : Optional.empty();
    }

    private static Response prepare(Interceptor.Chain chain) throws IOException {
        var request = chain.request();
        var timeouts = request.tag(Timeouts.class);
        var limits = timeouts == null ? Timeouts.DEFAULT : timeouts;
        return chain.withConnectTimeout(milliseconds(limits.connect()), TimeUnit.MILLISECONDS)
                .withReadTimeout(milliseconds(limits.read()), TimeUnit.MILLISECONDS)
                .withWriteTimeout(milliseconds(limits.read()), TimeUnit.MILLISECONDS)
                .proceed(request.newBuilder().header("User-Agent", UserAgent.TEXT).build());
    }

    /// As OkHttp takes it, where 0 would mean for ever.
    static int milliseconds(Duration limit) {
        return Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE);
    }
}
