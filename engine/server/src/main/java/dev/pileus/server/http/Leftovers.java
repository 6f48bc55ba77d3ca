package dev.pileus.server.http;

import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/// What a client sends although nobody has read it: the answer would get lost if the connection
/// ended while it still sends.
final class Leftovers {
    /// Bytes; who sends more finds the connection closed.
    private static final int LIMIT = 8 << 20;

    private static final int CHUNK = 1 << 14;

    private Leftovers() {}

    /// Reads what is left of the body, within reason; else the answer is the last one of its
    /// connection.
    static void clear(Request request, Response response) {
        if (request.getHeaders().contains(HttpHeader.EXPECT) || !isRead(request)) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
    }

    private static boolean isRead(Request request) {
        var body = Request.asInputStream(request);
        var buffer = new byte[CHUNK];
        try {
            for (var read = 0L; read < LIMIT; ) {
                var count = body.read(buffer);
                if (count < 0) {
                    return true;
                }
                read += count;
            }
            return false;
        } catch (IOException hasGone) {
            return false;
        }
    }
}
