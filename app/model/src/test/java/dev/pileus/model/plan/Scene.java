package dev.pileus.model.plan;

import dev.pileus.api.Cluster;
import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import dev.pileus.api.Server;
import dev.pileus.api.StatusCode;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.Trouble;
import dev.pileus.model.store.UnreadPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cluster as a test wants it, member by member and instance by instance.
public final class Scene {
    private final Software software;
    private final Map<String, String> serverConfig = new HashMap<>();
    private final Map<String, Map<String, Object>> members = new LinkedHashMap<>();
    private final List<Instance> instances = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<UnreadPart> unread = new ArrayList<>();
    private Link link = new Link.Connected("https://m1:8443", true);
    private boolean clustered = true;

    private Scene(Software software) {
        this.software = software;
    }

    /// The first member leads, up to three vote, two more are stand-bys.
    public static Scene of(Software software, String... names) {
        var scene = new Scene(software);
        for (int i = 0; i < names.length; i++) {
            scene.members.put(names[i], member(names[i], roles(i, names.length)));
        }
        return scene;
    }

    private static List<String> roles(int index, int size) {
        int voters = size < 3 ? 1 : 3;
        if (index == 0) {
            return List.of("database-leader", "database");
        }
        if (index < voters) {
            return List.of("database");
        }
        return index < voters + 2 ? List.of("database-standby") : List.of();
    }

    private static Map<String, Object> member(String name, List<String> roles) {
        var member = new HashMap<String, Object>();
        member.put("server_name", name);
        member.put("url", "https://" + name + ":8443");
        member.put("status", "Online");
        member.put("architecture", "x86_64");
        member.put("roles", roles);
        member.put("failure_domain", "default");
        member.put("groups", List.of("default"));
        return member;
    }

    public Scene standalone() {
        clustered = false;
        return this;
    }

    /// With another value in a member.
    ///
    /// @param key as in the JSON of a member
    public Scene member(String name, String key, Object value) {
        members.computeIfAbsent(name, missing -> member(missing, List.of())).put(key, value);
        return this;
    }

    public Scene status(String status, String... names) {
        List.of(names).forEach(name -> member(name, "status", status));
        return this;
    }

    public Scene groups(String name, String... groups) {
        return member(name, "groups", List.of(groups));
    }

    public Scene scheduler(String name, String value) {
        return member(name, "config", Map.of("scheduler.instance", value));
    }

    public Scene running(String location, String... names) {
        List.of(names).forEach(name -> add(Guest.running(name).on(location)));
        return this;
    }

    public Scene stopped(String location, String... names) {
        List.of(names).forEach(name -> add(Guest.stopped(name).on(location)));
        return this;
    }

    public Scene add(Guest guest) {
        instances.add(guest.instance());
        return this;
    }

    public Scene operation(String location, String description) {
        return operation(location, description, Map.of());
    }

    public Scene evacuating(String location, String progress) {
        return operation(
                location, "Evacuating cluster member", Map.of("evacuation_progress", progress));
    }

    private Scene operation(String location, String description, Map<String, String> metadata) {
        operations.add(
                Json.mapper()
                        .convertValue(
                                Map.of(
                                        "id",
                                        "op" + operations.size(),
                                        "class",
                                        "task",
                                        "description",
                                        description,
                                        "status_code",
                                        StatusCode.RUNNING,
                                        "metadata",
                                        metadata,
                                        "location",
                                        location),
                                Operation.class));
        return this;
    }

    public Scene config(String key, String value) {
        serverConfig.put(key, value);
        return this;
    }

    public Scene unread(UnreadPart.Part part, String reason) {
        unread.add(new UnreadPart(part, reason));
        return this;
    }

    public Scene interrupted(Trouble trouble) {
        link = new Link.Interrupted(trouble, Instant.EPOCH);
        return this;
    }

    public ClusterImage image() {
        return new ClusterImage(
                Instant.EPOCH,
                link,
                server(),
                new Cluster(clustered ? "m1" : "", clustered, List.of()),
                members.values().stream().map(Scene::image).toList(),
                List.of(),
                instances,
                operations,
                List.of(),
                List.of(),
                unread);
    }

    private static MemberImage image(Map<String, Object> member) {
        return new MemberImage(
                Json.mapper().convertValue(member, ClusterMember.class),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private Server server() {
        return Json.mapper()
                .convertValue(
                        Map.of(
                                "config", serverConfig,
                                "api_extensions", software.extensions(),
                                "environment", Map.of("server", software.server())),
                        Server.class);
    }
}
