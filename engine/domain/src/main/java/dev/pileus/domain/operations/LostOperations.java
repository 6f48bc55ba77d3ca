package dev.pileus.domain.operations;

import dev.pileus.api.Event;
import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import dev.pileus.database.Database;
import dev.pileus.database.Subscription;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.events.EventHub;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Tells this member's clients of the end of what other members worked on, where those cannot any
/// more: a member that is gone, or was started anew, will never tell. Clients wait for nothing but
/// that word. Safe for use by many threads.
public final class LostOperations implements AutoCloseable {
    /// Ends that were heard and are remembered.
    private static final int REMEMBERED = 10_000;

    private final Database database;
    private final ThisMember here;
    private final EventHub events;
    private final Predicate<String> isOnline;
    private final InstantSource time;
    private final Subscription subscription;

    /// What others worked on when last looked at, by id.
    private final Map<String, NotedTask> noted = new HashMap<>();

    /// Those whose end clients have been told.
    private final Set<String> ended =
            Collections.synchronizedSet(Collections.newSetFromMap(memory()));

    /// Begins to listen.
    ///
    /// @param isOnline whether the member of that name is
    public LostOperations(
            Database database,
            ThisMember here,
            EventHub events,
            Predicate<String> isOnline,
            InstantSource time) {
        this.database = database;
        this.here = here;
        this.events = events;
        this.isOnline = isOnline;
        this.time = time;
        this.subscription = events.subscribe((event, local) -> hear(event));
    }

    private static Map<String, Boolean> memory() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    private void hear(Event event) {
        event.operation()
                .filter(Operation::isFinished)
                .ifPresent(operation -> ended.add(operation.id()));
    }

    /// Looks what is lost.
    ///
    /// @return whether others work on something: then it is worth looking again
    public synchronized boolean look() {
        var now = new HashMap<String, NotedTask>();
        for (var task : database.read(OperationsRepository::tasks)) {
            if (!task.member().equals(here.name())) {
                now.put(task.id(), task);
            }
        }
        var gone = new HashMap<>(noted);
        gone.keySet().removeAll(now.keySet());
        gone.values()
                .forEach(task ->
                        tellLost(
                                task,
                                "Cluster member \"%s\" was restarted, has left, or was out of reach: whether this was done is not known"));
        now.values().stream()
                .filter(task -> !isOnline.test(task.member()))
                .forEach(task ->
                        tellLost(
                                task,
                                "Cluster member \"%s\" does not answer any more: whether this was done is not known"));
        noted.clear();
        noted.putAll(now);
        return !now.isEmpty();
    }

    private void tellLost(NotedTask task, String why) {
        if (!ended.add(task.id())) {
            return;
        }
        var lost =
                new Operation(
                        task.id(),
                        task.kind().title(),
                        task.description(),
                        task.createdAt(),
                        time.instant(),
                        Phase.FAILURE.word(),
                        Phase.FAILURE.code(),
                        task.resources(),
                        new TreeMap<>(),
                        false,
                        why.formatted(task.member()),
                        task.member());
        events.relay(
                new Event(
                        Event.OPERATION,
                        time.instant(),
                        task.member(),
                        task.project(),
                        Json.mapper().valueToTree(lost)));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
