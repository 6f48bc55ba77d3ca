package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// A member of the cluster (CONTRACT 9.1).
///
/// @param roles as the server names them; unknown ones are kept (see [MemberRole])
/// @param url `https://host:port`
/// @param database true while the member holds any raft role
/// @param status as the server words it; [#condition()] for decisions
public record ClusterMember(
        String serverName,
        String url,
        boolean database,
        String status,
        String message,
        String architecture,
        List<String> roles,
        String failureDomain,
        String description,
        Map<String, String> config,
        List<String> groups) {
    /// Key of [#config()]: who may place instances here: `all` (default), `group` or `manual`.
    public static final String SCHEDULER = "scheduler.instance";

    public ClusterMember {
        serverName = Absent.text(serverName);
        url = Absent.text(url);
        status = Absent.text(status);
        message = Absent.text(message);
        architecture = Absent.text(architecture);
        roles = Absent.list(roles);
        failureDomain = Absent.text(failureDomain);
        description = Absent.text(description);
        config = Absent.map(config);
        groups = Absent.list(groups);
    }

    public MemberStatus condition() {
        return MemberStatus.of(status);
    }

    public boolean isLeader() {
        return roles.contains(MemberRole.LEADER);
    }

    /// Whether the member votes in the database's quorum.
    public boolean isVoter() {
        return roles.stream().anyMatch(MemberRole::votes);
    }

    public boolean isStandby() {
        return roles.contains(MemberRole.STANDBY);
    }

    /// `all`, `group` or `manual`.
    public String scheduler() {
        var value = config.getOrDefault(SCHEDULER, "");
        return value.isEmpty() ? "all" : value;
    }

    /// The part that `PUT` replaces.
    public MemberUpdate writable() {
        return new MemberUpdate(roles, failureDomain, description, config, groups);
    }
}
