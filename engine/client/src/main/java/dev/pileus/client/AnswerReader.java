package dev.pileus.client;

import dev.pileus.api.Envelope;
import dev.pileus.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/// Turns an HTTP response into an [Answer], or says why it is none. Reads as a stream and never
/// more than [#LIMIT].
final class AnswerReader {
    /// Bytes; a list of 20,000 instances with their states fits.
    static final long LIMIT = 64L << 20;

    private static final int HTTP_FORBIDDEN = 403;

    private final Endpoint endpoint;
    private final Request request;

    AnswerReader(Endpoint endpoint, Request request) {
        this.endpoint = endpoint;
        this.request = request;
    }

    Answer read(Response response) throws IOException {
        var envelope = envelope(response);
        if (envelope.isError()) {
            var status = envelope.errorCode() == 0 ? response.code() : envelope.errorCode();
            throw failed(refusal(status, envelope.error()), null);
        }
        if (!envelope.isSync() && !envelope.isAsync()) {
            throw failed(notAServer(response, "JSON of another kind"), null);
        }
        var etag = response.header("ETag");
        return new Answer(endpoint, request, envelope, etag == null ? "" : etag);
    }

    private Envelope envelope(Response response) throws IOException {
        try (InputStream body = new LimitedInput(response.body().byteStream(), LIMIT)) {
            var envelope = Json.mapper().readValue(body, Envelope.class);
            if (envelope == null) {
                throw failed(notAServer(response, "an empty answer"), null);
            }
            return envelope;
        } catch (JacksonIOException e) {
            throw broken(e);
        } catch (JacksonException e) {
            throw failed(notAServer(response, "no JSON envelope"), e);
        }
    }

    /// A failure to read, not a fault of the JSON.
    private IOException broken(JacksonIOException e) {
        var cause = e.getCause();
        if (cause instanceof LimitedInput.TooLarge tooLarge) {
            throw failed(new Failure.Unreadable(Faults.text(tooLarge)), e);
        }
        return cause == null ? new IOException(e) : cause;
    }

    /// Servers answer 403 also for other reasons (an evacuated member), and with other words.
    private static Failure refusal(int status, String text) {
        var stranger =
                status == HTTP_FORBIDDEN
                        && text.toLowerCase(Locale.ROOT).startsWith("not authorized");
        return stranger ? new Failure.NotTrusted(text) : new Failure.Refused(status, text);
    }

    private static Failure notAServer(Response response, String what) {
        var type = response.header("Content-Type");
        return new Failure.NotAServer(
                what + ", HTTP " + response.code() + (type == null ? "" : ", " + type));
    }

    private ClientException failed(Failure failure, @Nullable Throwable cause) {
        return new ClientException(failure, endpoint, request.toString(), cause);
    }
}
