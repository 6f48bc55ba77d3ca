package dev.pileus.server;

import dev.pileus.api.Json;
import dev.pileus.server.http.Route;
import dev.pileus.testkit.Ports;
import dev.pileus.testkit.StockHome;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.PemCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A daemon that runs in this process, on its own, in a folder of the test. It listens on the
/// network as soon as somebody asks for [#stranger] or [#friend].
public final class TestMember implements AutoCloseable {
    private final Path folder;
    private Daemon daemon;
    private int port;

    private TestMember(Path folder) {
        this.folder = folder;
        this.daemon = run(stateDir());
    }

    /// Starts it; the folder may hold the state of an earlier one.
    ///
    /// @param folder of the test alone
    public static TestMember start(Path folder) {
        return new TestMember(folder);
    }

    public Path stateDir() {
        return folder.resolve("state");
    }

    /// Stops it in order and starts it again.
    public void restart() {
        daemon.close();
        daemon = run(stateDir());
    }

    /// The same with its host: instances end and come back.
    public void restartWithHost() {
        daemon.endInstances();
        restart();
    }

    private static Daemon run(Path stateDir) {
        try {
            return Daemon.start(DaemonOptions.in(stateDir));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Somebody on this host who uses the stock clients.
    public StockHome home() {
        return new StockHome(folder.resolve("home"), stateDir());
    }

    /// `127.0.0.1:port`.
    public String address() {
        if (port == 0) {
            port = Ports.free();
            home().incus("config", "set", "core.https_address", "127.0.0.1:" + port).output();
        }
        return "127.0.0.1:" + port;
    }

    /// Somebody on the network without a certificate.
    public HttpsPeer stranger() {
        return HttpsPeer.without(address());
    }

    /// Somebody on the network whom nobody knows.
    public HttpsPeer unknown() {
        return HttpsPeer.with(address(), newIdentity("unknown"));
    }

    /// Somebody on the network who is fully trusted.
    public HttpsPeer friend() {
        var identity = newIdentity("friend");
        var pem = PemCertificates.text(identity.chain());
        home().incus("query", "-X", "POST", "-d", body(pem), "/1.0/certificates").output();
        return HttpsPeer.with(address(), identity);
    }

    /// Somebody on the network who is limited to projects.
    public HttpsPeer guest(String... projects) {
        var identity = newIdentity("guest");
        var body =
                Map.of(
                        "type",
                        "client",
                        "name",
                        "guest",
                        "certificate",
                        PemCertificates.text(identity.chain()),
                        "restricted",
                        true,
                        "projects",
                        List.of(projects));
        home().incus(
                        "query",
                        "-X",
                        "POST",
                        "-d",
                        Json.mapper().writeValueAsString(body),
                        "/1.0/certificates")
                .output();
        return HttpsPeer.with(address(), identity);
    }

    private static String body(String pem) {
        return Json.mapper()
                .writeValueAsString(Map.of("type", "client", "name", "friend", "certificate", pem));
    }

    static ClientIdentity newIdentity(String name) {
        return new ClientCertificates(InstantSource.system(), new SecureRandom()).create(name);
    }

    List<Route> routes() {
        return daemon.routes();
    }

    /// Ends it, and its instances.
    @Override
    public void close() {
        daemon.endInstances();
        daemon.close();
    }
}
