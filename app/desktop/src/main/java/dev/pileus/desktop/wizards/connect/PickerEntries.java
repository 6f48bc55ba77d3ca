package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.connections.ConnectionBook;
import dev.pileus.model.connections.SavedConnection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Saved connections and found remotes as the picker shows them.
final class PickerEntries {
    private static final String SAVED = "saved:";

    private final ConnectionBook book;
    private final StockRemotes remotes;

    PickerEntries(ConnectionBook book, StockRemotes remotes) {
        this.book = book;
        this.remotes = remotes;
    }

    static String id(SavedConnection saved) {
        return SAVED + saved.name();
    }

    /// A remote that was saved as a connection is offered once.
    List<ClusterEntry> all() {
        var saved = book.connections().stream().map(PickerEntries::saved);
        var found =
                offers().filter(Offer::usable)
                        .filter(offer -> !isSaved(offer.connection()))
                        .map(PickerEntries::found);
        return Stream.concat(saved, found).toList();
    }

    Optional<SavedConnection> connection(ClusterEntry entry) {
        return entry.id().startsWith(SAVED)
                ? book.named(entry.id().substring(SAVED.length()))
                : offers().filter(offer -> offer.id().equals(entry.id()))
                        .findFirst()
                        .map(Offer::connection);
    }

    /// How an open connection is shown.
    ClusterEntry entry(SavedConnection connection) {
        return book.named(connection.name())
                .filter(saved -> sameServer(saved, connection))
                .map(PickerEntries::saved)
                .or(() -> offerOf(connection).map(PickerEntries::found))
                .orElseGet(() -> saved(connection));
    }

    /// What a stock client calls a server; empty when none knows it.
    String stockName(SavedConnection connection) {
        return offerOf(connection).map(Offer::name).orElse("");
    }

    private Optional<Offer> offerOf(SavedConnection connection) {
        return offers().filter(offer -> sameServer(offer.connection(), connection)).findFirst();
    }

    private Stream<Offer> offers() {
        return remotes.found().get().stream().flatMap(found -> found.offers().stream());
    }

    private boolean isSaved(SavedConnection connection) {
        return book.connections().stream().anyMatch(saved -> sameServer(saved, connection));
    }

    private static boolean sameServer(SavedConnection one, SavedConnection other) {
        return !Collections.disjoint(one.endpoints(), other.endpoints());
    }

    private static ClusterEntry saved(SavedConnection connection) {
        return new ClusterEntry(
                id(connection),
                connection.name(),
                ClusterEntry.Origin.SAVED,
                Where.brief(connection.endpoints()),
                Tone.NEUTRAL);
    }

    private static ClusterEntry found(Offer offer) {
        return new ClusterEntry(
                offer.id(),
                offer.name(),
                ClusterEntry.Origin.FOUND,
                Where.brief(offer.connection().endpoints()),
                Tone.NEUTRAL);
    }
}
