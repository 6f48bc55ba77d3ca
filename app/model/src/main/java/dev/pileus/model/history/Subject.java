package dev.pileus.model.history;

import dev.pileus.model.store.InstanceKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What something happened to.
///
/// @param project empty for things outside of projects
/// @param name as people call it; for things within things with a slash, e.g. `pool/volume`
public record Subject(Kind kind, String project, String name) {
    /// The kinds of things that have a name.
    public enum Kind {
        MEMBER,
        GROUP,
        INSTANCE,
        IMAGE,
        STORAGE_POOL,
        VOLUME,
        NETWORK,
        PROFILE,
        PROJECT,
        CERTIFICATE,
        WARNING,
        SERVER,
        OTHER
    }

    private static final String MEMBERS = "/1.0/cluster/members/";
    private static final String GROUPS = "/1.0/cluster/groups/";
    private static final String VOLUMES = "/volumes/";
    private static final int FIRST_SEGMENT = "/1.0/".length();

    private static final Map<String, Kind> COLLECTIONS =
            Map.of(
                    "instances", Kind.INSTANCE,
                    "images", Kind.IMAGE,
                    "storage-pools", Kind.STORAGE_POOL,
                    "networks", Kind.NETWORK,
                    "profiles", Kind.PROFILE,
                    "projects", Kind.PROJECT,
                    "certificates", Kind.CERTIFICATE,
                    "warnings", Kind.WARNING);

    public static Subject member(String name) {
        return new Subject(Kind.MEMBER, "", name);
    }

    static Subject server() {
        return new Subject(Kind.SERVER, "", "");
    }

    /// @param source URL of a lifecycle event
    static Subject of(String source, String project) {
        var instance = InstanceKey.ofUrl(source, project);
        if (instance.isPresent()) {
            return new Subject(Kind.INSTANCE, instance.get().project(), instance.get().name());
        }
        var path = path(source);
        if (path.startsWith(MEMBERS)) {
            return member(path.substring(MEMBERS.length()));
        }
        if (path.startsWith(GROUPS)) {
            return new Subject(Kind.GROUP, "", path.substring(GROUPS.length()));
        }
        return path.length() <= FIRST_SEGMENT ? server() : inCollection(path, project);
    }

    private static Subject inCollection(String path, String project) {
        var segments = List.of(path.substring(FIRST_SEGMENT).split("/", 2));
        var kind = COLLECTIONS.getOrDefault(segments.getFirst(), Kind.OTHER);
        var name = segments.size() > 1 ? segments.getLast() : "";
        if (kind == Kind.STORAGE_POOL && name.contains(VOLUMES)) {
            return new Subject(Kind.VOLUME, project, name.replace(VOLUMES + "custom/", "/"));
        }
        return new Subject(kind, project, name);
    }

    private static String path(String source) {
        try {
            var path = new URI(source).getRawPath();
            return path == null
                    ? ""
                    : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (URISyntaxException | IllegalArgumentException unusable) {
            return "";
        }
    }
}
