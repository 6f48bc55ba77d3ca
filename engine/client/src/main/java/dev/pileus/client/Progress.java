package dev.pileus.client;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// How far one call came: the same exception means another thing before and after the connection
/// was made, and only what was never sent may be sent again elsewhere. Travels as the call's tag.
final class Progress {
    private volatile boolean dialled;
    private volatile boolean connected;
    private volatile boolean sent;
    private volatile boolean answered;

    /// Of a call that had a connection already.
    static Progress connected() {
        var progress = new Progress();
        progress.connected = true;
        return progress;
    }

    boolean isConnected() {
        return connected;
    }

    boolean isSent() {
        return sent;
    }

    /// Whether the call used a connection of an earlier one, and heard nothing: the server may have
    /// closed it long ago.
    boolean isStale() {
        return connected && !dialled && !answered;
    }

    /// Whether an HTTP server answered, be it incompletely.
    boolean isAnswered() {
        return answered;
    }

    /// Writes the progress of every call into its tag.
    static EventListener listener() {
        return new EventListener() {
            @Override
            public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
                of(call).dialled = true;
            }

            @Override
            public void secureConnectStart(Call call) {
                of(call).connected = true;
            }

            @Override
            public void connectEnd(
                    Call call,
                    InetSocketAddress address,
                    Proxy proxy,
                    @Nullable Protocol protocol) {
                of(call).connected = true;
            }

            @Override
            public void connectionAcquired(Call call, Connection connection) {
                of(call).connected = true;
            }

            @Override
            public void responseHeadersEnd(Call call, Response response) {
                of(call).answered = true;
            }

            @Override
            public void requestHeadersStart(Call call) {
                of(call).sent = true;
            }
        };
    }

    private static Progress of(Call call) {
        var progress = call.request().tag(Progress.class);
        return progress == null ? new Progress() : progress;
    }
}
