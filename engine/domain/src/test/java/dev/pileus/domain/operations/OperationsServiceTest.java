package dev.pileus.domain.operations;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.ApiException;
import dev.pileus.api.Event;
import dev.pileus.api.Operation;
import dev.pileus.database.Decision;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.Clock;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.caller.Caller;
import dev.pileus.domain.events.EventHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsServiceTest {
    private static final ThisMember HERE = ThisMember.standalone();
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path folder;
    private final Clock clock = new Clock();
    private final List<Operation> told = new CopyOnWriteArrayList<>();
    private LocalDatabase database;
    private final EventHub events = new EventHub(HERE, clock);
    private final Tokens tokens = new Tokens(HERE, events, clock, UUID::randomUUID);
    private OperationsService operations;

    @BeforeEach
    void open() {
        database = TestDatabase.standalone(folder);
        var ignored = events.subscribe((event, local) -> note(event));
        assertThat(ignored).isNotNull();
        operations = service();
    }

    private OperationsService service() {
        return new OperationsService(database, HERE, events, clock, UUID::randomUUID, tokens);
    }

    private void note(Event event) {
        event.operation().ifPresent(told::add);
    }

    @AfterEach
    void close() {
        operations.close();
        database.close();
    }

    @Test
    void runsWorkAndTellsHowFarItIs() {
        var operation =
                operations.start(
                        Task.of(
                                        "Evacuating cluster member",
                                        progress -> progress.put("evacuation_progress", "half"))
                                .about("cluster", "/1.0/cluster/members/m1")
                                .in("web"));
        assertThat(operation.operationClass()).isEqualTo("task");
        assertThat(operation.location()).isEqualTo("none");
        assertThat(operation.createdAt()).isEqualTo(Clock.BEGIN);

        var ended = operations.await(operation.id(), LONG);
        assertThat(ended.status()).isEqualTo("Success");
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(ended.progress()).isEqualTo("half");
        assertThat(ended.resources()).containsEntry("cluster", List.of("/1.0/cluster/members/m1"));
        assertThat(told)
                .extracting(Operation::status)
                .containsExactly("Running", "Running", "Success");
    }

    @Test
    void failsWithTheWordsOfTheRefusal() {
        var refused =
                operations.start(
                        Task.of(
                                "Failing",
                                progress -> {
                                    throw new ApiException(400, "Not like this");
                                }));
        var ended = operations.await(refused.id(), LONG);
        assertThat(ended.status()).isEqualTo("Failure");
        assertThat(ended.err()).isEqualTo("Not like this");
    }

    @Test
    void waitsNoLongerThanAsked() {
        var release = new CountDownLatch(1);
        var running = operations.start(Task.of("Waiting", progress -> release.await()));
        assertThat(operations.await(running.id(), Duration.ofMillis(1)).status())
                .isEqualTo("Running");
        release.countDown();
        assertThat(operations.await(running.id(), LONG).status()).isEqualTo("Success");
    }

    @Test
    void cancelsOnlyWhatCanBeCancelled() {
        var never = new CountDownLatch(1);
        var stubborn = operations.start(Task.of("Stubborn", progress -> never.await()));
        assertRefused(
                400, "This operation can't be cancelled", () -> operations.cancel(stubborn.id()));
        var soft = operations.start(Task.of("Soft", progress -> never.await()).canBeCancelled());
        assertThat(soft.mayCancel()).isTrue();
        operations.cancel(soft.id());
        var ended = operations.await(soft.id(), LONG);
        assertThat(ended.status()).isEqualTo("Cancelled");
        assertThat(ended.mayCancel()).isFalse();
    }

    @Test
    void keepsWhatHasEndedForFiveSeconds() {
        var operation = operations.start(Task.of("Short", progress -> {}));
        assertThat(operations.await(operation.id(), LONG).isFinished()).isTrue();
        clock.turn(OperationsService.RETENTION);
        assertThat(operations.get(operation.id()).isFinished()).isTrue();
        clock.turn(Duration.ofMillis(1));
        assertRefused(404, "Operation not found", () -> operations.get(operation.id()));
        assertThat(operations.list("")).isEmpty();
    }

    @Test
    void notesWhoWorksOnWhatWhileItLasts() {
        var release = new CountDownLatch(1);
        var running = operations.start(Task.of("Noted", progress -> release.await()));
        assertThat(operations.memberOf(running.id())).contains("none");
        assertThat(operations.busyMembers()).containsExactly("none");
        release.countDown();
        await().untilAsserted(() -> assertThat(operations.memberOf(running.id())).isEmpty());
    }

    @Test
    void forgetsWhatAnEarlierDaemonWasBusyWithButNoToken() {
        var never = new CountDownLatch(1);
        var lost = operations.start(Task.of("Lost", progress -> never.await()));
        var token = storedToken();

        var next = service();
        next.forgetEarlier();

        assertThat(next.find(lost.id())).isEmpty();
        assertThat(next.memberOf(lost.id())).isEmpty();
        assertThat(next.get(token.id()).status()).isEqualTo("Running");
        next.close();
    }

    @Test
    void worksInTheNameOfWhoAskedForIt() {
        var seen = new AtomicReference<String>("");
        var operation =
                Caller.local("ann")
                        .call(() ->
                                operations.start(
                                        Task.of(
                                                "Asking",
                                                progress ->
                                                        seen.set(
                                                                Caller.current()
                                                                        .orElseThrow()
                                                                        .username()))));
        assertThat(operations.await(operation.id(), LONG).status()).isEqualTo("Success");
        assertThat(seen).hasValue("ann");
    }

    @Test
    void listsByProject() {
        var never = new CountDownLatch(1);
        operations.start(Task.of("Web", progress -> never.await()).in("web"));
        operations.start(Task.of("Server", progress -> never.await()));
        assertThat(descriptions("web")).containsExactlyInAnyOrder("Web", "Server");
        assertThat(descriptions("default")).containsExactly("Server");
        assertThat(descriptions("")).hasSize(2);
    }

    private List<String> descriptions(String project) {
        return operations.list(project).stream().map(Operation::description).toList();
    }

    @Test
    void revokesTokensAndShowsThemForAWhile() {
        var token = storedToken();
        assertThat(operations.list(""))
                .extracting(Operation::operationClass)
                .containsExactly("token");
        assertThat(operations.get(token.id()).text("secret")).isEqualTo("s");

        operations.cancel(token.id());

        assertThat(operations.get(token.id()).status()).isEqualTo("Cancelled");
        assertRefused(404, "Operation not found", () -> operations.cancel(token.id()));
        clock.turn(OperationsService.RETENTION.plusMillis(1));
        assertThat(operations.find(token.id())).isEmpty();
    }

    @Test
    void neverPrintsASecret() {
        assertThat(storedToken().toString()).doesNotContain("secret");
    }

    private Token storedToken() {
        var token = tokens.draft("Issuing client token", Map.of(), Map.of("secret", "s"));
        database.decide(reader -> new Decision<>(tokens.store(token), token));
        return token;
    }
}
