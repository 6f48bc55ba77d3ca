package dev.pileus.desktop.wizards.connect;

import dev.pileus.client.Endpoint;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.Connector;
import dev.pileus.model.connections.IdentityChoice;
import dev.pileus.model.connections.Opening;
import dev.pileus.model.connections.Resolution;
import dev.pileus.model.connections.SavedConnection;
import dev.pileus.model.connections.Target;
import dev.pileus.trust.IdentityFiles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way from a server that somebody named to an open cluster: which page comes next, what is
/// awaited, why it does not go on. Needs no window. For the screen's thread.
final class ConnectWorkflow implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ConnectWorkflow.class);

    private final ConnectServices services;
    private final Consumer<Finished> finished;
    private final Lifetime lifetime = new Lifetime();
    private final Attempt attempt;
    private final Inputs inputs = new Inputs();
    private final Readiness readiness;
    private final Setbacks setbacks = new Setbacks(this::open);
    private final Deque<Page> behind = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<State> state;
    private final InvalidationListener staleSetback = _ -> forgetSetback();

    /// Begins with the choice of a server.
    ///
    /// @param finished gets the open cluster
    ConnectWorkflow(ConnectServices services, Tasks tasks, Consumer<Finished> finished) {
        this(services, tasks, finished, new Page.Choose());
    }

    private ConnectWorkflow(
            ConnectServices services, Tasks tasks, Consumer<Finished> finished, Page first) {
        this.services = services;
        this.attempt = new Attempt(tasks, lifetime);
        this.finished = finished;
        this.readiness = new Readiness(inputs, services);
        this.state = new ReadOnlyObjectWrapper<>(State.at(first));
        inputs.all().forEach(input -> input.addListener(staleSetback));
    }

    /// Begins to open a connection that was picked elsewhere.
    static ConnectWorkflow opening(
            SavedConnection connection,
            ConnectServices services,
            Tasks tasks,
            Consumer<Finished> finished) {
        var workflow = new ConnectWorkflow(services, tasks, finished, new Page.Reach(connection));
        workflow.open(connection);
        return workflow;
    }

    Inputs inputs() {
        return inputs;
    }

    Readiness readiness() {
        return readiness;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether the page holds all that the next step needs.
    BooleanBinding ready() {
        var causes = new ArrayList<Observable>(inputs.all());
        causes.add(state);
        return Bindings.createBooleanBinding(
                () -> readiness.allowsNext(state.get()), causes.toArray(Observable[]::new));
    }

    boolean hasPageBefore() {
        return !behind.isEmpty();
    }

    boolean canGoBack() {
        return hasPageBefore() && state.get().waiting().isEmpty();
    }

    /// Goes on with what the page holds.
    void next() {
        if (!readiness.allowsNext(state.get())) {
            return;
        }
        switch (state.get().page()) {
            case Page.Choose _ -> reachChosen();
            case Page.Reach(var connection) -> open(connection);
            case Page.Compare compare -> open(compare.connection().pinned(compare.fingerprint()));
            case Page.Mismatch _ -> back();
            case Page.Trust trust -> introduce(trust.connection());
            case Page.Name(var cluster) -> save(cluster);
        }
    }

    /// To the page before, with all that was typed there. From the last page back to the first: the
    /// answers between them are settled.
    void back() {
        if (!canGoBack()) {
            return;
        }
        var before = behind.pop();
        if (state.get().page() instanceof Page.Name) {
            attempt.giveUp();
            before = behind.isEmpty() ? before : behind.getLast();
            behind.clear();
        }
        state.set(State.at(before));
    }

    /// No longer waits; the page stays. Saving is no wait that could be given up.
    void stop() {
        if (state.get().page() instanceof Page.Name) {
            return;
        }
        attempt.giveUp();
        state.set(state.get().resting());
    }

    /// Ends what is under way and closes what was opened, unless it was handed over.
    @Override
    public void close() {
        inputs.forgetSecrets();
        lifetime.close();
    }

    private void reachChosen() {
        switch (inputs.way().get()) {
            case FOUND -> inputs.offer().get().map(Offer::connection).ifPresent(this::open);
            case ADDRESS -> resolve(inputs.address().get());
            case SOCKET -> resolve("unix:" + inputs.socket().get().strip());
            case TOKEN -> {
                var token = inputs.token().get();
                Connector.connection(token)
                        .ifPresentOrElse(
                                connection -> introduce(connection, token), this::noAddress);
            }
        }
    }

    private void noAddress() {
        state.set(state.get().after(Setbacks.tokenWithoutAddress()));
    }

    /// A known address brings its pin and its certificate along.
    private void resolve(String address) {
        var target = new Target.Address(Endpoint.parse(address));
        attempt.giveUp();
        goOn(
                reaching(Where.of(target.endpoint())),
                () -> services.connector().resolve(target),
                resolution -> {
                    switch (resolution) {
                        case Resolution.Found(var connection, var origin) -> open(connection);
                        case Resolution.UnknownName(var name, var known) ->
                                state.set(state.get().after(Setbacks.unknownName(name)));
                        case Resolution.SingleSignOn(var remote) ->
                                state.set(state.get().after(Setbacks.singleSignOn(remote.name())));
                    }
                });
    }

    private void open(SavedConnection connection) {
        reach(reaching(Where.first(connection)), () -> services.connector().open(connection));
    }

    private void introduce(SavedConnection connection) {
        switch (inputs.introduction().get()) {
            case TOKEN -> introduce(connection, inputs.trustToken().get());
            case PASSWORD -> {
                var password = inputs.password().get();
                reach(
                        introducing(connection),
                        () ->
                                services.connector()
                                        .openWithPassword(connection, services.self(), password));
            }
            case BY_HAND -> open(connection);
        }
    }

    private void introduce(SavedConnection connection, String token) {
        reach(introducing(connection), () -> services.connector().openWithToken(connection, token));
    }

    private static Phrase reaching(String server) {
        return Phrase.of("connect.wait.reach", server);
    }

    private static Phrase introducing(SavedConnection connection) {
        return Phrase.of("connect.wait.trust", Where.first(connection));
    }

    private void reach(Phrase what, Callable<Opening> work) {
        state.set(state.get().waitingFor(what));
        attempt.open(work, this::arrived, this::broke);
    }

    private <T> void goOn(Phrase what, Callable<T> work, Consumer<T> done) {
        state.set(state.get().waitingFor(what));
        attempt.goOn(work, done, this::broke);
    }

    private void arrived(Opening opening) {
        switch (opening) {
            case Opening.Opened(var cluster) -> opened(cluster);
            case Opening.CertificateUnknown(var connection, var presented) ->
                    go(new Page.Compare(connection, presented));
            case Opening.CertificateChanged changed -> go(Mismatches.of(changed));
            case Opening.TokenOfAnotherServer other -> go(Mismatches.of(other));
            case Opening.NotTrusted refusal -> notTrusted(refusal);
            case Opening.IdentityUnusable unusable -> stumble(setbacks.of(unusable));
            case Opening.Failed failed -> stumble(Setbacks.of(failed));
            case Opening.TokenUnreadable unreadable -> stumble(Setbacks.of(unreadable));
            case Opening.TokenExpired expired -> stumble(Setbacks.of(expired));
            case Opening.SecretRefused refused -> stumble(Setbacks.of(refused, presentedSecret()));
        }
    }

    private Inputs.Introduction presentedSecret() {
        return state.get().page() instanceof Page.Trust
                ? inputs.introduction().get()
                : Inputs.Introduction.TOKEN;
    }

    private void notTrusted(Opening.NotTrusted refusal) {
        if (state.get().page() instanceof Page.Trust) {
            stumble(Setbacks.stillNotTrusted(refusal.connection()));
            return;
        }
        if (!refusal.passwordMayHelp()
                && inputs.introduction().get() == Inputs.Introduction.PASSWORD) {
            inputs.introduction().set(Inputs.Introduction.TOKEN);
        }
        go(new Page.Trust(refusal, files(refusal.connection()).certificate()));
    }

    private IdentityFiles files(SavedConnection connection) {
        return switch (connection.identity()) {
            case IdentityChoice.Own _ -> services.own().files();
            case IdentityChoice.Files(var files) -> files;
        };
    }

    /// What was picked and needed nobody's help has its name already.
    private void opened(ClusterConnection cluster) {
        var first = behind.isEmpty() ? state.get().page() : behind.getLast();
        if (first instanceof Page.Reach(var picked) && picked.equals(cluster.connection())) {
            handOver(new Finished(cluster, picked));
            return;
        }
        inputs.name().set(new Names(services.book()).proposed(cluster));
        go(new Page.Name(cluster));
    }

    private void save(ClusterConnection cluster) {
        var connection = cluster.withLearnedAddresses().renamed(inputs.name().get().strip());
        goOn(
                Phrase.of("connect.wait.save"),
                () -> {
                    services.book().save(connection);
                    return connection;
                },
                saved -> handOver(new Finished(cluster, saved)));
    }

    private void handOver(Finished outcome) {
        attempt.handOver(outcome.cluster());
        finished.accept(outcome);
    }

    private void go(Page page) {
        behind.push(state.get().page());
        state.set(State.at(page));
    }

    private void stumble(Setback setback) {
        state.set(state.get().after(setback));
    }

    private void broke(Throwable failed) {
        log.error("Connecting broke off", failed);
        stumble(
                state.get().page() instanceof Page.Name
                        ? Setbacks.unsaved(failed)
                        : Setbacks.unexpected(failed));
    }

    /// Once something else was typed, what went wrong before is no longer true.
    private void forgetSetback() {
        if (state.get().setback().isPresent()) {
            state.set(State.at(state.get().page()));
        }
    }
}
