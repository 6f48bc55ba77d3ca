package dev.pileus.database.raft.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Calls over a real connection, against well-behaved and odd peers.
class LinksTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private ServerSocket server;
    private Links links;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        links =
                new Links(member ->
                        new SocketChannel(
                                new Socket(server.getInetAddress(), server.getLocalPort())));
    }

    @AfterEach
    void close() throws IOException {
        links.close();
        server.close();
    }

    @Test
    void carriesManyCallsAtATimeInAnyOrder() throws Exception {
        var slow = new CountDownLatch(1);
        answer((from, request, content) -> {
            if (content.length == 0) {
                awaitQuietly(slow);
            }
            return content;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = threads.submit(() -> call(""));
            var others = new ArrayList<Future<String>>();
            for (var i = 1; i <= 200; i++) {
                var text = "x".repeat(i * 50);
                others.add(threads.submit(() -> call(text)));
            }
            for (var i = 1; i <= 200; i++) {
                assertThat(others.get(i - 1).get()).hasSize(i * 50);
            }
            assertThat(held.isDone()).isFalse();
            slow.countDown();
            assertThat(held.get()).isEmpty();
        }
    }

    @Test
    void aRefusalKeepsItsText() throws Exception {
        answer((from, request, content) -> {
            throw new WireException("member " + from + " may not " + request);
        });
        assertThatThrownBy(() -> call("x"))
                .isInstanceOf(WireException.class)
                .hasMessage("member 7 may not STATUS");
    }

    @Test
    void connectsAgainAfterALoss() throws Exception {
        answer((from, request, content) -> content);
        assertThat(call("one")).isEqualTo("one");
        links.drop(1);
        assertThat(call("two")).isEqualTo("two");
    }

    @Test
    void aSilentPeerIsGivenUp() {
        assertThatThrownBy(() ->
                        links.call(
                                1,
                                Links.Lane.CALLS,
                                Request.STATUS,
                                new byte[0],
                                Duration.ofMillis(200)))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("did not answer");
    }

    @Test
    void aPeerThatSendsGarbageIsGivenUp() {
        serve(socket -> {
            new DataOutputStream(socket.getOutputStream()).writeInt(Integer.MAX_VALUE);
        });
        assertThatThrownBy(() -> call("x"))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("connection to member 1 is lost");
    }

    @Test
    void garbageOfAnAskingPeerEndsItsConnectionOnly() throws Exception {
        try (var answering = new Answering((from, request, content) -> content)) {
            serve(socket -> answering.accept(7, new SocketChannel(socket)));
            try (var odd = new Socket(server.getInetAddress(), server.getLocalPort())) {
                odd.getOutputStream()
                        .write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(odd.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(call("fine")).isEqualTo("fine");
        }
    }

    private String call(String text) throws IOException {
        var reply =
                links.call(
                        1,
                        Links.Lane.CALLS,
                        Request.STATUS,
                        text.getBytes(StandardCharsets.US_ASCII),
                        SOON);
        return new String(reply, StandardCharsets.US_ASCII);
    }

    private void answer(RequestHandler handler) {
        var answering = new Answering(handler);
        serve(socket -> answering.accept(7, new SocketChannel(socket)));
    }

    private void serve(Visit visit) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (true) {
                            visit.of(server.accept());
                        }
                    } catch (IOException e) {
                        // the test is over
                    }
                });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Visit {
        void of(Socket socket) throws IOException;
    }

    private record SocketChannel(Socket socket) implements PeerChannel {
        @Override
        public InputStream in() {
            return uncheck(socket::getInputStream);
        }

        @Override
        public OutputStream out() {
            return uncheck(socket::getOutputStream);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private static <T> T uncheck(Opening<T> opening) {
            try {
                return opening.open();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private interface Opening<T> {
        T open() throws IOException;
    }
}
