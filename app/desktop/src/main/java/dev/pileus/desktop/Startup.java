package dev.pileus.desktop;

import dev.pileus.desktop.connections.OpeningTexts;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.wizards.connect.ConnectServices;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.Opening;
import dev.pileus.model.connections.Resolution;
import dev.pileus.model.connections.Target;
import java.time.Clock;

/// Opens what the command line names, before there is a window.
final class Startup {
    private final ConnectServices services;
    private final Clock clock;

    Startup(ConnectServices services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Start {
        /// Connected and trusted.
        ///
        /// @param remote what the stock client calls the cluster; empty when it does not know it
        record Connected(ClusterConnection connection, String remote) implements Start {}

        /// A person has to compare a fingerprint, or to bring a token or password: the wizard asks.
        record Ask(Target target) implements Start {}
    }

    /// Connects; blocks.
    ///
    /// @param person whether somebody is there to be asked
    /// @throws StartException in one line why it does not open
    Start open(Target target, Language language, boolean person) throws StartException {
        var texts = new OpeningTexts(new Messages(language, clock));
        var resolution = services.connector().resolve(target);
        if (!(resolution instanceof Resolution.Found(var connection, var origin))) {
            throw new StartException(texts.of(resolution));
        }
        var opening = services.connector().open(connection);
        return switch (opening) {
            case Opening.Opened(var cluster) ->
                    new Start.Connected(
                            cluster,
                            origin == Resolution.Origin.STOCK_REMOTE ? connection.name() : "");
            case Opening.CertificateUnknown _, Opening.NotTrusted _ when person ->
                    new Start.Ask(target);
            default -> throw new StartException(texts.of(opening));
        };
    }
}
