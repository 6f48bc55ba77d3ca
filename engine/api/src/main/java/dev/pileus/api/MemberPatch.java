package dev.pileus.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Body of `PATCH /1.0/cluster/members/NAME` where it is taken by its word (CONTRACT 9.4 `[OURS]`);
/// null for what a client left out.
public record MemberPatch(
        @Nullable List<String> roles,
        @Nullable String failureDomain,
        @Nullable String description,
        @Nullable Map<String, String> config,
        @Nullable List<String> groups) {
    public MemberPatch {
        roles = roles == null ? null : Absent.list(roles);
        config = config == null ? null : Absent.map(config);
        groups = groups == null ? null : Absent.list(groups);
    }

    /// What is left out stays, also single keys of `config`.
    public MemberUpdate over(MemberUpdate member) {
        var keys = new LinkedHashMap<>(member.config());
        keys.putAll(Absent.map(config));
        return new MemberUpdate(
                roles == null ? member.roles() : roles,
                failureDomain == null ? member.failureDomain() : failureDomain,
                description == null ? member.description() : description,
                keys,
                groups == null ? member.groups() : groups);
    }
}
