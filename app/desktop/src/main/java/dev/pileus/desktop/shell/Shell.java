package dev.pileus.desktop.shell;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.actions.Selection;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.search.Search;
import dev.pileus.desktop.theme.Look;
import dev.pileus.desktop.theme.Tone;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// What the main window shows, apart from how: features fill it, the window draws it, in any
/// language, as often as needed. For the screen's thread.
public final class Shell {
    private final Clock clock;
    private final Look look;
    private final Actions actions;
    private final Selection selection;
    private final Views views = new Views();
    private final Clusters clusters = new Clusters();
    private final Search search = new Search();
    private final ReadOnlyObjectWrapper<Messages> messages;
    private final ObjectProperty<Optional<Pill>> quorum = empty();
    private final ObjectProperty<Optional<Pill>> certificate = empty();
    private final ObjectProperty<Optional<Content>> inspector = empty();
    private final ObjectProperty<Optional<Content>> activity = empty();
    private final ObjectProperty<Optional<Content>> welcome =
            new SimpleObjectProperty<>(Optional.of(this::welcome));
    private final ObjectProperty<Optional<Content>> dialog = empty();
    private final BooleanProperty inspectorOpen = new SimpleBooleanProperty(true);
    private final BooleanProperty activityOpen = new SimpleBooleanProperty(true);
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ObservableList<Phrase> waits = FXCollections.observableArrayList();

    /// An empty window.
    ///
    /// @param clock tells the texts what "now" is
    public Shell(Clock clock, Language language, Look look, Actions actions, Selection selection) {
        this.clock = clock;
        this.look = look;
        this.actions = actions;
        this.selection = selection;
        this.messages = new ReadOnlyObjectWrapper<>(new Messages(language, clock));
        var forever = new Lifetime();
        search.add(new ActionSource(this), forever);
        search.add(new ViewSource(views), forever);
        search.add(new SettingSource(this), forever);
    }

    public Look look() {
        return look;
    }

    public Actions actions() {
        return actions;
    }

    public Selection selection() {
        return selection;
    }

    public Views views() {
        return views;
    }

    public Clusters clusters() {
        return clusters;
    }

    /// What the field at the top finds.
    public Search search() {
        return search;
    }

    /// The texts in the window's language. Changing the language rebuilds the window.
    public ReadOnlyObjectProperty<Messages> messages() {
        return messages.getReadOnlyProperty();
    }

    public void speak(Language language) {
        if (messages.get().language() != language) {
            look.show(language);
            messages.set(new Messages(language, clock));
        }
    }

    /// Whether the database survives the next failure; empty while unknown.
    public ObjectProperty<Optional<Pill>> quorum() {
        return quorum;
    }

    /// How long the cluster's certificate is still good; empty while unknown.
    public ObjectProperty<Optional<Pill>> certificate() {
        return certificate;
    }

    /// What the inspector shows; empty: nothing is selected.
    public ObjectProperty<Optional<Content>> inspector() {
        return inspector;
    }

    public BooleanProperty inspectorOpen() {
        return inspectorOpen;
    }

    /// What the pane at the bottom shows.
    public ObjectProperty<Optional<Content>> activity() {
        return activity;
    }

    public BooleanProperty activityOpen() {
        return activityOpen;
    }

    /// What the window shows while no cluster is open.
    public ObjectProperty<Optional<Content>> welcome() {
        return welcome;
    }

    /// What the window says across the top of the centre, newest last.
    public ObservableList<Notice> notices() {
        return notices;
    }

    /// What lies over the window and must be answered first; empty: nothing.
    public ObjectProperty<Optional<Content>> dialog() {
        return dialog;
    }

    /// Says that the user waits for something, until the returned handle is closed.
    public Wait await(Phrase what) {
        waits.add(what);
        return () -> waits.remove(what);
    }

    /// Does something, or says why that cannot be done now.
    public void perform(Action action, Entity entity) {
        action.hindrance(entity)
                .map(why -> Notice.of(Tone.CAUTION, why))
                .ifPresentOrElse(this::tellAgain, () -> action.run().accept(entity));
    }

    /// What was told already comes to the top.
    private void tellAgain(Notice notice) {
        notices.remove(notice);
        notices.add(notice);
    }

    /// Tells a problem in a dialog.
    public void explain(Problem problem) {
        dialog.set(
                Optional.of((texts, _) ->
                        Screens.SHELL_PROBLEM.open(
                                texts,
                                new ProblemController(
                                        problem, texts, () -> dialog.set(Optional.empty())))));
    }

    ObservableList<Phrase> waits() {
        return waits;
    }

    private Node welcome(Messages texts, Lifetime lifetime) {
        return Screens.SHELL_WELCOME.open(texts, new WelcomeController(this, texts, lifetime));
    }

    private static <T> ObjectProperty<Optional<T>> empty() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    /// Ends a wait.
    @FunctionalInterface
    public interface Wait extends AutoCloseable {
        @Override
        void close();
    }
}
