package dev.pileus.server.members;

import dev.pileus.database.raft.PeerBook;
import dev.pileus.domain.members.Beat;
import dev.pileus.domain.members.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the other members are, from memory: the database itself is reached by it. It may be out of
/// date. Thread-safe.
final class MemberBook implements PeerBook {
    private volatile Map<Long, Beat.Holder> holders;
    private volatile Map<Long, String> addresses = Map.of();

    /// @param holders as remembered from the last time
    MemberBook(List<Beat.Holder> holders) {
        this.holders = byId(holders);
    }

    /// Another cluster: nothing of what was known holds any more.
    void renew(List<Beat.Holder> now) {
        addresses = Map.of();
        holders = byId(now);
    }

    /// Takes what the leader says, or what is true here.
    void holders(List<Beat.Holder> now) {
        holders = byId(now);
    }

    /// Takes what the members' table says.
    void members(List<Member> now) {
        addresses = now.stream().collect(Collectors.toMap(Member::id, Member::address));
    }

    List<Beat.Holder> holders() {
        return List.copyOf(holders.values());
    }

    @Override
    public Set<Long> members() {
        var members = new HashSet<>(addresses.keySet());
        members.addAll(holders.keySet());
        return members;
    }

    @Override
    public Set<Long> databaseMembers() {
        return holders.keySet();
    }

    /// `host:port`.
    Optional<String> address(long member) {
        return Optional.ofNullable(addresses.get(member))
                .or(() -> Optional.ofNullable(holders.get(member)).map(Beat.Holder::address));
    }

    private static Map<Long, Beat.Holder> byId(List<Beat.Holder> list) {
        return list.stream().collect(Collectors.toMap(Beat.Holder::id, holder -> holder));
    }
}
