package dev.pileus.api;

import java.util.Map;

/// What a new instance is made from.
///
/// @param type `image`, `copy`, `migration` or `none`
/// @param alias of an image
/// @param fingerprint of an image, or its beginning
/// @param properties of an image, instead of its name
/// @param server where the image is, when that is not this server
/// @param source an instance, or `INSTANCE/SNAPSHOT`, to copy
/// @param project of the source; empty: the same
/// @param instanceOnly without its snapshots
public record InstanceSource(
        String type,
        String alias,
        String fingerprint,
        Map<String, String> properties,
        String server,
        String protocol,
        String source,
        String project,
        boolean live,
        boolean instanceOnly,
        boolean containerOnly,
        boolean refresh) {
    public static final InstanceSource NONE =
            new InstanceSource(
                    "none", "", "", Map.of(), "", "", "", "", false, false, false, false);

    public InstanceSource {
        type = Absent.text(type);
        alias = Absent.text(alias);
        fingerprint = Absent.text(fingerprint);
        properties = Absent.map(properties);
        server = Absent.text(server);
        protocol = Absent.text(protocol);
        source = Absent.text(source);
        project = Absent.text(project);
    }

    /// Whether snapshots stay behind.
    public boolean withoutSnapshots() {
        return instanceOnly || containerOnly;
    }
}
