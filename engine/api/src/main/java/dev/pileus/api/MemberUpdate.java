package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// The writable part of a member. Always send it whole: servers do not treat `PATCH` as partial
/// (CONTRACT 9.4).
public record MemberUpdate(
        List<String> roles,
        String failureDomain,
        String description,
        Map<String, String> config,
        List<String> groups) {
    public MemberUpdate {
        roles = Absent.list(roles);
        failureDomain = Absent.text(failureDomain);
        description = Absent.text(description);
        config = Absent.map(config);
        groups = Absent.list(groups);
    }
}
