package dev.pileus.server;

import dev.pileus.api.Json;
import dev.pileus.trust.ClientIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import tools.jackson.databind.JsonNode;

/// Asks a server for anything, also for what no decent client would ask, and takes any answer.
public final class HttpsPeer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String address;
    private final HttpClient client;

    private HttpsPeer(String address, KeyManager... keys) {
        this.address = address;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(context(keys))
                        .build();
    }

    static HttpsPeer without(String address) {
        return new HttpsPeer(address);
    }

    static HttpsPeer with(String address, ClientIdentity identity) {
        return new HttpsPeer(address, identity.keyManager());
    }

    /// What came back.
    ///
    /// @param json of the body; a missing node if it is none
    public record Reply(int status, Map<String, String> headers, String body, JsonNode json) {
        public String error() {
            return json.path("error").stringValue("");
        }

        public JsonNode metadata() {
            return json.path("metadata");
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    public Reply get(String path) {
        return ask("GET", path, "");
    }

    /// Sends a body as it is.
    ///
    /// @param headers names and values, in turn
    public Reply ask(String method, String path, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("https://" + address + path))
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    WebSocket listen(String path, WebSocket.Listener listener) {
        return client.newWebSocketBuilder()
                .buildAsync(URI.create("wss://" + address + path), listener)
                .join();
    }

    private static Reply reply(HttpResponse<String> answer) {
        var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        var isJson = headers.getOrDefault("Content-Type", "").equals("application/json");
        var json = isJson ? Json.mapper().readTree(answer.body()) : Json.mapper().missingNode();
        return new Reply(answer.statusCode(), headers, answer.body(), json);
    }

    private static SSLContext context(KeyManager... keys) {
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// These tests are not about who the server is.
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine e) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine e) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
