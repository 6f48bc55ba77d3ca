package dev.pileus.api;

import java.time.Instant;

/// Something a server wants an admin to know (CONTRACT 18).
///
/// @param status `new`, `acknowledged` or `resolved`
/// @param severity `low`, `moderate` or `high`
public record Warning(
        String uuid,
        String type,
        String status,
        String severity,
        String location,
        String project,
        String entityUrl,
        int count,
        Instant firstSeenAt,
        Instant lastSeenAt,
        String lastMessage) {
    public Warning {
        uuid = Absent.text(uuid);
        type = Absent.text(type);
        status = Absent.text(status);
        severity = Absent.text(severity);
        location = Absent.text(location);
        project = Absent.text(project);
        entityUrl = Absent.text(entityUrl);
        firstSeenAt = firstSeenAt == null ? Instant.EPOCH : firstSeenAt;
        lastSeenAt = lastSeenAt == null ? Instant.EPOCH : lastSeenAt;
        lastMessage = Absent.text(lastMessage);
    }
}
