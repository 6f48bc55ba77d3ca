package dev.pileus.model.store;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import dev.pileus.api.StatusCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Small images for tests.
final class Images {
    private Images() {}

    static ClusterImage withMembers(String... names) {
        return with(Stream.of(names).map(Images::image).toList(), List.of());
    }

    static ClusterImage with(List<MemberImage> members, List<Instance> instances) {
        var nothing = ClusterImage.nothing();
        return new ClusterImage(
                Instant.EPOCH,
                nothing.link(),
                nothing.server(),
                nothing.cluster(),
                members,
                List.of(),
                instances,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static MemberImage image(String name) {
        return new MemberImage(member(name), Optional.empty(), List.of(), Optional.empty());
    }

    static ClusterMember member(String name) {
        return member(name, "Online", "Fully operational");
    }

    static ClusterMember member(String name, String status, String message) {
        return new ClusterMember(
                name,
                "https://" + name + ":8443",
                true,
                status,
                message,
                "x86_64",
                List.of("database"),
                "default",
                "",
                Map.of(),
                List.of("default"));
    }

    static Instance instance(String name, String location, int status) {
        return Json.mapper()
                .convertValue(
                        Map.of(
                                "name", name,
                                "project", "default",
                                "location", location,
                                "status_code", status),
                        Instance.class);
    }

    static Instance running(String name, String location) {
        return instance(name, location, StatusCode.RUNNING);
    }

    static Operation operation(String id, int status) {
        return Json.mapper().convertValue(Map.of("id", id, "status_code", status), Operation.class);
    }
}
