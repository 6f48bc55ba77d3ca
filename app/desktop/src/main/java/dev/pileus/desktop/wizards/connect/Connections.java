package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.desktop.shell.Notice;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.Resolution;
import dev.pileus.model.connections.SavedConnection;
import dev.pileus.model.connections.Target;
import java.io.IOException;
import java.util.Optional;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clusters that can be opened: fills the cluster picker from the saved connections and the
/// stock clients' remotes, opens what is picked, and offers to add and edit connections. For the
/// screen's thread.
public final class Connections {
    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    private final Shell shell;
    private final Tasks tasks;
    private final ConnectServices services;
    private final Lifetime lifetime;
    private final Receiver receiver;
    private final StockRemotes remotes;
    private final PickerEntries entries;
    private final ConnectWizard wizard;

    /// Shows nothing until [#start()].
    ///
    /// @param receiver gets each cluster that was opened
    public Connections(
            Shell shell,
            Tasks tasks,
            ConnectServices services,
            Lifetime lifetime,
            Receiver receiver) {
        this.shell = shell;
        this.tasks = tasks;
        this.services = services;
        this.lifetime = lifetime;
        this.receiver = receiver;
        this.remotes = new StockRemotes(services.remotes(), tasks, lifetime);
        this.entries = new PickerEntries(services.book(), remotes);
        this.wizard = new ConnectWizard(shell, tasks, services, remotes, this::opened);
    }

    /// Gets a cluster that was opened, and shows it instead of the one before.
    @FunctionalInterface
    public interface Receiver {
        /// Takes over.
        ///
        /// @param cluster to be closed by the receiver
        /// @param entry as the picker shows it
        /// @param remote what the stock client calls it; empty when it does not know it
        void open(ClusterConnection cluster, ClusterEntry entry, String remote);
    }

    /// Fills the picker, now and whenever something changes.
    public void start() {
        shell.clusters().openWith(this::pick);
        lifetime.follow(remotes.found(), _ -> refresh());
        lifetime.atEnd(wizard::leave);
        remotes.look();
        services.book()
                .setAside()
                .ifPresent(damaged ->
                        shell.notices()
                                .add(
                                        Notice.of(
                                                Tone.CAUTION,
                                                Phrase.of("connect.damaged", damaged.toString()))));
        var actions = shell.actions();
        actions.add(
                Action.of(
                        "connect.add",
                        Phrase.of("connect.add"),
                        MaterialDesignP.PLUS,
                        Entity.Console.class::isInstance,
                        _ -> add()),
                lifetime);
        actions.add(
                Action.of(
                        "connect.edit",
                        Phrase.of("connect.edit"),
                        MaterialDesignP.PENCIL,
                        entity -> entity instanceof Entity.Console && hasSaved(),
                        _ -> edit()),
                lifetime);
    }

    /// Opens the wizard.
    public void add() {
        wizard.ask();
    }

    /// Opens what a user named on the command line.
    public void open(Target target) {
        tasks.start(
                "resolve target",
                lifetime,
                () -> services.connector().resolve(target),
                this::open,
                failed -> say(Setbacks.unexpected(failed)));
    }

    /// How the picker shows a cluster that was opened. One that was only named by its socket is
    /// called like the member behind it.
    public ClusterEntry entryOf(ClusterConnection cluster) {
        var entry = entries.entry(cluster.connection());
        return Names.isPath(entry.name())
                ? new ClusterEntry(
                        entry.id(),
                        Names.obvious(cluster),
                        ClusterEntry.Origin.FOUND,
                        entry.detail(),
                        entry.tone())
                : entry;
    }

    /// Remembers what was learned of a saved cluster since it was opened: all its addresses.
    public void remember(ClusterConnection cluster, ClusterEntry entry) {
        if (entry.origin() != ClusterEntry.Origin.SAVED) {
            return;
        }
        var learned = cluster.withLearnedAddresses().renamed(entry.name());
        tasks.start(
                "save addresses",
                lifetime,
                () -> rememberUnlessRemoved(learned),
                failed -> log.warn("Addresses of {} were not saved", entry.name(), failed));
    }

    private void rememberUnlessRemoved(SavedConnection learned) throws IOException {
        var saved = services.book().named(learned.name());
        if (saved.isPresent() && !saved.get().equals(learned)) {
            services.book().save(learned);
        }
    }

    private void edit() {
        shell.dialog()
                .set(
                        Optional.of((messages, _) ->
                                Screens.CONNECT_BOOK.open(
                                        messages,
                                        new BookController(
                                                new BookDesk(
                                                        services.book(),
                                                        tasks,
                                                        lifetime,
                                                        this::changed),
                                                messages,
                                                () -> shell.dialog().set(Optional.empty())))));
    }

    /// The open cluster may have got another name.
    private void changed(SavedConnection before, Optional<SavedConnection> now) {
        var open = shell.clusters().open();
        var id = PickerEntries.id(before);
        now.flatMap(renamed ->
                        open.get()
                                .filter(entry -> entry.id().equals(id))
                                .map(entry -> renamed(entry, renamed)))
                .ifPresent(entry -> open.set(Optional.of(entry)));
        refresh();
    }

    private static ClusterEntry renamed(ClusterEntry entry, SavedConnection renamed) {
        return new ClusterEntry(
                PickerEntries.id(renamed),
                renamed.name(),
                entry.origin(),
                entry.detail(),
                entry.tone());
    }

    private boolean hasSaved() {
        return !services.book().connections().isEmpty();
    }

    private void open(Resolution resolution) {
        switch (resolution) {
            case Resolution.Found(var connection, var origin) -> wizard.open(connection);
            case Resolution.UnknownName(var name, var known) -> say(Setbacks.unknownName(name));
            case Resolution.SingleSignOn(var remote) -> say(Setbacks.singleSignOn(remote.name()));
        }
    }

    void pick(ClusterEntry entry) {
        entries.connection(entry).ifPresent(wizard::open);
    }

    private void say(Setback setback) {
        shell.notices().add(Notice.of(Tone.DANGER, setback.headline()));
    }

    private void opened(Finished outcome) {
        refresh();
        receiver.open(
                outcome.cluster(),
                entries.entry(outcome.connection()),
                entries.stockName(outcome.connection()));
    }

    void refresh() {
        shell.clusters().offered().removeIf(entry -> entry.origin() != ClusterEntry.Origin.SANDBOX);
        shell.clusters().offered().addAll(entries.all());
    }
}
