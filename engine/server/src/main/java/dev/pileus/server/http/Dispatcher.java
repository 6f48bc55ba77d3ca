package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import dev.pileus.domain.caller.Caller;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Finds the route of a request and lets it answer, if the caller may ask.
final class Dispatcher {
    private final RouteTable table;
    private final Authentication authentication;

    Dispatcher(RouteTable table, Authentication authentication) {
        this.table = table;
        this.authentication = authentication;
    }

    Answer answer(org.eclipse.jetty.server.Request exchange) {
        var uri = exchange.getHttpURI();
        try {
            var query = Query.parse(uri.getQuery());
            var peer = Peers.of(exchange);
            var caller = ForwardedCaller.of(authentication.identify(peer), exchange.getHeaders());
            return switch (table.find(exchange.getMethod(), segments(uri.getPath()))) {
                case RouteTable.Match.NoSuchPath none -> new Answer.Refused(404, "not found");
                case RouteTable.Match.NoSuchMethod none ->
                        caller.isTrusted()
                                ? new Answer.Refused(501, "not implemented")
                                : unauthorized();
                case RouteTable.Match.Found(var route, var parameters) ->
                        route.access().admits(caller, Request.project(query))
                                ? answer(
                                        route,
                                        new Request(exchange, peer, caller, query, parameters))
                                : unauthorized();
            };
        } catch (RuntimeException e) {
            return Refusals.of(e, exchange.getMethod() + " " + uri.getPath());
        }
    }

    private static Answer answer(Route route, Request request) {
        Caller caller = request.caller();
        return caller.call(() -> route.handler().handle(request));
    }

    private static Answer unauthorized() {
        return new Answer.Refused(403, "not authorized");
    }

    /// Decoded after they are split: an encoded slash is part of a name.
    private static List<String> segments(String path) {
        return PathTemplate.segments(path).stream().map(Dispatcher::decode).toList();
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "Invalid request: the path is badly encoded");
        }
    }
}
