package dev.pileus.desktop.views;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.shell.View;
import java.util.List;
import java.util.Locale;

/// Hangs the tables into the window.
public final class ClusterViews {
    private final Shell shell;
    private final ShownCluster cluster;
    private final Settings settings;

    public ClusterViews(Shell shell, ShownCluster cluster, Settings settings) {
        this.shell = shell;
        this.cluster = cluster;
        this.settings = settings;
    }

    /// Adds the views until the end of `lifetime`.
    public void add(Lifetime lifetime) {
        List<Listing<?>> listings =
                List.of(
                        new Members(),
                        new Instances(),
                        new Groups(),
                        new Certificates(),
                        new Operations(),
                        new Warnings());
        listings.forEach(listing -> shell.views().add(view(listing), lifetime));
    }

    private <T> View view(Listing<T> listing) {
        var name = listing.place().name().toLowerCase(Locale.ROOT);
        return new View(
                listing.place(),
                listing.icon(),
                Phrase.of("views." + name + ".title"),
                cluster.image().map(listing::badge),
                (messages, lifetime) ->
                        Screens.VIEWS_TABLE.open(
                                messages,
                                new TableController<>(
                                        listing, shell, cluster, settings, messages, lifetime)));
    }
}
