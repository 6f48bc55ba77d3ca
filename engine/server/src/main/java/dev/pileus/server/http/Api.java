package dev.pileus.server.http;

import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Jetty's side of the REST API: a virtual thread for each request.
final class Api extends Handler.Abstract.NonBlocking {
    private final Dispatcher dispatcher;
    private final AnswerWriter writer;
    private final Executor threads;

    Api(Dispatcher dispatcher, AnswerWriter writer, Executor threads) {
        this.dispatcher = dispatcher;
        this.writer = writer;
        this.threads = threads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // some answers take longer than a connection may be idle
        request.addIdleTimeoutListener(timeout -> false);
        threads.execute(() -> serve(request, response, callback));
        return true;
    }

    private void serve(Request request, Response response, Callback callback) {
        try {
            writer.write(dispatcher.answer(request), request, response, callback);
        } catch (Exception | Error e) {
            // the connection is broken, or the answer cannot be written: Jetty ends it
            callback.failed(e);
        }
    }
}
