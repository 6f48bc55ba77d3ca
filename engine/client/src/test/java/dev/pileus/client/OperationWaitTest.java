package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The three dialects of `/wait` (CONTRACT 5.4), and operations that vanish.
@Timeout(30)
class OperationWaitTest {
    private static final String STARTED = operation("Running", 103, "");
    private static final Operation OPERATION = Json.mapper().readValue(STARTED, Operation.class);

    private FakeServer server;
    private ServerClient client;

    @BeforeEach
    void start() throws Exception {
        server = FakeServer.start();
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void succeeds() throws Exception {
        server.answersSync(operation("Success", 200, ""));
        assertThat(await()).isInstanceOf(OperationOutcome.Succeeded.class);
        assertThat(server.takeRequest().getTarget())
                .matches("/1\\.0/operations/7/wait\\?timeout=\\d+");
    }

    @Test
    void failsWithTheOperation() {
        server.answersSync(operation("Failure", 400, "no target"));
        assertFailed("no target");
    }

    @Test
    void failsWithAnErrorWhileTheOperationIsKnown() {
        server.answersError(200, 500, "no target");
        server.answersSync(operation("Failure", 400, "no target"));
        assertFailed("no target");
    }

    @Test
    void failsWithAnErrorAfterTheOperationIsGone() {
        server.answersError(200, 500, "no target").answersError(404, 404, "Operation not found");
        assertFailed("no target");
    }

    @Test
    void failsWithTheWordsForStrangers() {
        server.answersError(200, 403, "not authorized");
        server.answersSync(operation("Failure", 400, ""));
        assertFailed("not authorized");
    }

    @Test
    void wasCancelled() {
        server.answersSync(operation("Cancelled", 401, ""));
        assertFailed("");
    }

    @Test
    void takesLongerThanOneRequest() {
        server.answersSync(STARTED).answersSync(operation("Success", 200, ""));
        assertThat(await()).isInstanceOf(OperationOutcome.Succeeded.class);
    }

    @Test
    void takesLongerThanOneRequestAndSaysItByAnError() {
        server.answersError(200, 500, "context deadline exceeded").answersSync(STARTED);
        server.answersSync(operation("Success", 200, ""));
        assertThat(await()).isInstanceOf(OperationOutcome.Succeeded.class);
    }

    @Test
    void runsWhenTheTimeIsOver() {
        server.answersSync(STARTED);
        assertThat(client.operations().await(OPERATION, Duration.ZERO))
                .isInstanceOf(OperationOutcome.StillRunning.class);
    }

    @Test
    void isForgotten() {
        server.answersError(404, 404, "Operation not found");
        assertThat(await()).isInstanceOf(OperationOutcome.Forgotten.class);
    }

    @Test
    void wasForgottenWhileWaiting() {
        server.answersError(200, 500, "context deadline exceeded");
        server.answersError(404, 404, "Operation not found");
        assertThat(await()).isInstanceOf(OperationOutcome.Forgotten.class);
    }

    @Test
    void saysWhenTheServerCannotTell() {
        server.answersError(500, 500, "RAFT cluster is unavailable");
        server.answersError(500, 500, "RAFT cluster is unavailable");
        Failures.of(Failure.Refused.class, this::await);
    }

    private OperationOutcome await() {
        return client.operations().await(OPERATION, Duration.ofSeconds(10));
    }

    private void assertFailed(String error) {
        assertThat(await())
                .isInstanceOfSatisfying(
                        OperationOutcome.Failed.class,
                        failed -> assertThat(failed.error()).isEqualTo(error));
    }

    private static String operation(String status, int code, String error) {
        return """
        {"id":"7","class":"task","status":"%s","status_code":%d,"err":"%s"}\
        """
                .formatted(status, code, error);
    }
}
