package dev.pileus.domain.operations;

import dev.pileus.api.ApiException;
import dev.pileus.api.Operation;
import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Decision;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.caller.Caller;
import dev.pileus.domain.events.EventHub;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts work in the background and tells of it (CONTRACT 5). Tasks live in the memory of their
/// member and are forgotten when its daemon ends; tokens live in the database. Safe for use by many
/// threads.
public final class OperationsService implements AutoCloseable {
    /// How long an operation that has ended can still be asked for.
    public static final Duration RETENTION = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(OperationsService.class);

    private final Database database;
    private final ThisMember here;
    private final EventHub events;
    private final InstantSource time;
    private final Supplier<UUID> ids;
    private final Tokens tokens;
    private final Runs runs = new Runs();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("operations").factory());

    public OperationsService(
            Database database,
            ThisMember here,
            EventHub events,
            InstantSource time,
            Supplier<UUID> ids,
            Tokens tokens) {
        this.database = database;
        this.here = here;
        this.events = events;
        this.time = time;
        this.ids = ids;
        this.tokens = tokens;
    }

    /// Forgets what an earlier daemon of this member was busy with; to be called once, at the
    /// start.
    public void forgetEarlier() {
        database.decide(
                reader -> new Decision<>(OperationsRepository.forgetTasks(here.id()), here.id()));
    }

    /// Starts a task; it runs in the name of the current caller.
    public Operation start(Task task) {
        var run = new Run(ids.get().toString(), task, here.name(), time, this::tell);
        var noted =
                OperationsRepository.note(here.id(), run.id(), task, run.snapshot().createdAt());
        database.decide(reader -> new Decision<>(noted, run.id()));
        forgetOld();
        runs.add(run);
        tell(run);
        var caller = Caller.current();
        var worker =
                Thread.ofVirtual().name("operation-" + run.id()).unstarted(() -> work(run, caller));
        run.runsOn(worker);
        worker.start();
        return run.snapshot();
    }

    private void work(Run run, Optional<Caller> caller) {
        try {
            if (caller.isPresent()) {
                caller.get()
                        .call(() -> {
                            run.task().work().run(run);
                            return run;
                        });
            } else {
                run.task().work().run(run);
            }
            run.succeed();
        } catch (InterruptedException cancelled) {
            run.endCancelled();
        } catch (ApiException refused) {
            run.fail(refused.text());
        } catch (RuntimeException fault) {
            LOG.error("Operation {} ({}) failed", run.id(), run.task().description(), fault);
            run.fail(String.valueOf(fault.getMessage()));
        } finally {
            forgetLater(run);
        }
    }

    /// Others have to find it as long as this member can tell of it.
    private void forgetLater(Run run) {
        try {
            var ignored =
                    clock.schedule(
                            () -> Thread.ofVirtual().start(() -> forget(run)),
                            RETENTION.toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Operation {} is forgotten at the next start", run.id());
        }
    }

    private void forget(Run run) {
        try {
            database.decide(
                    reader -> new Decision<>(OperationsRepository.forget(run.id()), run.id()));
        } catch (DatabaseException e) {
            // the next start of this daemon forgets it
            LOG.warn("Cannot forget operation {}: {}", run.id(), e.getMessage());
        }
    }

    /// What this member works on, and every token.
    ///
    /// @param project empty: of all projects; what belongs to none is always there
    public List<Operation> list(String project) {
        forgetOld();
        var operations = new ArrayList<Operation>();
        runs.all().stream()
                .filter(run -> project.isEmpty() || isIn(run, project))
                .map(Run::snapshot)
                .forEach(operations::add);
        operations.addAll(tokens.endedSince(time.instant().minus(RETENTION)));
        for (var token : database.read(tokens::open)) {
            operations.add(token.running());
        }
        operations.sort(Comparator.comparing(Operation::createdAt));
        return operations;
    }

    private static boolean isIn(Run run, String project) {
        return run.project().isEmpty() || run.project().equals(project);
    }

    /// What this member knows of it.
    ///
    /// @throws ApiException 404 if that is nothing
    public Operation get(String id) {
        return find(id).orElseThrow(OperationsService::notFound);
    }

    /// What this member knows: its own tasks, and every token.
    public Optional<Operation> find(String id) {
        forgetOld();
        return runs.find(id)
                .map(Run::snapshot)
                .or(() -> token(id).map(Token::running))
                .or(() ->
                        tokens.endedSince(time.instant().minus(RETENTION)).stream()
                                .filter(ended -> ended.id().equals(id))
                                .findFirst());
    }

    /// The lines by which clients talk to something this member works on.
    ///
    /// @throws ApiException 404 when it does not, 400 when that takes no lines
    public Lines lines(String id) {
        return runs.find(id)
                .orElseThrow(OperationsService::notFound)
                .task()
                .lines()
                .orElseThrow(() -> new ApiException(400, "This operation can't be connected to"));
    }

    /// The member that works on it, or has just done so; absent when nobody does.
    public Optional<String> memberOf(String id) {
        // it may have begun a moment ago, on a member whose writes are not here yet
        return database.read(reader -> OperationsRepository.member(reader, id))
                .or(() -> database.readLatest(reader -> OperationsRepository.member(reader, id)));
    }

    /// Members that work on something.
    public List<String> busyMembers() {
        return database.read(OperationsRepository::busyMembers);
    }

    /// Waits for the end, or for as long as the caller has patience; a token ends only by being
    /// used or revoked, and is not waited for.
    public Operation await(String id, Duration patience) {
        var run = runs.find(id);
        if (run.isEmpty()) {
            return get(id);
        }
        try {
            var inTime = run.get().ended().await(patience.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("Waited for operation {}, ended: {}", id, inTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return run.get().snapshot();
    }

    /// Asks work to stop, or revokes a token.
    public void cancel(String id) {
        var run = runs.find(id);
        if (run.isPresent()) {
            if (!run.get().snapshot().mayCancel()) {
                throw new ApiException(400, "This operation can't be cancelled");
            }
            run.get().cancel();
            return;
        }
        var token =
                database.decide(reader ->
                        tokens.open(reader).stream()
                                .filter(open -> open.id().equals(id))
                                .findFirst()
                                .map(open -> new Decision<>(tokens.end(open), open))
                                .orElseThrow(OperationsService::notFound));
        tokens.tellEnded(token);
    }

    private Optional<Token> token(String id) {
        return database.read(tokens::open).stream()
                .filter(token -> token.id().equals(id))
                .findFirst();
    }

    private void tell(Run run) {
        events.tell(run.snapshot(), run.project());
    }

    private void forgetOld() {
        runs.forgetEndedBefore(time.instant().minus(RETENTION));
    }

    private static ApiException notFound() {
        return new ApiException(404, "Operation not found");
    }

    /// Interrupts what still runs.
    @Override
    public void close() {
        var ignored = clock.shutdownNow();
        runs.all().forEach(Run::cancel);
    }
}
