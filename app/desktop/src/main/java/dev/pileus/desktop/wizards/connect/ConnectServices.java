package dev.pileus.desktop.wizards.connect;

import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.client.remotes.Surroundings;
import dev.pileus.model.connections.ConnectionBook;
import dev.pileus.model.connections.Connector;
import dev.pileus.model.connections.OwnIdentity;
import dev.pileus.trust.ClientCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What connecting works with.
///
/// @param remotes looks for the remotes of the stock clients; touches files
/// @param self what servers call this console in their trust lists
public record ConnectServices(
        Connector connector,
        ConnectionBook book,
        OwnIdentity own,
        Supplier<FoundRemotes> remotes,
        InstantSource time,
        String self) {
    /// With the files of a configuration directory and the remotes of this machine.
    ///
    /// @param directory of the console's configuration; need not exist
    public static ConnectServices in(Path directory, InstantSource time) throws IOException {
        return in(directory, time, () -> FoundRemotes.in(Surroundings.real()));
    }

    static ConnectServices in(Path directory, InstantSource time, Supplier<FoundRemotes> remotes)
            throws IOException {
        var self = System.getProperty("user.name") + "@" + Host.name();
        var book = ConnectionBook.in(directory);
        var own =
                new OwnIdentity(directory, new ClientCertificates(time, new SecureRandom()), self);
        return new ConnectServices(
                new Connector(book, remotes, own, time), book, own, remotes, time, self);
    }
}
