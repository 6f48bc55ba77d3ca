package dev.pileus.desktop.wizards.connect;

import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.Remote;
import dev.pileus.client.remotes.StockClient;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.model.connections.Connector;
import dev.pileus.model.connections.SavedConnection;
import java.util.List;

/// A server that a stock client knows, or whose socket was found on this machine.
///
/// @param id unique, e.g. `incus:prod`
/// @param product whose client knows it
/// @param where its addresses
/// @param knowledge what the wizard need not ask for
/// @param usable false for a sign-on that the console cannot do
record Offer(
        String id,
        String name,
        String product,
        Phrase where,
        Phrase knowledge,
        boolean usable,
        boolean isDefault,
        SavedConnection connection) {
    static Offer of(Remote remote) {
        return new Offer(
                remote.client().command() + ":" + remote.name(),
                remote.name(),
                product(remote.client()),
                where(remote.endpoints()),
                knowledge(remote),
                usable(remote),
                remote.isDefault(),
                Connector.connection(remote));
    }

    private static boolean usable(Remote remote) {
        return remote.authentication() == Remote.Authentication.CERTIFICATE;
    }

    private static String product(StockClient client) {
        return switch (client) {
            case INCUS -> "Incus";
            case LXC -> "LXD";
        };
    }

    private static Phrase where(List<Endpoint> endpoints) {
        return new Phrase.Joined(
                ", ", endpoints.stream().map(Where::of).map(Phrase::verbatim).toList());
    }

    private static Phrase knowledge(Remote remote) {
        if (!usable(remote)) {
            return Phrase.of("connect.found.singleSignOn");
        }
        if (remote.endpoints().stream().allMatch(Endpoint.Unix.class::isInstance)) {
            return Phrase.of("connect.found.socket");
        }
        return Phrase.of(
                remote.pinned().isPresent()
                        ? "connect.found.certificateKnown"
                        : "connect.found.certificateUnknown");
    }
}
