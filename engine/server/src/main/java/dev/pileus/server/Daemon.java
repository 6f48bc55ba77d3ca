package dev.pileus.server;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.Schema;
import dev.pileus.domain.certificates.Admission;
import dev.pileus.domain.certificates.TrustStore;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Route;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.UnixListener;
import dev.pileus.server.http.routes.CertificateRoutes;
import dev.pileus.server.http.routes.EventRoutes;
import dev.pileus.server.http.routes.InternalRoutes;
import dev.pileus.server.http.routes.OperationRoutes;
import dev.pileus.server.http.routes.RootRoutes;
import dev.pileus.server.http.routes.ServerRoutes;
import dev.pileus.server.members.EventMesh;
import dev.pileus.server.members.HttpMovePeers;
import dev.pileus.server.members.Neighbours;
import dev.pileus.server.sql.SqlRoutes;
import dev.pileus.trust.ServerCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One member: everything that runs, put together here. Closing it is the orderly stop.
public final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

    private final StateDirectory directory;
    private RouteTable table = RouteTable.of(List.of());
    private final CountDownLatch shutdownAsked = new CountDownLatch(1);
    private Runnable endInstances = () -> {};

    /// What has been started, the newest first.
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Daemon(StateDirectory directory) {
        this.directory = directory;
        running.push(directory);
    }

    /// Starts a member; when this returns, its socket answers.
    ///
    /// @throws IOException if the directory, a file in it or the socket cannot be used
    public static Daemon start(DaemonOptions options) throws IOException {
        var daemon = new Daemon(StateDirectory.open(options.stateDir()));
        try {
            daemon.run(options);
            return daemon;
        } catch (IOException | RuntimeException e) {
            daemon.close();
            throw e;
        }
    }

    /// Waits until somebody asks for the end.
    public void awaitShutdown() throws InterruptedException {
        shutdownAsked.await();
    }

    /// Asks for the end.
    void shutDown() {
        shutdownAsked.countDown();
    }

    /// Ends the instances of this member, which otherwise go on without the daemon; they start
    /// again with it.
    void endInstances() {
        endInstances.run();
    }

    public Path socket() {
        return directory.socket();
    }

    /// Everything that it serves.
    List<Route> routes() {
        return table.routes();
    }

    private void run(DaemonOptions options) throws IOException {
        // SQLite's own library lies there while it runs, and would stay in /tmp after a kill
        System.setProperty("org.sqlite.tmpdir", directory.scratch().toString());
        var sources = Sources.ofThisHost();
        var facts = HostFacts.read();
        var identity =
                ServerKey.in(
                        directory.path(),
                        facts.hostName(),
                        new ServerCertificates(sources.time(), sources.random()));
        var local = started(openLocal());
        var neighbours =
                started(
                        Neighbours.open(
                                directory.path(),
                                directory.databases(),
                                local,
                                identity,
                                sources.random()));
        var foundation =
                new Foundation(
                        neighbours.database(),
                        local,
                        neighbours.here(),
                        sources,
                        facts,
                        neighbours.presented());
        var catalogue = new Catalogue(foundation, directory.path(), neighbours.peers());
        var stores = new Stores(foundation, directory.path(), catalogue::poolPlace, neighbours);
        var clustering = new Clustering(foundation, neighbours, catalogue, stores);
        var workloads =
                started(
                        new Workloads(
                                foundation,
                                directory.path(),
                                catalogue,
                                clustering.members(),
                                clustering.instances(),
                                stores.supply()));
        var movements =
                new Movements(foundation, catalogue, workloads, new HttpMovePeers(neighbours));
        started(foundation.operations);
        started(EventAppender.attach(foundation.events));
        var mesh = started(clustering.follow());
        started(clustering.watchOperations());
        table =
                RouteTable.of(
                        routes(
                                foundation,
                                catalogue,
                                stores,
                                clustering,
                                workloads,
                                movements,
                                mesh));
        started(foundation.http)
                .serve(table, new Authenticator(new TrustStore(foundation.global, sources.time())));
        listen(foundation);
        UnixListener.open(foundation.http, directory.socket(), options.group());
        started(clustering.start(movements.chores()));
        started(workloads.start(movements));
        endInstances = workloads::end;
        LOG.info("Serves {}", directory.socket());
    }

    private List<Routes> routes(
            Foundation foundation,
            Catalogue catalogue,
            Stores stores,
            Clustering clustering,
            Workloads workloads,
            Movements movements,
            EventMesh mesh) {
        var forwarder = clustering.forwarder();
        var forwarding = new Forwarding(foundation.here, forwarder);
        var admission =
                new Admission(
                        foundation.certificates,
                        clustering.joinTokens(),
                        foundation.clusterSettings);
        var routes = new ArrayList<Routes>();
        routes.add(new RootRoutes());
        routes.add(
                new ServerRoutes(
                        foundation.facts,
                        foundation.here,
                        foundation.network,
                        foundation.config,
                        mesh::mode,
                        forwarding));
        routes.add(new CertificateRoutes(foundation.certificates, admission));
        routes.add(new OperationRoutes(foundation.operations, clustering.operations(), forwarder));
        routes.add(new EventRoutes(foundation.events));
        routes.add(new InternalRoutes(this::shutDown));
        routes.add(new SqlRoutes(foundation.global, foundation.local));
        routes.addAll(catalogue.routes(forwarding));
        routes.addAll(stores.routes(forwarding, forwarder, workloads));
        routes.addAll(workloads.routes(forwarder, movements.moves(), clustering.leases()));
        routes.addAll(movements.routes(forwarding));
        routes.addAll(clustering.routes());
        return routes;
    }

    private static void listen(Foundation foundation) {
        var settings = foundation.memberSettings;
        var listeners = foundation.listeners;
        listen(() -> listeners.moveTo(settings.value("core.https_address")));
        listen(() -> listeners.moveMembersTo(settings.value("cluster.https_address")));
    }

    /// An address that has become unusable must not keep the member from its other work.
    private static void listen(Runnable move) {
        try {
            move.run();
        } catch (ApiException e) {
            LOG.error("{}", e.text());
        }
    }

    private Database openLocal() throws IOException {
        return LocalDatabase.open(directory.databases().resolve("local.db"), Schema.local());
    }

    private <T extends AutoCloseable> T started(T part) {
        running.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            var part = running.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("Cannot stop {}", part.getClass().getSimpleName(), e);
            }
        }
    }
}
