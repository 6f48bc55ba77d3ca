package dev.pileus.server.members;

import dev.pileus.database.raft.PeerBook;
import dev.pileus.domain.members.Beat;
import dev.pileus.domain.members.Member;
import java.util.HashMap;
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
    private volatile Map<Long, String> edited;

    /// @param holders as remembered from the last time
    /// @param edited what counts more than anything else, until the members' table says the same
    MemberBook(List<Beat.Holder> holders, Map<Long, String> edited) {
        this.holders = byId(holders);
        this.edited = Map.copyOf(edited);
    }

    /// Another cluster: nothing of what was known holds any more.
    void renew(List<Beat.Holder> now) {
        addresses = Map.of();
        edited = Map.of();
        holders = byId(now);
    }

    /// Takes what the leader says, or what is true here.
    void holders(List<Beat.Holder> now) {
        holders = byId(now);
    }

    /// Takes what the members' table says.
    ///
    /// @return edited addresses that are settled: the table says the same, or the member is gone
    Set<Long> members(List<Member> now) {
        addresses = now.stream().collect(Collectors.toMap(Member::id, Member::address));
        var open = new HashMap<>(edited);
        open.entrySet().removeIf(entry -> isSettled(entry.getKey(), entry.getValue()));
        var settled = new HashSet<>(edited.keySet());
        settled.removeAll(open.keySet());
        edited = Map.copyOf(open);
        return settled;
    }

    private boolean isSettled(long member, String address) {
        return addresses.getOrDefault(member, address).equals(address);
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
        return Optional.ofNullable(edited.get(member))
                .or(() -> Optional.ofNullable(addresses.get(member)))
                .or(() -> Optional.ofNullable(holders.get(member)).map(Beat.Holder::address));
    }

    private static Map<Long, Beat.Holder> byId(List<Beat.Holder> list) {
        return list.stream().collect(Collectors.toMap(Beat.Holder::id, holder -> holder));
    }
}
