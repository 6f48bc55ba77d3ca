package dev.pileus.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers in the envelope what never reaches a route, such as malformed HTTP.
final class PlainErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = response.getStatus();
        var message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        var text = message == null ? "Bad Request" : message.toString();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        var body =
                new String(
                        Wire.bytes(Frame.error(status, text)),
                        java.nio.charset.StandardCharsets.UTF_8);
        Content.Sink.write(response, true, body, callback);
        return true;
    }
}
