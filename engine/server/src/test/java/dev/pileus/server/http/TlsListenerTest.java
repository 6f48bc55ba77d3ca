package dev.pileus.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.domain.caller.Caller;
import dev.pileus.testkit.Ports;
import dev.pileus.trust.ServerCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsListenerTest {
    private static final int TIMES = 200;

    private final int port = Ports.free();
    private final String address = "127.0.0.1:" + port;
    private HttpServer server;
    private TlsListener listener;

    @BeforeEach
    void start() {
        var identity =
                new ServerCertificates(InstantSource.system(), new SecureRandom())
                        .create(List.of("m1"), Set.of());
        server = new HttpServer();
        server.serve(RouteTable.of(List.of()), peer -> Caller.stranger(""));
        listener = new TlsListener(server, new TlsContext(identity));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theSamePortIsFreeAtOnceForWhoeverComesNext() throws IOException {
        for (var time = 0; time < TIMES; time++) {
            listener.moveTo(address);
            try (var client = new Socket()) {
                client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            }
            listener.moveTo("");
            assertThat(listener.addresses()).isEmpty();
        }
    }
}
