package dev.pileus.database.raft;

import dev.pileus.database.raft.codec.ByteReader;
import dev.pileus.database.raft.codec.ByteWriter;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who has which part in the group. Spares have none and are not listed.
///
/// @param index the log entry that says so
record Membership(long index, Map<Long, RaftRole> roles) {
    static final Membership NONE = new Membership(-1, Map.of());

    Membership {
        var sorted = new TreeMap<Long, RaftRole>(Comparator.naturalOrder());
        roles.forEach((member, role) -> {
            if (role != RaftRole.SPARE) {
                sorted.put(member, role);
            }
        });
        roles = Collections.unmodifiableMap(sorted);
    }

    RaftRole role(long member) {
        return roles.getOrDefault(member, RaftRole.SPARE);
    }

    boolean lists(long member) {
        return roles.containsKey(member);
    }

    Set<Long> with(RaftRole role) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void encode(ByteWriter out) {
        out.number(index).number(roles.size());
        roles.forEach((member, role) -> out.number(member).text(role.name()));
    }

    static Membership decode(ByteReader in) {
        var index = in.number();
        var size = in.count();
        var roles = new TreeMap<Long, RaftRole>();
        for (var i = 0; i < size; i++) {
            roles.put(in.number(), in.constant(RaftRole.class));
        }
        return new Membership(index, roles);
    }
}
