package dev.pileus.model.connections;

import dev.pileus.client.remotes.Remote;
import java.util.List;

/// What a target turned out to be.
public sealed interface Resolution {
    /// Where and as whom to connect.
    ///
    /// @param origin how the console knows it
    record Found(SavedConnection connection, Origin origin) implements Resolution {}

    /// Nothing has that name.
    ///
    /// @param known names that there are
    record UnknownName(String name, List<String> known) implements Resolution {
        public UnknownName {
            known = List.copyOf(known);
        }
    }

    /// A stock client signs on to it in a way that the console cannot.
    record SingleSignOn(Remote remote) implements Resolution {}

    /// How the console knows a connection.
    enum Origin {
        SAVED,
        STOCK_REMOTE,
        NEW_ADDRESS
    }
}
