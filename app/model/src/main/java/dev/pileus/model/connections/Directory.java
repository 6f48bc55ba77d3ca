package dev.pileus.model.connections;

import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.client.remotes.Remote;
import dev.pileus.client.remotes.Remote.Authentication;
import dev.pileus.model.connections.Resolution.Origin;
import dev.pileus.trust.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds out what a target means: a saved connection first, then a remote of the stock clients.
final class Directory {
    private final ConnectionBook book;
    private final Supplier<FoundRemotes> remotes;

    Directory(ConnectionBook book, Supplier<FoundRemotes> remotes) {
        this.book = book;
        this.remotes = remotes;
    }

    Resolution resolve(Target target) {
        return switch (target) {
            case Target.Address(var endpoint) -> byAddress(endpoint);
            case Target.Name(var name) ->
                    book.named(name)
                            .map(Directory::saved)
                            .or(() -> remotes.get().named(name).map(Directory::stock))
                            .orElseGet(() -> unknown(name));
            case Target.RemoteOf(var client, var name) ->
                    remotes.get().remotes().stream()
                            .filter(remote -> remote.client() == client)
                            .filter(remote -> remote.name().equals(name))
                            .findFirst()
                            .map(Directory::stock)
                            .orElseGet(() -> unknown(target.toString()));
        };
    }

    static SavedConnection connection(Remote remote) {
        return new SavedConnection(
                remote.name(),
                remote.endpoints(),
                remote.pinned().map(Fingerprint::of),
                remote.identity()
                        .<IdentityChoice>map(IdentityChoice.Files::new)
                        .orElseGet(IdentityChoice.Own::new),
                remote.project());
    }

    /// An address that is known already brings its pin and its identity.
    private Resolution byAddress(Endpoint endpoint) {
        return book.at(endpoint)
                .map(Directory::saved)
                .or(() -> stockAt(endpoint).map(Directory::stock))
                .orElseGet(() ->
                        new Resolution.Found(
                                fresh(endpoint, List.of(endpoint)), Origin.NEW_ADDRESS));
    }

    private Optional<Remote> stockAt(Endpoint endpoint) {
        return remotes.get().remotes().stream()
                .filter(remote -> remote.authentication() == Authentication.CERTIFICATE)
                .filter(remote -> remote.endpoints().contains(endpoint))
                .findFirst();
    }

    /// A connection that nothing but addresses is known of.
    static SavedConnection fresh(Endpoint named, List<Endpoint> endpoints) {
        var name =
                switch (named) {
                    case Endpoint.Https(String host, int port) -> host;
                    case Endpoint.Unix unix -> unix.toString();
                };
        return new SavedConnection(name, endpoints, Optional.empty(), new IdentityChoice.Own(), "");
    }

    private static Resolution saved(SavedConnection connection) {
        return new Resolution.Found(connection, Origin.SAVED);
    }

    private static Resolution stock(Remote remote) {
        return remote.authentication() == Authentication.SINGLE_SIGN_ON
                ? new Resolution.SingleSignOn(remote)
                : new Resolution.Found(connection(remote), Origin.STOCK_REMOTE);
    }

    private Resolution unknown(String name) {
        var saved = book.connections().stream().map(SavedConnection::name);
        var stock = remotes.get().remotes().stream().map(Remote::name);
        return new Resolution.UnknownName(
                name, Stream.concat(saved, stock).distinct().sorted().toList());
    }
}
