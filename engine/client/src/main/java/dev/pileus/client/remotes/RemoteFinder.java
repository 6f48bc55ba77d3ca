package dev.pileus.client.remotes;

import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.Remote.Authentication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the remotes of one stock client.
final class RemoteFinder {
    private static final String LOCAL = "local";

    /// The protocols of servers; the others are those of image servers.
    private static final Set<String> PROTOCOLS = Set.of("", "incus", "lxd");

    private final StockClient client;
    private final Surroundings surroundings;
    private final Locations locations;
    private final List<Remote> remotes = new ArrayList<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    RemoteFinder(StockClient client, Surroundings surroundings) {
        this.client = client;
        this.surroundings = surroundings;
        this.locations = new Locations(client, surroundings);
    }

    FoundRemotes find() {
        var directories =
                Stream.concat(
                                locations.userDirectories().stream(),
                                Stream.of(locations.globalDirectory()))
                        .toList();
        var files =
                directories.stream()
                        .map(dir -> ConfigFile.read(dir.resolve("config.yml"), problems::add))
                        .flatMap(Optional::stream)
                        .toList();
        var defaultRemote = defaultRemote(files);
        for (var file : files) {
            file.remotes().forEach((name, keys) -> add(file, name, keys, defaultRemote));
        }
        locations.socket().ifPresent(socket -> addSocket(socket, defaultRemote));
        return new FoundRemotes(remotes, problems);
    }

    private String defaultRemote(List<ConfigFile> files) {
        return surroundings
                .variable(client.remoteVariable())
                .or(() ->
                        files.stream()
                                .map(ConfigFile::defaultRemote)
                                .filter(name -> !name.isEmpty())
                                .findFirst())
                .orElse(LOCAL);
    }

    private void add(ConfigFile file, String name, Map<String, String> keys, String defaultRemote) {
        if (!isServer(keys)) {
            return;
        }
        try {
            var endpoints = endpoints(keys);
            if (endpoints.isEmpty() || isKnown(name, endpoints)) {
                return;
            }
            var material = new Material(client, file.directory(), locations.userDirectories());
            var socketOnly = endpoints.stream().allMatch(Endpoint.Unix.class::isInstance);
            remotes.add(
                    new Remote(
                            name,
                            client,
                            endpoints,
                            keys.getOrDefault("project", ""),
                            authentication(keys),
                            socketOnly ? Optional.empty() : material.pin(name, problems::add),
                            socketOnly ? Optional.empty() : material.identity(name),
                            name.equals(defaultRemote),
                            file.file()));
        } catch (IllegalArgumentException e) {
            problems.add(
                    new ConfigProblem.BadRemote(
                            file.file(), name, Objects.requireNonNullElse(e.getMessage(), "")));
        }
    }

    private static boolean isServer(Map<String, String> keys) {
        return PROTOCOLS.contains(keys.getOrDefault("protocol", ""))
                && !keys.getOrDefault("public", "").equals("true");
    }

    private static Authentication authentication(Map<String, String> keys) {
        var type = keys.getOrDefault("auth_type", "");
        return type.isEmpty() || type.equals("tls")
                ? Authentication.CERTIFICATE
                : Authentication.SINGLE_SIGN_ON;
    }

    /// The address that worked last first, the others after it round robin.
    private List<Endpoint> endpoints(Map<String, String> keys) {
        var addresses =
                Stream.of(keys.getOrDefault("addr", "").split(","))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList();
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no addr");
        }
        var rotated = new ArrayList<>(addresses);
        var last = addresses.indexOf(keys.getOrDefault("last_working_address", ""));
        Collections.rotate(rotated, -Math.max(0, last));
        return rotated.stream().flatMap(address -> endpoint(address).stream()).distinct().toList();
    }

    /// Empty for the local server on a machine that has none.
    private Optional<Endpoint> endpoint(String address) {
        return address.equals("unix://") || address.equals("unix:")
                ? locations.socket().map(Endpoint.Unix::new)
                : Optional.of(Endpoint.parse(address));
    }

    private void addSocket(Path socket, String defaultRemote) {
        var endpoint = new Endpoint.Unix(socket);
        if (remotes.stream().noneMatch(remote -> remote.endpoints().contains(endpoint))) {
            remotes.add(
                    new Remote(
                            LOCAL,
                            client,
                            List.of(endpoint),
                            "",
                            Authentication.CERTIFICATE,
                            Optional.empty(),
                            Optional.empty(),
                            LOCAL.equals(defaultRemote),
                            socket));
        }
    }

    /// The same remote in several files, e.g. of an older version of the client.
    private boolean isKnown(String name, List<Endpoint> endpoints) {
        return remotes.stream()
                .anyMatch(remote ->
                        remote.name().equals(name) && remote.endpoints().equals(endpoints));
    }
}
