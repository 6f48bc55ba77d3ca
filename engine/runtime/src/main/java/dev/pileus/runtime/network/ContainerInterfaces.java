package dev.pileus.runtime.network;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.Launch;
import dev.pileus.domain.instances.Launch.Nic.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Interfaces of processes that run already, by the host's own `ip`.
public final class ContainerInterfaces {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerInterfaces.class);

    /// Makes it, plugs it in and switches it on.
    public void connect(long process, Launch.Nic nic) {
        var host = host(nic);
        switch (nic.kind()) {
            case BRIDGED, POINT_TO_POINT -> pair(process, nic, host);
            case MACVLAN -> macvlan(process, nic, host);
            case PHYSICAL -> throw whileStoppedOnly(host);
        }
    }

    private static void pair(long process, Launch.Nic nic, HostCommand host) {
        var words = new ArrayList<>(List.of("link", "add", "name", nic.hostName()));
        words.addAll(mtu(nic));
        Collections.addAll(words, "type", "veth", "peer", "name", nic.name());
        words.addAll(properties(process, nic));
        host.ip(words.toArray(String[]::new));
        try {
            if (nic.kind() == Kind.BRIDGED) {
                host.ip("link", "set", "dev", nic.hostName(), "master", nic.parent());
            }
            host.ip("link", "set", "dev", nic.hostName(), "up");
            switchOn(process, nic, host);
        } catch (ApiException e) {
            attempt(() -> host.ip("link", "delete", "dev", nic.hostName()));
            throw e;
        }
    }

    private static void macvlan(long process, Launch.Nic nic, HostCommand host) {
        var words =
                new ArrayList<>(List.of("link", "add", "link", nic.parent(), "name", nic.name()));
        words.addAll(properties(process, nic));
        Collections.addAll(words, "type", "macvlan", "mode", "bridge");
        host.ip(words.toArray(String[]::new));
        try {
            switchOn(process, nic, host);
        } catch (ApiException e) {
            attempt(() -> inside(process, host, "link", "delete", "dev", nic.name()));
            throw e;
        }
    }

    private static void switchOn(long process, Launch.Nic nic, HostCommand host) {
        inside(process, host, "link", "set", "dev", nic.name(), "up");
    }

    private static List<String> properties(long process, Launch.Nic nic) {
        var words = new ArrayList<String>();
        if (!nic.hardwareAddress().isEmpty()) {
            Collections.addAll(words, "address", nic.hardwareAddress());
        }
        words.addAll(mtu(nic));
        Collections.addAll(words, "netns", Long.toString(process));
        return words;
    }

    private static List<String> mtu(Launch.Nic nic) {
        return nic.mtu() == 0 ? List.of() : List.of("mtu", Integer.toString(nic.mtu()));
    }

    /// Takes it away; one that is gone already is no problem.
    public void disconnect(long process, Launch.Nic nic) {
        var host = host(nic);
        switch (nic.kind()) {
            case BRIDGED, POINT_TO_POINT ->
                    unlessGone(() -> host.ip("link", "delete", "dev", nic.hostName()));
            case MACVLAN ->
                    unlessGone(() -> inside(process, host, "link", "delete", "dev", nic.name()));
            case PHYSICAL -> throw whileStoppedOnly(host);
        }
    }

    private static void unlessGone(Runnable deletion) {
        try {
            deletion.run();
        } catch (ApiException e) {
            if (!e.text().contains("Cannot find device")) {
                throw e;
            }
        }
    }

    /// In the network of the process, with the host's own files.
    private static String inside(long process, HostCommand host, String... arguments) {
        var words = new ArrayList<>(List.of("--net=/proc/" + process + "/ns/net", "ip"));
        Collections.addAll(words, arguments);
        return host.run("nsenter", "util-linux", "", words.toArray(String[]::new));
    }

    private static void attempt(Runnable undo) {
        try {
            undo.run();
        } catch (ApiException e) {
            LOG.debug("Nothing to undo: {}", e.text());
        }
    }

    private static HostCommand host(Launch.Nic nic) {
        return new HostCommand("Interface \"%s\"".formatted(nic.name()));
    }

    private static ApiException whileStoppedOnly(HostCommand host) {
        return host.problem(
                "interfaces of the host itself can only be given and taken while the instance is stopped");
    }
}
