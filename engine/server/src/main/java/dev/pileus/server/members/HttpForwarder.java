package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersService;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.ForwardedCaller;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Takes requests to another member and its answers back, byte by byte. Thread-safe.
public final class HttpForwarder implements Forwarder {
    /// Of the connection, not of the message.
    private static final Set<String> HOP_BY_HOP =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private final MembersService members;
    private final MemberHttp http;
    private final MemberTls tls;
    private final Hearing hearing;

    public HttpForwarder(MembersService members, Neighbours neighbours, Hearing hearing) {
        this.members = members;
        this.http = neighbours.http();
        this.tls = neighbours.tls();
        this.hearing = hearing;
    }

    @Override
    public Answer forward(Request request, String name) {
        var member = online(name);
        if (!request.method().equals("GET")) {
            demandHeard(member);
        }
        return relay(request, member);
    }

    @Override
    public Answer commission(Request request, String name, String path, Object document) {
        var member = online(name);
        demandHeard(member);
        var commission =
                HttpRequest.newBuilder(URI.create("https://" + member.address() + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Wire.text(document)));
        ForwardedCaller.headers(request.caller()).forEach(commission::header);
        return send(commission.build());
    }

    private Member online(String name) {
        var member = members.member(name);
        if (!members.isOnline(member)) {
            throw gone();
        }
        return member;
    }

    /// What it begins will end with an event.
    private void demandHeard(Member member) {
        try {
            if (!hearing.awaits(member.address())) {
                throw gone();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gone();
        }
    }

    private Answer relay(Request request, Member member) {
        if (request.header("Upgrade").equalsIgnoreCase("websocket")) {
            var uri = URI.create("wss://" + member.address() + request.uri());
            return new Answer.Socket(SocketRelay.to(http.current(), uri));
        }
        if (!request.header("Upgrade").isEmpty()) {
            return tunnel(request, member);
        }
        return send(copy(request, member));
    }

    private Answer send(HttpRequest request) {
        try {
            var answer = http.current().send(request, BodyHandlers.ofInputStream());
            return new Answer.Stream(
                    answer.statusCode(),
                    headers(answer),
                    output -> {
                        try (var body = answer.body()) {
                            var ignored = body.transferTo(output);
                        } catch (IOException e) {
                            throw new IOException(
                                    "cluster member at %s: %s"
                                            .formatted(
                                                    request.uri().getAuthority(), e.getMessage()),
                                    e);
                        }
                    });
        } catch (IOException e) {
            throw gone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gone();
        }
    }

    private Answer tunnel(Request request, Member member) {
        var protocol = request.header("Upgrade");
        if (!protocol.matches("[A-Za-z0-9./-]+")) {
            throw new ApiException(400, "Missing or invalid upgrade header");
        }
        try {
            var headers = ForwardedCaller.headers(request.caller());
            var uri = request.uri().toASCIIString();
            var stream = MemberStream.open(tls, member.address(), uri, protocol, headers);
            return new Answer.Upgrade(protocol, new TunnelRelay(stream));
        } catch (IOException e) {
            throw gone();
        }
    }

    private static HttpRequest copy(Request request, Member member) {
        var copy =
                HttpRequest.newBuilder(URI.create("https://" + member.address() + request.uri()))
                        .method(request.method(), body(request));
        for (var header : request.headers()) {
            if (!HOP_BY_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                copy.header(header.getKey(), header.getValue());
            }
        }
        ForwardedCaller.headers(request.caller()).forEach(copy::header);
        return copy.build();
    }

    private static BodyPublisher body(Request request) {
        var none =
                request.header("Content-Length").isEmpty()
                        && request.header("Transfer-Encoding").isEmpty();
        return none ? BodyPublishers.noBody() : BodyPublishers.ofInputStream(request::body);
    }

    private static Map<String, String> headers(HttpResponse<InputStream> answer) {
        var headers = new TreeMap<String, String>();
        answer.headers()
                .map()
                .forEach((name, values) -> {
                    if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                        headers.put(name, values.getFirst());
                    }
                });
        return headers;
    }

    private static ApiException gone() {
        return new ApiException(500, "Missing event connection with target cluster member");
    }
}
