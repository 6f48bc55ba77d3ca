package dev.pileus.model.connections;

import dev.pileus.client.ClientException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.client.Failure;
import dev.pileus.client.ServerClient;
import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.client.remotes.Remote;
import dev.pileus.model.connections.ReadToken.UnusableTokenException;
import dev.pileus.model.store.Trouble;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.ServerTrust;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens connections step by step, for the connect wizard and the command line alike: what is
/// meant, whether it answers, whether it is who it should be, whether it trusts us. Every method
/// blocks; none throws for what a user or a network may do. Thread-safe.
public final class Connector {
    private static final int BAD_REQUEST = 400;

    private final Directory directory;
    private final OwnIdentity own;
    private final InstantSource time;

    /// Makes a connector.
    ///
    /// @param remotes looks for the remotes of the stock clients; asked each time
    public Connector(
            ConnectionBook book,
            Supplier<FoundRemotes> remotes,
            OwnIdentity own,
            InstantSource time) {
        this.directory = new Directory(book, remotes);
        this.own = own;
        this.time = time;
    }

    /// Finds out what a target means; sends nothing.
    public Resolution resolve(Target target) {
        return directory.resolve(target);
    }

    /// How a stock client connects to one of its remotes.
    public static SavedConnection connection(Remote remote) {
        return Directory.connection(remote);
    }

    /// A connection that nothing but a token is known of: it names the addresses and vouches for
    /// the certificate. Empty when the text is no token with addresses.
    public static Optional<SavedConnection> connection(String token) {
        try {
            var read = ReadToken.read(token);
            return read.endpoints().stream()
                    .findFirst()
                    .map(first -> Directory.fresh(first, read.endpoints()).pinned(read.issuer()));
        } catch (UnusableTokenException notAToken) {
            return Optional.empty();
        }
    }

    /// Reaches the server and looks whether both sides trust each other.
    public Opening open(SavedConnection connection) {
        try {
            return open(connection, identity(connection));
        } catch (IOException unusable) {
            return new Opening.IdentityUnusable(connection, unusable);
        }
    }

    /// Becomes trusted by a token, then opens.
    public Opening openWithToken(SavedConnection connection, String token) {
        ReadToken read;
        try {
            read = ReadToken.read(token);
        } catch (UnusableTokenException notAToken) {
            return new Opening.TokenUnreadable(connection, notAToken.problem());
        }
        if (read.isExpired(time.instant())) {
            return new Opening.TokenExpired(connection, read.content().expiresAt());
        }
        var pin = connection.pin().orElse(read.issuer());
        if (!pin.equals(read.issuer())) {
            return new Opening.TokenOfAnotherServer(connection, read.issuer(), pin);
        }
        var opening =
                introduce(
                        connection.pinned(read.issuer()),
                        issuersFirst(read, connection),
                        client -> client.certificates().addWithToken(read.text()));
        return opening instanceof Opening.CertificateChanged(_, var issuer, var presented)
                ? new Opening.TokenOfAnotherServer(connection, issuer, Fingerprint.of(presented))
                : opening;
    }

    /// Becomes trusted by the trust password of an LXD up to 5, then opens.
    ///
    /// @param name of this console in the server's trust list
    public Opening openWithPassword(SavedConnection connection, String name, String password) {
        return introduce(
                connection,
                connection.endpoints(),
                client -> client.certificates().addWithPassword(name, password));
    }

    /// Some servers know only tokens that they issued themselves.
    private static List<Endpoint> issuersFirst(ReadToken token, SavedConnection connection) {
        var endpoints = new LinkedHashSet<>(token.endpoints());
        endpoints.addAll(connection.endpoints());
        return List.copyOf(endpoints);
    }

    private Opening introduce(
            SavedConnection connection,
            List<Endpoint> endpoints,
            Consumer<ServerClient> introduction) {
        try (var client = client(connection, endpoints, identity(connection))) {
            introduction.accept(client);
        } catch (IOException unusable) {
            return new Opening.IdentityUnusable(connection, unusable);
        } catch (ClientException failed) {
            if (Trouble.of(failed) instanceof Trouble.NotTrusted(var words)) {
                return new Opening.SecretRefused(connection, words);
            }
            // 400: the server trusts us already
            if (!failed.isRefusal(BAD_REQUEST)) {
                return explained(connection, failed);
            }
        }
        return open(connection);
    }

    private static Opening open(SavedConnection connection, @Nullable ClientIdentity identity) {
        var client = client(connection, connection.endpoints(), identity);
        var opening = check(connection, client, identity);
        if (!(opening instanceof Opening.Opened)) {
            client.close();
        }
        return opening;
    }

    private static Opening check(
            SavedConnection connection, ServerClient client, @Nullable ClientIdentity identity) {
        try {
            var server = client.server().get();
            if (server.isTrusted()) {
                return new Opening.Opened(new ClusterConnection(connection, client, server));
            }
            return identity == null
                    ? new Opening.Failed(connection, new Trouble.NotTrusted(server.auth()))
                    : new Opening.NotTrusted(connection, identity, server);
        } catch (ClientException failed) {
            return explained(connection, failed);
        }
    }

    private static Opening explained(SavedConnection connection, ClientException failed) {
        if (!(failed.failure() instanceof Failure.UntrustedServer(var presented, var pinned))) {
            return new Opening.Failed(connection, Trouble.of(failed));
        }
        return pinned.isPresent()
                ? new Opening.CertificateChanged(connection, pinned.get(), presented)
                : new Opening.CertificateUnknown(connection, presented);
    }

    /// None for a unix socket: being allowed to open it is all the trust there is.
    private @Nullable ClientIdentity identity(SavedConnection connection) throws IOException {
        if (connection.endpoints().stream().noneMatch(Endpoint.Https.class::isInstance)) {
            return null;
        }
        return switch (connection.identity()) {
            case IdentityChoice.Own _ -> own.get();
            case IdentityChoice.Files(var files) -> files.load();
        };
    }

    /// Without a pin, an authority of this machine may vouch for the server.
    private static ServerClient client(
            SavedConnection connection,
            List<Endpoint> endpoints,
            @Nullable ClientIdentity identity) {
        var trust = connection.pin().map(ServerTrust::pinned).orElseGet(ServerTrust::authorities);
        return ServerClient.open(ClientSettings.https(endpoints, trust, identity));
    }
}
