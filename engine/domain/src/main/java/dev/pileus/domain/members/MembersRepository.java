package dev.pileus.domain.members;

import dev.pileus.api.MemberRole;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import dev.pileus.database.Statement;
import dev.pileus.domain.groups.GroupMembership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The members' SQL.
final class MembersRepository {
    /// The roles that admins give, by their number in `nodes_roles`.
    static final Map<Long, String> ROLES =
            Map.of(1L, MemberRole.EVENT_HUB, 2L, MemberRole.OVN_CHASSIS);

    private static final String MEMBERS =
            """
            SELECT n.id, n.name, n.description, n.address, n.schema, n.api_extensions, n.heartbeat,
                   n.state, n.arch, d.name AS domain
            FROM nodes n LEFT JOIN nodes_failure_domains d ON d.id = n.failure_domain_id
            ORDER BY n.id\
            """;

    private MembersRepository() {}

    /// Also those that are still joining, by id.
    static List<Member> all(Reader reader) {
        var roles = roles(reader);
        var configs = configs(reader);
        var groups = GroupMembership.byMember(reader);
        return reader.select(MEMBERS).list(row -> member(row, roles, configs, groups));
    }

    private static Member member(
            Row row,
            Map<Long, List<String>> roles,
            Map<Long, Map<String, String>> configs,
            Map<String, List<String>> groups) {
        var id = row.number("id");
        return new Member(
                id,
                row.text("name"),
                row.text("description"),
                row.text("address"),
                new MemberVersion(
                        Math.toIntExact(row.number("schema")),
                        Math.toIntExact(row.number("api_extensions"))),
                Instant.parse(row.text("heartbeat")),
                MemberPhase.of(row.number("state")),
                Architecture.of(row.number("arch")),
                row.optionalText("domain").orElse(Member.DEFAULT_DOMAIN),
                roles.getOrDefault(id, List.of()),
                configs.getOrDefault(id, Map.of()),
                groups.getOrDefault(row.text("name"), List.of()));
    }

    /// Members of the cluster, by id: without those that are still joining.
    static List<Member> accepted(Reader reader) {
        return all(reader).stream()
                .filter(member -> member.phase() != MemberPhase.PENDING)
                .toList();
    }

    static Optional<Member> find(Reader reader, String name) {
        return accepted(reader).stream().filter(member -> member.name().equals(name)).findFirst();
    }

    static boolean isClustered(Reader reader) {
        return reader.select("SELECT id FROM nodes WHERE name = ?", Member.STANDALONE).isEmpty();
    }

    /// Fails to touch its row when the member has been changed or removed meanwhile.
    static Batch describe(Member member, String description, String domain) {
        var batch = Batch.builder();
        var named = !domain.equals(Member.DEFAULT_DOMAIN);
        if (named) {
            batch.run("INSERT OR IGNORE INTO nodes_failure_domains (name) VALUES (?)", domain);
        }
        return batch.one(
                        """
                        UPDATE nodes SET description = ?,
                            failure_domain_id = (SELECT id FROM nodes_failure_domains WHERE name = ?)
                        WHERE id = ? AND name = ?\
                        """,
                        description,
                        named ? domain : null,
                        member.id(),
                        member.name())
                .run(
                        """
                        DELETE FROM nodes_failure_domains WHERE id NOT IN
                        (SELECT failure_domain_id FROM nodes WHERE failure_domain_id IS NOT NULL)\
                        """)
                .build();
    }

    static Batch assignRoles(long member, List<String> roles) {
        var batch = Batch.builder().run("DELETE FROM nodes_roles WHERE node_id = ?", member);
        new TreeMap<>(ROLES)
                .forEach((number, role) -> {
                    if (roles.contains(role)) {
                        batch.run(
                                "INSERT INTO nodes_roles (node_id, role) VALUES (?, ?)",
                                member,
                                number);
                    }
                });
        return batch.build();
    }

    static Batch configure(long member, Map<String, String> config) {
        var batch = Batch.builder().run("DELETE FROM nodes_config WHERE node_id = ?", member);
        new TreeMap<>(config)
                .forEach((key, value) ->
                        batch.run(
                                "INSERT INTO nodes_config (node_id, key, value) VALUES (?, ?, ?)",
                                member,
                                key,
                                value));
        return batch.build();
    }

    static Batch rename(Member member, String name) {
        return Batch.builder()
                .one(
                        "UPDATE nodes SET name = ? WHERE id = ? AND name = ?",
                        name,
                        member.id(),
                        member.name())
                .build();
    }

    static Batch phase(Member member, MemberPhase next) {
        return Batch.builder()
                .one(
                        "UPDATE nodes SET state = ? WHERE id = ? AND state = ?",
                        next.number(),
                        member.id(),
                        member.phase().number())
                .build();
    }

    static Batch announce(Member member, MemberVersion version, Architecture architecture) {
        return Batch.builder()
                .one(
                        "UPDATE nodes SET schema = ?, api_extensions = ?, arch = ? WHERE id = ?",
                        version.schema(),
                        version.apiExtensions(),
                        architecture.number(),
                        member.id())
                .build();
    }

    /// The one member of a server on its own becomes the first of a cluster.
    static Batch bootstrap(long member, String name, String address) {
        return Batch.builder()
                .one(
                        "UPDATE nodes SET name = ?, address = ? WHERE id = ? AND name = ?",
                        name,
                        address,
                        member,
                        Member.STANDALONE)
                .build();
    }

    /// An id that no member ever had.
    static long nextId(Reader reader) {
        return reader.select("SELECT seq FROM sqlite_sequence WHERE name = 'nodes'")
                        .only()
                        .number("seq")
                + 1;
    }

    static Batch reserve(Member member) {
        return Batch.of(
                Statement.of(
                        """
                        INSERT INTO nodes (id, name, address, schema, api_extensions, heartbeat, state, arch)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
                        """,
                        member.id(),
                        member.name(),
                        member.address(),
                        member.version().schema(),
                        member.version().apiExtensions(),
                        member.heartbeat().toString(),
                        MemberPhase.PENDING.number(),
                        member.architecture().number()));
    }

    static Batch accept(Member member, Instant at) {
        return Batch.builder()
                .add(phase(member, MemberPhase.CREATED))
                .add(heard(member.id(), at))
                .add(GroupMembership.welcome(member.id()))
                .build();
    }

    static Batch move(Member member, String address) {
        return Batch.builder()
                .one(
                        "UPDATE nodes SET address = ? WHERE id = ? AND address = ?",
                        address,
                        member.id(),
                        member.address())
                .build();
    }

    static Batch heard(long member, Instant at) {
        return Batch.builder()
                .run("UPDATE nodes SET heartbeat = ? WHERE id = ?", at.toString(), member)
                .build();
    }

    /// Everything that hangs on the row goes with it.
    static Batch delete(Member member) {
        return Batch.builder()
                .one("DELETE FROM nodes WHERE id = ? AND name = ?", member.id(), member.name())
                .build();
    }

    private static Map<Long, List<String>> roles(Reader reader) {
        var roles = new HashMap<Long, List<String>>();
        reader.select("SELECT node_id, role FROM nodes_roles ORDER BY node_id, role").stream()
                .forEach(row -> {
                    var role = ROLES.get(row.number("role"));
                    if (role != null) {
                        roles.computeIfAbsent(row.number("node_id"), id -> new ArrayList<>())
                                .add(role);
                    }
                });
        return roles;
    }

    private static Map<Long, Map<String, String>> configs(Reader reader) {
        var configs = new HashMap<Long, Map<String, String>>();
        reader.select("SELECT node_id, key, value FROM nodes_config ORDER BY key").stream()
                .forEach(row ->
                        configs.computeIfAbsent(row.number("node_id"), id -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return configs;
    }
}
