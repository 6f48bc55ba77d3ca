package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.caller.Caller;
import dev.pileus.domain.certificates.Network;
import dev.pileus.domain.config.ConfigService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.ServerFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `/1.0`: what this server is, can do, and is set to.
public final class ServerRoutes implements Routes {
    private static final List<ServerDocument.StorageDriver> DRIVERS =
            List.of(new ServerDocument.StorageDriver("dir", "1", false));

    private final ServerFacts facts;
    private final ThisMember here;
    private final Network network;
    private final ConfigService config;
    private final Supplier<String> eventMode;
    private final Forwarding forwarding;

    /// Puts the routes together.
    ///
    /// @param eventMode how events come from other members: `full-mesh`, `hub-server`, `hub-client`
    public ServerRoutes(
            ServerFacts facts,
            ThisMember here,
            Network network,
            ConfigService config,
            Supplier<String> eventMode,
            Forwarding forwarding) {
        this.facts = facts;
        this.here = here;
        this.network = network;
        this.config = config;
        this.eventMode = eventMode;
        this.forwarding = forwarding;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get("/1.0", Access.PUBLIC, this::showOrForward)
                .put("/1.0", Access.TRUSTED, forwarding.byTarget(this::replace))
                .patch("/1.0", Access.TRUSTED, forwarding.byTarget(this::patch));
    }

    /// A stranger's `?target=` is not looked at.
    private Answer showOrForward(Request request) {
        return request.caller().isTrusted()
                ? forwarding.byTarget(this::show).handle(request)
                : Answer.of(document(Map.of(), null, null));
    }

    private Answer show(Request request) {
        var caller = request.caller();
        var face = Face.towards(request.header("User-Agent"));
        var shown = caller.isUnrestricted() ? config.shown() : Map.<String, String>of();
        return Answer.editable(
                document(values(shown, face), caller, environment(face, request.project())), shown);
    }

    private Answer replace(Request request) {
        request.requireVersion(config.shown());
        config.replace(request.document(Body.class).texts());
        return Answer.done();
    }

    private Answer patch(Request request) {
        request.requireVersion(config.shown());
        config.patch(request.document(Body.class).texts());
        return Answer.done();
    }

    private static Map<String, Object> values(Map<String, String> shown, Face face) {
        var values = new TreeMap<String, Object>(shown);
        values.replaceAll((key, value) -> ConfigService.isSecret(key) ? face.secret() : value);
        return values;
    }

    private static ServerDocument document(
            Map<String, Object> config,
            @Nullable Caller caller,
            ServerDocument.@Nullable Environment environment) {
        return new ServerDocument(
                config,
                ApiExtensions.all(),
                "stable",
                "1.0",
                caller == null ? "untrusted" : "trusted",
                false,
                List.of("tls"),
                caller == null ? null : caller.username(),
                caller == null ? null : caller.protocol(),
                environment);
    }

    private ServerDocument.Environment environment(Face face, String project) {
        return new ServerDocument.Environment(
                network.addresses(),
                facts.architectures(),
                network.certificate(),
                network.fingerprint().hex(),
                "",
                "",
                "",
                facts.kernel(),
                facts.architectures().getFirst(),
                facts.kernelVersion(),
                Map.of(),
                Map.of(),
                facts.osName(),
                facts.osVersion(),
                project,
                face.server(),
                here.isClustered(),
                eventMode.get(),
                here.isClustered() ? here.name() : facts.hostName(),
                facts.pid(),
                facts.version(),
                "dir",
                "1",
                DRIVERS);
    }

    /// What `PUT` and `PATCH` send.
    record Body(@Nullable Map<String, JsonNode> config) {
        Map<String, String> texts() {
            var texts = new TreeMap<String, String>();
            if (config != null) {
                config.forEach((key, value) -> texts.put(key, text(key, value)));
            }
            return texts;
        }

        private static String text(String key, @Nullable JsonNode value) {
            if (value == null || value.isNull()) {
                return "";
            }
            if (value.isString()) {
                return value.stringValue();
            }
            if (value.isBoolean() && value.booleanValue() && ConfigService.isSecret(key)) {
                return ConfigService.SECRET;
            }
            throw new ApiException(400, "Invalid request: config." + key + " has the wrong type");
        }
    }
}
