package dev.pileus.testkit;

import static org.awaitility.Awaitility.await;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Json;
import dev.pileus.api.MemberStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;

/// A cluster of real daemons on 127.0.0.1, with a storage pool `default` (dir) and an image
/// `busybox`. It lives in one directory and leaves nothing behind when closed; a shutdown hook
/// closes it when nobody else does.
public abstract sealed class RealCluster implements AutoCloseable
        permits IncusCluster, LxdCluster, PileusCluster {
    /// Alias of the image that [#launch] uses.
    public static final String IMAGE = "busybox";

    private static final Logger LOG = LoggerFactory.getLogger(RealCluster.class);
    private static final Duration STATUS_WITHIN = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Peer peer;
    private final ClusterOptions options;
    private final HostTraces traces;
    private final Map<String, Daemon> daemons = new LinkedHashMap<>();
    private final Thread closing = new Thread(this::erase, "testkit-closing");
    private boolean closed;

    RealCluster(Peer peer, ClusterOptions options) {
        peer.missing()
                .ifPresent(what -> {
                    throw new IllegalStateException(what);
                });
        this.peer = peer;
        this.options = options;
        HostTraces.eraseAbandoned();
        this.traces = HostTraces.inNewDirectory();
        options.members().forEach(name -> daemons.put(name, new Daemon(peer, root(), name)));
    }

    /// Called by the factory methods once the object is complete.
    final void form() {
        Runtime.getRuntime().addShutdownHook(closing);
        var began = System.nanoTime();
        try {
            new Formation(this, options).run();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("Cannot prepare the cluster", e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        LOG.info(
                "{} cluster of {} in {} after {} ms",
                peer.title(),
                options.members().size(),
                root(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    final void startDaemons() {
        daemons.values().forEach(this::start);
        daemons.values().forEach(Daemon::awaitReady);
    }

    final boolean runsInstances() {
        return peer.runsInstances();
    }

    /// What this product adds to the server's configuration.
    Map<String, String> serverConfig(Map<String, String> wanted) {
        return wanted;
    }

    final void init(PeerMember member, String preseed) {
        Command.of(peer.init())
                .in(peer.clientEnvironment(root(), member.stateDir()))
                .reading(preseed)
                .output();
    }

    /// In the order of joining.
    public List<PeerMember> members() {
        return daemons.values().stream().map(Daemon::member).toList();
    }

    /// One member.
    ///
    /// @throws IllegalArgumentException for a name that is not in [#members()]
    public PeerMember member(String name) {
        return daemon(name).member();
    }

    public Path socket(String member) {
        return member(member).socket();
    }

    /// The members as the cluster itself sees them.
    public List<ClusterMember> clusterMembers() {
        return Json.mapper()
                .readValue(
                        client("query", "/1.0/cluster/members?recursion=1"),
                        new TypeReference<List<ClusterMember>>() {});
    }

    /// Runs the stock client against the first member that is up, and returns what it printed.
    ///
    /// @throws CommandFailedException when it fails, with its standard error
    public final String client(String... arguments) {
        var first =
                daemons.values().stream()
                        .filter(Daemon::isRunning)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No daemon is running"));
        return run(first.member(), arguments);
    }

    /// Runs the stock client against one member.
    ///
    /// @throws CommandFailedException when it fails, with its standard error
    public final String clientAt(String member, String... arguments) {
        return run(member(member), arguments);
    }

    private String run(PeerMember member, String... arguments) {
        var words = new ArrayList<String>(List.of(peer.client()));
        words.addAll(List.of(arguments));
        return Command.of(words).in(peer.clientEnvironment(root(), member.stateDir())).output();
    }

    /// Starts a container.
    ///
    /// @param more further arguments of `launch`: `-p PROFILE`, `-c KEY=VALUE`, `-d ...`
    public void launch(String name, String member, String... more) {
        var words = new ArrayList<String>(List.of("launch", IMAGE, name, "--target", member, "-q"));
        words.addAll(List.of(more));
        client(words.toArray(String[]::new));
    }

    /// Orderly (SIGTERM); containers keep running.
    public void stopDaemon(String member) {
        daemon(member).stop();
    }

    /// As a crash does it (SIGKILL); containers keep running.
    public void killDaemon(String member) {
        daemon(member).kill();
    }

    /// Returns when the daemon answers; see [#awaitOnline()].
    public void startDaemon(String member) {
        start(daemon(member));
        daemon(member).awaitReady();
    }

    /// Starts a daemon that belongs to no cluster yet, for tests of joining. From then on it is one
    /// of [#members()], and it ends with the cluster.
    public PeerMember startNewcomer(String name) {
        if (daemons.putIfAbsent(name, new Daemon(peer, root(), name)) != null) {
            throw new IllegalArgumentException("There is a member " + name + " already");
        }
        startDaemon(name);
        return member(name);
    }

    private synchronized void start(Daemon daemon) {
        if (closed) {
            throw new IllegalStateException("The cluster is closed");
        }
        daemon.start();
    }

    /// Waits until every member is Online in the eyes of the cluster.
    public void awaitOnline() {
        awaitMembers(
                "online",
                members ->
                        members.stream().allMatch(one -> one.condition() == MemberStatus.ONLINE));
    }

    /// Waits until a member has a status in the eyes of the cluster. Offline takes a little longer
    /// than the offline threshold.
    public void awaitStatus(String member, MemberStatus status) {
        awaitMembers(
                "%s: %s".formatted(member, status),
                members ->
                        members.stream()
                                .filter(one -> one.serverName().equals(member))
                                .anyMatch(one -> one.condition() == status));
    }

    private void awaitMembers(String state, Predicate<List<ClusterMember>> reached) {
        await("members of %s %s".formatted(root(), state))
                .atMost(STATUS_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .ignoreExceptionsInstanceOf(CommandFailedException.class)
                .until(() -> reached.test(clusterMembers()));
    }

    /// For the next test: all daemons up, nobody evacuated, no instances in the default project.
    /// What else a test changes, it takes back itself.
    ///
    /// @throws IllegalStateException when members came or went
    public void tidy() {
        startDaemons();
        deleteInstances();
        restoreEvacuated();
        var present = clusterMembers().stream().map(ClusterMember::serverName).toList();
        if (!present.equals(List.copyOf(daemons.keySet()))) {
            throw new IllegalStateException("Not the members any more that were started");
        }
        awaitOnline();
    }

    private void deleteInstances() {
        if (!runsInstances()) {
            return;
        }
        var instances = client("list", "-f", "csv", "-c", "n").lines().toList();
        if (!instances.isEmpty()) {
            var words = new ArrayList<String>(List.of("delete", "-f"));
            words.addAll(instances);
            client(words.toArray(String[]::new));
        }
    }

    private void restoreEvacuated() {
        for (var member : clusterMembers()) {
            if (member.condition() == MemberStatus.EVACUATED) {
                client("cluster", "restore", member.serverName(), "--force");
            }
        }
    }

    /// SHA-256 of the certificate that all members present, in hex.
    public String fingerprint() {
        return certificate().fingerprint();
    }

    /// The certificate that all members present.
    public X509Certificate clusterCertificate() {
        return certificate().read();
    }

    private CertificateFile certificate() {
        return new CertificateFile(members().getFirst().stateDir().resolve("cluster.crt"));
    }

    /// A token with which a client certificate becomes trusted, issued by the first member.
    public abstract String issueTrustToken(String clientName);

    /// A token with which a further member can join.
    public String joinToken(String memberName) {
        return lastLine(client("cluster", "add", memberName));
    }

    static String lastLine(String text) {
        return text.lines().reduce("", (before, line) -> line);
    }

    /// Ends everything: daemons and containers at once, without their consent.
    @Override
    public void close() {
        erase();
        if (!Thread.currentThread().equals(closing)) {
            try {
                Runtime.getRuntime().removeShutdownHook(closing);
            } catch (IllegalStateException shuttingDown) {
                LOG.debug("Closed while the JVM is shutting down");
            }
        }
    }

    private synchronized void erase() {
        if (!closed) {
            closed = true;
            daemons.values().forEach(Daemon::kill);
            traces.erase();
        }
    }

    /// The directory of the whole cluster.
    public Path root() {
        return traces.root();
    }

    private Daemon daemon(String member) {
        var daemon = daemons.get(member);
        if (daemon == null) {
            throw new IllegalArgumentException(
                    "No member " + member + " among " + daemons.keySet());
        }
        return daemon;
    }
}
