package dev.pileus.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/// One request at one endpoint. The calling thread only waits, so that an interrupt ends it at once
/// whatever the socket does.
final class Exchange {
    private final Endpoint endpoint;
    private final Request request;
    private final Timeouts timeouts;
    private Progress progress = new Progress();

    Exchange(Endpoint endpoint, Request request, Timeouts timeouts) {
        this.endpoint = endpoint;
        this.request = request;
        this.timeouts = timeouts;
    }

    /// Whether the server may have seen the request.
    boolean isSent() {
        return progress.isSent();
    }

    /// Throws [ClientException] for everything but a `sync` or `async` answer.
    Answer run(Wire wire, Duration limit) {
        try {
            return once(wire, limit);
        } catch (ClientException e) {
            if (!progress.isStale()) {
                throw e;
            }
            // the daemon was restarted, or this machine slept: what else is idle is dead as well
            wire.forgetIdleConnections();
            if (!request.isRepeatable() || !(e.failure() instanceof Failure.ConnectionLost)) {
                throw e;
            }
            progress = new Progress();
            return once(wire, limit);
        }
    }

    private Answer once(Wire wire, Duration limit) {
        if (Thread.currentThread().isInterrupted()) {
            throw failed(new Failure.Interrupted(), new InterruptedException("before sending"));
        }
        var client =
                request.isRepeatable() ? wire.client(endpoint) : wire.clientForChanges(endpoint);
        var call =
                client.newCall(
                        request.at(endpoint)
                                .tag(Progress.class, progress)
                                .tag(Timeouts.class, timeouts)
                                .build());
        call.timeout().timeout(Wire.milliseconds(limit), TimeUnit.MILLISECONDS);
        var answer = new CompletableFuture<Answer>();
        call.enqueue(new Reader(answer));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw failed(new Failure.Interrupted(), e);
        } catch (ExecutionException e) {
            throw wire.isClosed() ? failed(new Failure.Interrupted(), e) : explained(e, wire);
        }
    }

    private RuntimeException explained(ExecutionException fault, Wire wire) {
        return switch (fault.getCause()) {
            case ClientException e -> e;
            case SSLPeerUnverifiedException e when wire.misnamed(endpoint).isPresent() ->
                    failed(
                            new Failure.UntrustedServer(
                                    wire.misnamed(endpoint).get(), Optional.empty()),
                            e);
            case IOException e -> failed(Faults.explain(e, endpoint, progress), e);
            case null, default -> new IllegalStateException(request + " at " + endpoint, fault);
        };
    }

    private ClientException failed(Failure failure, Throwable cause) {
        return new ClientException(failure, endpoint, request.toString(), cause);
    }

    /// Reads the whole answer on the thread of the call, where the time limits apply.
    private final class Reader implements Callback {
        private final CompletableFuture<Answer> answer;

        Reader(CompletableFuture<Answer> answer) {
            this.answer = answer;
        }

        @Override
        public void onFailure(Call call, IOException fault) {
            answer.completeExceptionally(fault);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                answer.complete(new AnswerReader(endpoint, request).read(response));
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                answer.completeExceptionally(e);
            }
        }
    }
}
