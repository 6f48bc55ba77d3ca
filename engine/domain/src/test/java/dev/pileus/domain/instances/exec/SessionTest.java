package dev.pileus.domain.instances.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.domain.operations.Line;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SessionTest {
    private final AtomicInteger numbers = new AtomicInteger();
    private final TestExecution execution = new TestExecution();

    @Test
    void carriesThreeStreams() {
        var session = Session.piped(this::secret);
        var code = run(session);
        var input = new TestLine().say("one ").say("two").sayEnd();
        var output = new TestLine();
        var errors = new TestLine();
        connect(session, "0", input);
        connect(session, "1", output);
        connect(session, "2", errors);

        assertThat(code.join()).isZero();
        assertThat(output.heard).containsExactly("read one two", "");
        assertThat(errors.heard).containsExactly("oh", "");
        assertThat(execution.orders).contains("close");
    }

    @Test
    void obeysOrders() {
        var session = Session.interactive(this::secret);
        var code = run(session);
        connect(
                session,
                "control",
                new TestLine()
                        .order("nonsense")
                        .order(
                                """
                                {"command":"window-resize","args":{"width":"100","height":"40"}}\
                                """)
                        .order("{\"command\":\"signal\",\"signal\":15}")
                        .order("{\"command\":\"signal\",\"signal\":1000}"));
        connect(session, "0", new TestLine());
        await().untilAsserted(() ->
                assertThat(execution.orders).containsExactly("size 100x40", "signal 15"));
        execution.closeInput();
        assertThat(code.join()).isZero();
    }

    @Test
    void endsTheCommandOfAClientThatIsGone() {
        var session = Session.piped(this::secret);
        var code = run(session);
        var output = new TestLine();
        connect(session, "0", new TestLine().say("x").sayEnd());
        output.hangUp();
        connect(session, "1", output);
        connect(session, "2", new TestLine());
        assertThat(code.join()).isIn(0, 129);
        assertThat(execution.orders).contains("end", "close");
    }

    @Test
    void doesNotStartWhenItIsTakenOverFirst() {
        var session = Session.interactive(this::secret);
        var code = run(session);
        session.lines().close();
        assertThat(code).failsWithin(java.time.Duration.ofSeconds(5));
        assertThat(execution.orders).isEmpty();
    }

    @Test
    void opensEachLineOnceAndOnlyWithItsSecret() {
        var session = Session.interactive(this::secret);
        var secret = session.lines().secrets().get("0");
        assertThat(session.lines().secrets().values()).doesNotHaveDuplicates();
        assertThat(session.lines().isOpenFor("guess")).isFalse();
        assertThat(session.lines().isOpenFor(String.valueOf(secret))).isTrue();
        connect(session, "0", new TestLine());
        await().untilAsserted(() ->
                assertThat(session.lines().isOpenFor(String.valueOf(secret))).isFalse());
        session.lines().close();
    }

    private String secret() {
        return "secret" + numbers.incrementAndGet();
    }

    private CompletableFuture<Integer> run(Session session) {
        var code = new CompletableFuture<Integer>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        code.complete(session.run(() -> execution));
                    } catch (InterruptedException | RuntimeException e) {
                        code.completeExceptionally(e);
                    }
                });
        return code;
    }

    private static void connect(Session session, String name, Line line) {
        var secret = String.valueOf(session.lines().secrets().get(name));
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        session.lines().talk(secret, line);
                    } catch (InterruptedException over) {
                        // as websockets end
                    }
                });
    }
}
