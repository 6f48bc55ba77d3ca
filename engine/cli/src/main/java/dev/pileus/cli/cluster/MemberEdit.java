package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.cluster.MemberList.Entry;
import dev.pileus.database.raft.RaftRole;
import java.util.List;
import java.util.regex.Pattern;

/// What somebody has changed in the list of members: addresses and roles, nothing else.
///
/// @param moved members with another address, as they are to be
/// @param roles whether any role is another one
record MemberEdit(MemberList wanted, List<Entry> moved, boolean roles) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):[0-9]{1,5}");

    /// Somewhere to listen, nowhere to go to.
    private static final Pattern WILDCARD = Pattern.compile("(?:0\\.0\\.0\\.0|\\[[0:]+]):.*");

    MemberEdit {
        moved = List.copyOf(moved);
    }

    /// @throws CommandException if the change is none that may be made
    static MemberEdit of(MemberList before, MemberList wanted) {
        if (wanted.members().size() != before.members().size()) {
            throw new CommandException("Removing/Adding cluster members is not supported");
        }
        for (var i = 0; i < wanted.members().size(); i++) {
            check(before.members().get(i), wanted.members().get(i));
        }
        var addresses = wanted.members().stream().map(Entry::address).toList();
        if (addresses.stream().distinct().count() < addresses.size()) {
            throw new CommandException("Two cluster members have the same address");
        }
        checkVoters(wanted);
        return new MemberEdit(
                wanted,
                wanted.members().stream()
                        .filter(member ->
                                before.find(member.id())
                                        .filter(old -> !old.address().equals(member.address()))
                                        .isPresent())
                        .toList(),
                wanted.members().stream()
                        .anyMatch(member ->
                                before.find(member.id())
                                        .filter(old -> old.role() != member.role())
                                        .isPresent()));
    }

    boolean isEmpty() {
        return moved.isEmpty() && !roles;
    }

    private static void check(Entry old, Entry wanted) {
        if (old.id() != wanted.id()) {
            throw new CommandException("Changing cluster member ID is not supported");
        }
        if (!old.name().equals(wanted.name())) {
            throw new CommandException("Changing cluster member name is not supported");
        }
        if (!wanted.address().equals(old.address())
                && (!ADDRESS.matcher(wanted.address()).matches()
                        || WILDCARD.matcher(wanted.address()).matches())) {
            throw new CommandException(
                    "\"%s\" is no address at which others find a member: host:port"
                            .formatted(wanted.address()));
        }
        if (old.role() == RaftRole.SPARE && wanted.role() != RaftRole.SPARE) {
            throw new CommandException(
                    "A \"spare\" cluster member cannot become a \"%s\""
                            .formatted(MemberList.word(wanted.role())));
        }
    }

    private static void checkVoters(MemberList wanted) {
        var voters = wanted.with(RaftRole.VOTER).size();
        if (voters < 1) {
            throw new CommandException("At least one cluster member must be a \"voter\"");
        }
        if (voters < 2 && wanted.members().size() > 2) {
            throw new CommandException(
                    "At least two cluster members must be \"voter\" when there are more than two");
        }
    }
}
