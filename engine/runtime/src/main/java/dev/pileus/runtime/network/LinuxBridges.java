package dev.pileus.runtime.network;

import dev.pileus.api.ApiException;
import dev.pileus.domain.networks.Bridge;
import dev.pileus.domain.networks.Bridges;
import dev.pileus.runtime.HostFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Bridges of a Linux host. Which are ours is written on them as their alias; what they were made
/// from lies in the state directory. Safe for use by many threads.
public final class LinuxBridges implements Bridges {
    private static final String NET = "sys/class/net/";

    private final HostFiles files;
    private final Path folder;
    private final String mark;

    /// The bridges of one member.
    ///
    /// @param stateDir everything it keeps
    public LinuxBridges(HostFiles files, Path stateDir) {
        this.files = files;
        this.folder = stateDir.toAbsolutePath().normalize().resolve("networks");
        this.mark = "pileus:" + stateDir.toAbsolutePath().normalize();
    }

    @Override
    public synchronized Set<String> own() {
        return files.names(NET).stream().filter(this::isOwn).collect(Collectors.toSet());
    }

    @Override
    public boolean isUsed(String name) {
        return !files.names(NET + name + "/brif").isEmpty();
    }

    @Override
    public List<Lease> leases(String name) {
        return isOwn(name) ? server(name, HostCommand.network(name)).leases() : List.of();
    }

    private AddressServer server(String name, HostCommand host) {
        return new AddressServer(host, folder.resolve(name), name);
    }

    @Override
    public synchronized void raise(Bridge asked) {
        var wanted = HostCommand.hasIpv6() ? asked : asked.withoutIpv6();
        var name = wanted.name();
        var host = HostCommand.network(name);
        if (!files.exists(NET + name) && !create(name, host)) {
            // another member on this host was faster
            return;
        }
        if (!isOwn(name)) {
            demandBridge(name, host);
            return;
        }
        var server = server(name, host);
        if (!applied(name).equals(Optional.of(wanted.toString()))) {
            server.check(wanted);
            forget(name, host);
            server.stop();
            server.forgetLeases();
            link(wanted, host);
            new Masquerade(host, name).set(wanted);
            note(wanted, host);
        }
        server.serve(wanted);
    }

    /// Makes it.
    ///
    /// @return false if somebody else has
    private boolean create(String name, HostCommand host) {
        try {
            host.ip("link", "add", "name", name, "type", "bridge");
        } catch (ApiException e) {
            if (files.exists(NET + name)) {
                return false;
            }
            throw e;
        }
        host.ip("link", "set", "dev", name, "alias", mark);
        forget(name, host);
        return true;
    }

    private void demandBridge(String name, HostCommand host) {
        if (!files.exists(NET + name + "/bridge")) {
            throw host.problem("the host has an interface of that name, and it is no bridge");
        }
    }

    private void link(Bridge wanted, HostCommand host) {
        var name = wanted.name();
        if (wanted.mtu() != 0) {
            host.ip("link", "set", "dev", name, "mtu", Integer.toString(wanted.mtu()));
        }
        // also where the kernel chose it: else it changes with what is plugged in
        var address =
                wanted.hardwareAddress().isEmpty()
                        ? files.text(NET + name + "/address").orElse("")
                        : wanted.hardwareAddress();
        host.ip("link", "set", "dev", name, "address", address);
        host.sysctl("ipv6/conf/" + name + "/accept_ra", "0");
        host.sysctl("ipv6/conf/" + name + "/accept_dad", "0");
        host.ip("address", "flush", "dev", name, "scope", "global");
        wanted.ipv4().ifPresent(ipv4 -> host.ip("address", "add", ipv4.address(), "dev", name));
        wanted.ipv6()
                .ifPresent(ipv6 -> host.ip("-6", "address", "add", ipv6.address(), "dev", name));
        host.ip("link", "set", "dev", name, "up");
        wanted.ports().forEach(port -> host.ip("link", "set", "dev", port, "master", name));
        if (wanted.ipv4().filter(Bridge.Ipv4::routing).isPresent()) {
            host.sysctl("ipv4/ip_forward", "1");
        }
        if (wanted.ipv6().filter(Bridge.Ipv6::routing).isPresent()) {
            Forwarding.allowIpv6(host);
        }
    }

    @Override
    public synchronized void lower(String name) {
        if (!isOwn(name)) {
            return;
        }
        var host = HostCommand.network(name);
        server(name, host).stop();
        new Masquerade(host, name).clear();
        host.ip("link", "delete", "dev", name);
        try {
            deleteFolder(folder.resolve(name));
        } catch (IOException e) {
            throw host.problem("cannot tidy the state directory: " + e.getMessage());
        }
    }

    /// It holds files only.
    private static void deleteFolder(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                Files.delete(entry);
            }
        }
        Files.delete(folder);
    }

    private boolean isOwn(String name) {
        return files.text(NET + name + "/ifalias").equals(Optional.of(mark));
    }

    private Optional<String> applied(String name) {
        try {
            var file = appliedFile(name);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void note(Bridge bridge, HostCommand host) {
        try {
            Files.writeString(appliedFile(bridge.name()), bridge.toString());
        } catch (IOException e) {
            throw host.problem("cannot write to the state directory: " + e.getMessage());
        }
    }

    private void forget(String name, HostCommand host) {
        try {
            Files.createDirectories(folder.resolve(name));
            Files.deleteIfExists(appliedFile(name));
        } catch (IOException e) {
            throw host.problem("cannot write to the state directory: " + e.getMessage());
        }
    }

    private Path appliedFile(String name) {
        return folder.resolve(name).resolve("applied");
    }
}
