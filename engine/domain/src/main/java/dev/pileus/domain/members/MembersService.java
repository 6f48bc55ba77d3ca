package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberRole;
import dev.pileus.api.MemberUpdate;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.groups.GroupMembership;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Looks at members and changes what admins may change (CONTRACT 9). Refusals are [ApiException]s.
/// Safe for use by many threads.
public final class MembersService {
    /// Roles that follow from the database; whoever repeats them in an update changes nothing.
    private static final Set<String> COMPUTED =
            Set.of(MemberRole.LEADER, MemberRole.VOTER, MemberRole.STANDBY);

    private final Database database;
    private final Supplier<DatabaseRoles> databaseRoles;
    private final Liveness liveness;
    private final ClusterSettings settings;
    private final List<MemberBelongings> belongings;
    private final EventHub events;

    public MembersService(
            Database database,
            Supplier<DatabaseRoles> databaseRoles,
            Liveness liveness,
            ClusterSettings settings,
            List<MemberBelongings> belongings,
            EventHub events) {
        this.database = database;
        this.events = events;
        this.belongings = List.copyOf(belongings);
        this.databaseRoles = databaseRoles;
        this.liveness = liveness;
        this.settings = settings;
    }

    /// In the order in which they came.
    public List<ClusterMember> list() {
        var members = database.read(reader -> MembersRepository.accepted(clustered(reader)));
        return members.stream().map(view(members)::shown).toList();
    }

    public ClusterMember get(String name) {
        var members = database.read(reader -> MembersRepository.accepted(clustered(reader)));
        return view(members).shown(find(members, name));
    }

    /// As stored, in the order in which they came; also a server on its own.
    public List<Member> members() {
        return database.read(MembersRepository::accepted);
    }

    /// As stored.
    public Member member(String name) {
        return find(members(), name);
    }

    public boolean isOnline(Member member) {
        return liveness.isOnline(member.id(), settings.offlineThreshold());
    }

    /// Replaces what can be written (`PUT`), or patches it.
    ///
    /// @param change may throw to refuse (ETag), and is repeated when somebody else was faster
    public void update(String name, Function<ClusterMember, MemberUpdate> change) {
        // asked before: a decision must not wait for anybody
        var roles = databaseRoles.get();
        var threshold = settings.offlineThreshold();
        database.decide(reader -> {
            var members = MembersRepository.accepted(clustered(reader));
            var member = find(members, name);
            var current = new MemberView(newest(members), roles, liveness, threshold).shown(member);
            var wanted = change.apply(current);
            return new Decision<>(batch(reader, member, current, wanted), name);
        });
        events.tell(Happening.of("cluster-member-updated", url(name)));
    }

    public void rename(String name, String newName) {
        MemberNames.check(newName);
        database.decide(reader -> {
            var members = MembersRepository.all(clustered(reader));
            var member = find(members, name);
            if (name.equals(newName)) {
                return Decision.unchanged(newName);
            }
            if (members.stream().anyMatch(other -> other.name().equals(newName))) {
                throw new ApiException(409, "Conflict");
            }
            var batch = Batch.builder().add(MembersRepository.rename(member, newName));
            belongings.forEach(owner -> batch.add(owner.renamed(reader, member, newName)));
            return new Decision<>(batch.build(), newName);
        });
        events.tell(Happening.of("cluster-member-renamed", url(newName)).with("old_name", name));
    }

    /// A member tells at its start what it is and runs.
    public void announce(long id, MemberVersion version, Architecture architecture) {
        database.decide(reader -> {
            var member = known(MembersRepository.all(reader), id);
            var same = member.version().equals(version) && member.architecture() == architecture;
            return same
                    ? Decision.unchanged(id)
                    : new Decision<>(MembersRepository.announce(member, version, architecture), id);
        });
    }

    /// A member tells at its start where it is now, as after `cluster edit`; a server on its own
    /// has nobody to tell.
    ///
    /// @param address its own `cluster.https_address`
    public void announceAddress(long id, String address) {
        database.decide(reader -> {
            var member = known(MembersRepository.all(reader), id);
            return address.isEmpty()
                            || !MembersRepository.isClustered(reader)
                            || member.address().equals(address)
                    ? Decision.unchanged(id)
                    : new Decision<>(MembersRepository.move(member, address), id);
        });
    }

    private static Batch batch(
            Reader reader, Member member, ClusterMember current, MemberUpdate wanted) {
        checkRoles(current.roles(), wanted.roles());
        if (wanted.failureDomain().isEmpty()) {
            throw new ApiException(
                    400, "Update failure domain: Failure domain name can't be empty");
        }
        var groups = GroupMembership.assign(reader, member.id(), member.groups(), wanted.groups());
        var config = MemberConfig.checked(wanted.config());
        return Batch.builder()
                .add(
                        MembersRepository.describe(
                                member, wanted.description(), wanted.failureDomain()))
                .add(MembersRepository.assignRoles(member.id(), wanted.roles()))
                .add(MembersRepository.configure(member.id(), config))
                .add(groups)
                .build();
    }

    private static String url(String member) {
        return Urls.of("cluster", "members", member);
    }

    private static void checkRoles(List<String> current, List<String> wanted) {
        var votes = current.contains(MemberRole.VOTER);
        if (votes != wanted.contains(MemberRole.VOTER)) {
            throw new ApiException(
                    400,
                    "The \"database\" role cannot be %s at this time"
                            .formatted(votes ? "dropped" : "added"));
        }
        for (var role : wanted) {
            if (!COMPUTED.contains(role) && !MembersRepository.ROLES.containsValue(role)) {
                throw new ApiException(400, "Update roles: Invalid cluster role \"" + role + "\"");
            }
        }
    }

    private MemberView view(List<Member> members) {
        return new MemberView(
                newest(members), databaseRoles.get(), liveness, settings.offlineThreshold());
    }

    private static MemberVersion newest(List<Member> members) {
        return members.stream()
                .map(Member::version)
                .reduce(new MemberVersion(0, 0), MemberVersion::newer);
    }

    private static Reader clustered(Reader reader) {
        if (!MembersRepository.isClustered(reader)) {
            throw new ApiException(400, "Server is not clustered");
        }
        return reader;
    }

    private static Member find(List<Member> members, String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
    }

    private static Member known(List<Member> members, long id) {
        return members.stream()
                .filter(member -> member.id() == id)
                .findFirst()
                .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
    }
}
