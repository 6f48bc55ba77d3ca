package dev.pileus.server;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.Schema;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.caller.Caller;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.HttpServer;
import dev.pileus.server.http.Peer;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.UnixListener;
import dev.pileus.server.http.routes.RootRoutes;
import dev.pileus.server.http.routes.ServerRoutes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One member: everything that runs, put together here. Closing it is the orderly stop.
public final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

    private final StateDirectory directory;

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

    public Path socket() {
        return directory.socket();
    }

    private void run(DaemonOptions options) throws IOException {
        started(openLocal());
        started(openGlobal());
        var here = ThisMember.standalone();
        var forwarding =
                new Forwarding(
                        here,
                        (request, member) -> {
                            throw new ApiException(404, "Cluster member not found");
                        });
        var table = RouteTable.of(List.of(new RootRoutes(), new ServerRoutes(forwarding)));
        var http = started(HttpServer.start(table, Daemon::identify));
        UnixListener.open(http, directory.socket(), options.group());
    }

    private Database openLocal() throws IOException {
        return LocalDatabase.open(directory.databases().resolve("local.db"), Schema.local());
    }

    /// The one place that decides what the global database is.
    private Database openGlobal() throws IOException {
        return LocalDatabase.open(directory.databases().resolve("global.db"), Schema.migrations());
    }

    private static Caller identify(Peer peer) {
        return switch (peer) {
            case Peer.Local(var username) -> Caller.local(username);
            case Peer.Remote remote -> Caller.stranger(remote.address());
        };
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
