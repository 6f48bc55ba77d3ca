package dev.pileus.desktop;

import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.client.remotes.Surroundings;
import dev.pileus.desktop.connections.OpeningTexts;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.ConnectionBook;
import dev.pileus.model.connections.Connector;
import dev.pileus.model.connections.Opening;
import dev.pileus.model.connections.OwnIdentity;
import dev.pileus.model.connections.Resolution;
import dev.pileus.model.connections.Target;
import dev.pileus.trust.ClientCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// What can be connected to, and as whom: wired once for the command line and the window.
record Connections(ConnectionBook book, OwnIdentity identity, Connector connector, Clock clock) {
    /// Subject of the console's own certificate.
    private static final String COMMON_NAME = "pileus";

    /// A connection and what the stock client calls the cluster (empty: nothing).
    record Known(ClusterConnection connection, String remote) {}

    static Connections in(Path directory, Clock clock) throws IOException {
        var book = ConnectionBook.in(directory);
        var identity =
                new OwnIdentity(
                        directory, new ClientCertificates(clock, new SecureRandom()), COMMON_NAME);
        var connector =
                new Connector(book, () -> FoundRemotes.in(Surroundings.real()), identity, clock);
        return new Connections(book, identity, connector, clock);
    }

    /// Opens what the command line names, or says in one line why not. Blocks.
    Known open(Target target, Language language) throws StartException {
        var texts = new OpeningTexts(new Messages(language, clock));
        var resolution = connector.resolve(target);
        if (!(resolution instanceof Resolution.Found(var connection, var origin))) {
            throw new StartException(texts.of(resolution));
        }
        var opening = connector.open(connection);
        if (!(opening instanceof Opening.Opened(var cluster))) {
            throw new StartException(texts.of(opening));
        }
        var remote = origin == Resolution.Origin.STOCK_REMOTE ? connection.name() : "";
        return new Known(cluster, remote);
    }
}
