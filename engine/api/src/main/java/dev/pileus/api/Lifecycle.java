package dev.pileus.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What happened to which object, and who asked for it.
///
/// @param action e.g. `cluster-member-evacuated`, `instance-migrated`
/// @param source URL of the object
public record Lifecycle(
        String action,
        String source,
        Map<String, JsonNode> context,
        @Nullable Requestor requestor,
        String name,
        String project) {
    public Lifecycle {
        action = Absent.text(action);
        source = Absent.text(source);
        context = Absent.map(context);
        name = Absent.text(name);
        project = Absent.text(project);
    }

    /// Who asked.
    ///
    /// @param protocol `unix`, `tls`, `oidc` or `cluster`
    public record Requestor(String username, String protocol, String address) {
        public Requestor {
            username = Absent.text(username);
            protocol = Absent.text(protocol);
            address = Absent.text(address);
        }
    }
}
