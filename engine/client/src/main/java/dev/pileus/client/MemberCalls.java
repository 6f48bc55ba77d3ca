package dev.pileus.client;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberState;
import dev.pileus.api.MemberStateChange;
import dev.pileus.api.MemberUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `/1.0/cluster/members`.
public final class MemberCalls {
    /// A removal moves roles and images and clears the member before it answers.
    private static final Duration REMOVAL = Duration.ofMinutes(3);

    private static final Duration RENAME = Duration.ofSeconds(30);

    private final Calls calls;

    MemberCalls(Calls calls) {
        this.calls = calls;
    }

    /// All members in the server's order. The client learns their addresses from it, to go on with
    /// another one when the present one fails.
    public List<ClusterMember> list() {
        var answer = calls.send(Request.of("GET", "cluster", "members").query("recursion", "1"));
        var members = answer.listOf(ClusterMember.class);
        calls.transport()
                .addresses()
                .learn(members.stream().flatMap(MemberCalls::address).toList());
        return members;
    }

    public Versioned<ClusterMember> get(String name) {
        return calls.send(member("GET", name)).versioned(ClusterMember.class);
    }

    /// Replaces the writable part, which must repeat the automatic roles as they are.
    ///
    /// @param etag of the member that the update was made from; empty to overwrite whatever is
    ///   there
    public void update(String name, MemberUpdate update, String etag) {
        calls.change(member("PUT", name).body(update).ifMatch(etag));
    }

    public void rename(String name, String newName) {
        // 6.0.4 and LXD 5.0 accept an empty name, and the member cannot be addressed any more
        if (newName.isBlank()) {
            throw new IllegalArgumentException("A member needs a name");
        }
        calls.patiently(RENAME).change(member("POST", name).body(Map.of("server_name", newName)));
    }

    /// Takes the member out of the cluster; can take minutes.
    ///
    /// @param force for a member that will not come back: nothing is checked, and what lies on it
    ///   is forgotten
    public void remove(String name, boolean force) {
        calls.patiently(REMOVAL).change(member("DELETE", name).query("force", force ? "1" : ""));
    }

    /// How loaded the member is. Refused with 501 by LXD 5.0, with 500 while the member is offline.
    public MemberState state(String name) {
        return calls.send(state("GET", name)).as(MemberState.class);
    }

    /// Begins to move away or stop what runs there.
    ///
    /// @param mode as in [MemberStateChange]; empty: each instance decides
    public Accepted evacuate(String name, String mode) {
        var change = MemberStateChange.evacuate(mode);
        return calls.send(state("POST", name).body(change)).accepted();
    }

    /// Begins to bring everything back.
    ///
    /// @param mode empty, or `skip` where the server knows it
    public Accepted restore(String name, String mode) {
        var change = MemberStateChange.restore(mode);
        return calls.send(state("POST", name).body(change)).accepted();
    }

    private static Request member(String method, String name) {
        return Request.of(method, "cluster", "members", name);
    }

    private static Request state(String method, String name) {
        return Request.of(method, "cluster", "members", name, "state");
    }

    private static Stream<Endpoint> address(ClusterMember member) {
        try {
            return Stream.of(Endpoint.parse(member.url()));
        } catch (IllegalArgumentException unusable) {
            return Stream.empty();
        }
    }
}
