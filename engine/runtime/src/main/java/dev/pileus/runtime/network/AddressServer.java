package dev.pileus.runtime.network;

import dev.pileus.domain.networks.Bridge;
import dev.pileus.domain.networks.Bridges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gives the instances of a network their addresses, and serves their names: a dnsmasq, which goes
/// on without the daemon.
final class AddressServer {
    private static final String WITHOUT = "; or set ipv4.dhcp and ipv6.dhcp to false";
    private static final int PATIENCE_SECONDS = 5;

    private final HostCommand host;
    private final Path folder;
    private final String network;

    /// @param folder what it keeps
    AddressServer(HostCommand host, Path folder, String network) {
        this.host = host;
        this.folder = folder;
        this.network = network;
    }

    /// Refuses what it would not start with, before the present one is stopped.
    void check(Bridge bridge) {
        if (!bridge.serves()) {
            return;
        }
        var trial = folder.resolve("dnsmasq.trial");
        try {
            write(bridge, trial);
            host.run("dnsmasq", "dnsmasq-base", WITHOUT, "--test", "--conf-file=" + trial);
        } finally {
            discard(trial);
        }
    }

    private void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw host.problem("cannot tidy the state directory: " + e.getMessage());
        }
    }

    private void write(Bridge bridge, Path file) {
        try {
            Files.writeString(file, String.join("\n", lines(bridge)) + "\n");
        } catch (IOException e) {
            throw host.problem("cannot write to the state directory: " + e.getMessage());
        }
    }

    /// Starts it where it is needed and does not run.
    void serve(Bridge bridge) {
        if (!bridge.serves() || process().isPresent()) {
            return;
        }
        var file = folder.resolve("dnsmasq.conf");
        write(bridge, file);
        host.run("dnsmasq", "dnsmasq-base", WITHOUT, "--conf-file=" + file);
    }

    private List<String> lines(Bridge bridge) {
        var lines =
                new ArrayList<>(
                        List.of(
                                "interface=" + network,
                                "except-interface=lo",
                                "bind-dynamic",
                                "strict-order",
                                "no-ping",
                                "user=nobody",
                                "group=nogroup",
                                "pid-file=" + pidFile(),
                                "dhcp-leasefile=" + leaseFile(),
                                "dhcp-authoritative",
                                "quiet-dhcp",
                                "quiet-dhcp6",
                                "quiet-ra"));
        bridge.names()
                .ifPresentOrElse(
                        names -> {
                            lines.add("domain=" + names.domain());
                            lines.add("local=/" + names.domain() + "/");
                        },
                        () -> lines.add("port=0"));
        bridge.ipv4()
                .flatMap(Bridge.Ipv4::leases)
                .ifPresent(leases -> lines.addAll(leases(leases)));
        if (bridge.ipv6().filter(Bridge.Ipv6::announced).isPresent()) {
            lines.add("enable-ra");
            lines.add("dhcp-range=::,constructor:%s,ra-stateless,ra-names".formatted(network));
        }
        bridge.raw().lines().forEach(lines::add);
        return lines;
    }

    private static List<String> leases(Bridge.Leases leases) {
        var lines = new ArrayList<String>();
        for (var range : leases.ranges()) {
            lines.add("dhcp-range=%s,%s,%s".formatted(range.first(), range.last(), leases.time()));
        }
        if (!leases.gateway().isEmpty()) {
            lines.add("dhcp-option-force=3," + leases.gateway());
        }
        return lines;
    }

    /// Lines of end, hardware address, address, name and client id; others concern itself.
    List<Bridges.Lease> leases() {
        var file = leaseFile();
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split(" ", -1))
                            .filter(words -> words.length == 5 && words[2].contains("."))
                            .map(words ->
                                    new Bridges.Lease(
                                            words[3].equals("*") ? "" : words[3],
                                            words[1],
                                            words[2]))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw host.problem("cannot read %s: %s".formatted(file, e.getMessage()));
        }
    }

    /// Who has one asks for it again, and may get another.
    void forgetLeases() {
        discard(leaseFile());
    }

    private Path leaseFile() {
        return folder.resolve("dnsmasq.leases");
    }

    void stop() {
        process()
                .ifPresent(process -> {
                    process.destroy();
                    try {
                        var ended = process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        assert !ended.isAlive();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (ExecutionException | TimeoutException e) {
                        process.destroyForcibly();
                    }
                });
    }

    /// Pids are given out again: it has to be one that reads our file.
    private Optional<ProcessHandle> process() {
        try {
            var pid = Long.parseLong(Files.readString(pidFile()).strip());
            return ProcessHandle.of(pid).filter(this::isOurs);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(words ->
                        List.of(words).contains("--conf-file=" + folder.resolve("dnsmasq.conf")))
                .isPresent();
    }

    private Path pidFile() {
        return folder.resolve("dnsmasq.pid");
    }
}
