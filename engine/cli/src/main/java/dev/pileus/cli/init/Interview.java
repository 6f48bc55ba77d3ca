package dev.pileus.cli.init;

import dev.pileus.api.JoinToken;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.cli.CommandException;
import dev.pileus.cli.Dialogue;
import dev.pileus.client.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The questions of `init`, in the order of the stock clients (CONTRACT 19.1). The answers are a
/// preseed.
final class Interview {
    private static final String LISTEN_KEY = "core.https_address";

    private final Dialogue dialogue;
    private final Surroundings surroundings;
    private final Map<String, String> config = new HashMap<>();
    private final List<Preseed.NetworkSeed> networks = new ArrayList<>();
    private final List<Preseed.PoolSeed> pools = new ArrayList<>();
    private final Map<String, Map<String, String>> devices = new HashMap<>();

    Interview(Dialogue dialogue, Surroundings surroundings) {
        this.dialogue = dialogue;
        this.surroundings = surroundings;
    }

    Preseed ask() {
        if (!dialogue.confirm("Would you like to use clustering?", false)) {
            return askAlone();
        }
        var address =
                dialogue.ask(
                        "What IP address or DNS name should be used to reach this server?",
                        surroundings.address(),
                        Interview::addressComplaint);
        var reachable = withPort(address);
        if (dialogue.confirm("Are you joining an existing cluster?", false)) {
            return askJoin(reachable);
        }
        var name =
                dialogue.ask(
                        "What member name should be used to identify this server in the cluster?",
                        surroundings.hostName(),
                        Interview::nothingWrong);
        config.put(LISTEN_KEY, reachable);
        askPool("Do you want to configure a new local storage pool?", Optional.of("local"));
        askInterface();
        askImages();
        return preseed(Preseed.ClusterSeed.first(name));
    }

    private Preseed askJoin(String address) {
        var token = askToken();
        if (!dialogue.confirm(
                "All existing data is lost when joining a cluster, continue?", false, " ")) {
            throw new CommandException("User aborted configuration");
        }
        var invitation = surroundings.redeem(token);
        var values = new ArrayList<MemberConfigKey>();
        for (var key : invitation.form()) {
            var value =
                    dialogue.ask(
                            "Choose \"%s\" property for %s \"%s\""
                                    .formatted(
                                            key.key(), key.entity().replace('-', ' '), key.name()));
            values.add(
                    new MemberConfigKey(
                            key.entity(), key.name(), key.key(), value, key.description()));
        }
        return preseed(
                new Preseed.ClusterSeed(
                        token.serverName(),
                        true,
                        values,
                        invitation.target().address(),
                        invitation.target().certificate(),
                        "",
                        address,
                        "",
                        ""));
    }

    private JoinToken askToken() {
        while (true) {
            try {
                return ClusterEntry.token(dialogue.ask("Please provide join token"));
            } catch (CommandException e) {
                dialogue.complain(String.valueOf(e.getMessage()));
            }
        }
    }

    private Preseed askAlone() {
        askPool("Do you want to configure a new storage pool?", Optional.empty());
        if (dialogue.confirm("Would you like to create a new local network bridge?", true)) {
            askBridge();
        } else {
            askInterface();
        }
        askNetworkAccess();
        askImages();
        return preseed(null);
    }

    /// @param fixed its name; empty: to be asked for
    private void askPool(String question, Optional<String> fixed) {
        if (!dialogue.confirm(question, true)) {
            return;
        }
        var name =
                fixed.orElseGet(() ->
                        dialogue.ask(
                                "Name of the new storage pool",
                                "default",
                                Interview::nothingWrong));
        var usual = surroundings.poolDirectory() + "/" + name;
        var place =
                dialogue.ask(
                        "Where should this storage pool store its data?",
                        usual,
                        Interview::nothingWrong);
        var keys = place.equals(usual) ? Map.<String, String>of() : Map.of("source", place);
        pools.add(new Preseed.PoolSeed(name, "dir", "", keys));
        devices.put("root", Map.of("type", "disk", "path", "/", "pool", name));
    }

    private void askBridge() {
        var name =
                dialogue.ask(
                        "What should the new bridge be called?",
                        "pileusbr0",
                        Interview::nothingWrong);
        var keys = new HashMap<String, String>();
        keys.put("ipv4.address", askSubnet("IPv4"));
        keys.put("ipv6.address", askSubnet("IPv6"));
        networks.add(new Preseed.NetworkSeed(name, "bridge", "", "", keys));
        devices.put("eth0", Map.of("type", "nic", "name", "eth0", "network", name));
    }

    private String askSubnet(String family) {
        return dialogue.ask(
                "What %s address should be used? (CIDR subnet notation, “auto” or “none”)"
                        .formatted(family),
                "auto",
                Interview::nothingWrong);
    }

    private void askInterface() {
        if (!dialogue.confirm(
                "Would you like to use an existing bridge or host interface?", false)) {
            return;
        }
        var name = dialogue.ask("Name of the existing bridge or host interface");
        var kind = surroundings.interfaceKind(name);
        while (kind == Surroundings.InterfaceKind.MISSING) {
            dialogue.complain("The requested interface doesn't exist. Please choose another one.");
            name = dialogue.ask("Name of the existing bridge or host interface");
            kind = surroundings.interfaceKind(name);
        }
        devices.put(
                "eth0",
                Map.of(
                        "type",
                        "nic",
                        "name",
                        "eth0",
                        "nictype",
                        kind == Surroundings.InterfaceKind.BRIDGE ? "bridged" : "macvlan",
                        "parent",
                        name));
    }

    private void askNetworkAccess() {
        if (!dialogue.confirm(
                "Would you like the server to be available over the network?", false)) {
            return;
        }
        var address =
                dialogue.ask(
                        "Address to bind to (not including port)", "all", Interview::nothingWrong);
        var port = dialogue.ask("Port to bind to", "8443", Interview::portComplaint);
        var host = address.equals("all") ? "[::]" : address;
        config.put(
                LISTEN_KEY,
                (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host)
                        + ":"
                        + port);
    }

    private void askImages() {
        if (!dialogue.confirm(
                "Would you like stale cached images to be updated automatically?", true)) {
            config.put("images.auto_update_interval", "0");
        }
    }

    private Preseed preseed(Preseed.@Nullable ClusterSeed cluster) {
        var profiles =
                devices.isEmpty()
                        ? List.<Preseed.ProfileSeed>of()
                        : List.of(new Preseed.ProfileSeed("default", "", "", Map.of(), devices));
        return Preseed.of(config, networks, pools, profiles, List.of(), cluster);
    }

    private static String withPort(String address) {
        return Endpoint.parse(address).toString().substring("https://".length());
    }

    private static Optional<String> addressComplaint(String address) {
        try {
            return switch (Endpoint.parse(address)) {
                case Endpoint.Https(String host, int port)
                        when host.equals("0.0.0.0") || host.equals("::") ->
                        Optional.of("An address that others can reach is needed, no wildcard");
                case Endpoint.Https fine -> Optional.empty();
                case Endpoint.Unix unix -> Optional.of("Not a network address: " + address);
            };
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> portComplaint(String port) {
        return port.matches("\\d{1,5}")
                        && Integer.parseInt(port) >= 1
                        && Integer.parseInt(port) <= 65_535
                ? Optional.empty()
                : Optional.of("Not a port: " + port);
    }

    private static Optional<String> nothingWrong(String text) {
        return text.isEmpty() ? Optional.of("An answer is needed") : Optional.empty();
    }
}
