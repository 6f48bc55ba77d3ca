package dev.pileus.server.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// Puts answers on the wire.
final class AnswerWriter {
    private static final int BUFFER = 1 << 15;

    private final Sockets sockets;
    private final Tunnels tunnels;

    AnswerWriter(Sockets sockets, Tunnels tunnels) {
        this.sockets = sockets;
        this.tunnels = tunnels;
    }

    void write(Answer answer, Request request, Response response, Callback callback)
            throws IOException {
        if (!(answer instanceof Answer.Socket) && !(answer instanceof Answer.Upgrade)) {
            Leftovers.clear(request, response);
        }
        switch (answer) {
            case Answer.Sync(var metadata, var etag) -> {
                if (!etag.isEmpty()) {
                    response.getHeaders().put(HttpHeader.ETAG, "\"" + etag + "\"");
                }
                frame(200, Frame.sync(metadata), response);
            }
            case Answer.Elements(var elements) -> writeElements(elements, response);
            case Answer.Described(var metadata, var headers) -> {
                headers.forEach(response.getHeaders()::put);
                frame(200, Frame.sync(metadata), response);
            }
            case Answer.Created(var location) -> {
                response.getHeaders().put(HttpHeader.LOCATION, location);
                frame(201, Frame.sync(null), response);
            }
            case Answer.Accepted(var operation) -> {
                var location = "/1.0/operations/" + operation.id();
                response.getHeaders().put(HttpHeader.LOCATION, location);
                frame(202, Frame.async(location, operation), response);
            }
            case Answer.Refused(var status, var text) -> {
                response.getHeaders().put("X-Content-Type-Options", "nosniff");
                frame(status, Frame.error(status, text), response);
            }
            case Answer.Later later -> writeLater(later, request, response);
            case Answer.Stream stream -> writeStream(stream, response);
            case Answer.Socket(var handler) -> {
                sockets.upgrade(handler, request, response, callback);
                return;
            }
            case Answer.Upgrade upgrade -> {
                tunnels.upgrade(upgrade, request, response, callback);
                return;
            }
        }
        callback.succeeded();
    }

    private static void frame(int status, Frame frame, Response response) throws IOException {
        var bytes = Wire.bytes(frame);
        json(status, response);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        Content.Sink.write(response, true, BufferUtil.toBuffer(bytes));
    }

    private static void writeLater(Answer.Later later, Request request, Response response)
            throws IOException {
        json(200, response);
        Content.Sink.write(response, false, BufferUtil.EMPTY_BUFFER);
        Frame frame;
        try {
            frame = Frame.sync(later.metadata().get());
        } catch (RuntimeException e) {
            var refused = Refusals.of(e, request.getHttpURI().getPath());
            frame = Frame.error(refused.status(), refused.text());
        }
        Content.Sink.write(response, true, BufferUtil.toBuffer(Wire.bytes(frame)));
    }

    private static void writeStream(Answer.Stream stream, Response response) throws IOException {
        response.setStatus(stream.status());
        stream.headers().forEach(response.getHeaders()::put);
        // closed only when all is written: what breaks off must not look complete
        var output = Content.Sink.asOutputStream(response);
        try {
            stream.body().writeTo(output);
        } catch (IOException e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.getHeaders().clear();
            frame(500, Frame.error(500, "The answer broke off: " + e.getMessage()), response);
            return;
        }
        output.close();
    }

    /// The frame round the list is written by hand, so that the list is never whole in memory.
    private static void writeElements(Iterator<?> elements, Response response) throws IOException {
        json(200, response);
        var frame = Wire.text(Frame.sync(List.of()));
        var split = frame.lastIndexOf("[]") + 1;
        try (var output = new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER)) {
            output.write(frame.substring(0, split).getBytes(StandardCharsets.UTF_8));
            while (elements.hasNext()) {
                output.write(Wire.bytes(elements.next()));
                if (elements.hasNext()) {
                    output.write(',');
                }
            }
            output.write(frame.substring(split).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void json(int status, Response response) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    }
}
