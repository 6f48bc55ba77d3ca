package dev.pileus.database.raft;

import dev.pileus.database.Database;
import dev.pileus.database.Example;
import dev.pileus.database.migration.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;

/// Members of one group in this process, each with its own folder, joined by loopback TCP.
final class TestGroup implements AutoCloseable {
    static final RaftTiming TIMING =
            new RaftTiming(Duration.ofMillis(500), Duration.ofMillis(1000), Duration.ofSeconds(10));

    /// A log that is cut soon: whoever was away gets a snapshot.
    private static final LogKeeping LOG = new LogKeeping(200, 10, 4 << 10);

    final Loopback network = new Loopback();
    private final Path folder;
    private final Map<Long, ReplicatedDatabase> members = new ConcurrentHashMap<>();
    private Set<Long> databaseMembers = Set.of();
    private Migrations schema = Example.SCHEMA;

    TestGroup(Path folder) {
        this.folder = folder;
    }

    /// The first member forms the group, the others join it as voters.
    static TestGroup voters(Path folder, int count) throws IOException {
        var group = new TestGroup(folder);
        group.form(1);
        for (var member = 2L; member <= count; member++) {
            group.join(member);
        }
        if (count > 1) {
            group.assign(
                    LongStream.rangeClosed(1, count)
                            .boxed()
                            .collect(
                                    java.util.stream.Collectors.toMap(
                                            member -> member, member -> RaftRole.VOTER)));
        }
        return group;
    }

    ReplicatedDatabase form(long member) throws IOException {
        databaseMembers(member);
        return add(member, ReplicatedDatabase.form(settings(member)));
    }

    ReplicatedDatabase join(long member) throws IOException {
        return add(member, ReplicatedDatabase.join(settings(member), anybody().group()));
    }

    ReplicatedDatabase reopen(long member) throws IOException {
        return add(member, ReplicatedDatabase.reopen(settings(member)));
    }

    void useSchema(Migrations newer) {
        schema = newer;
    }

    ReplicatedDatabase member(long id) {
        var member = members.get(id);
        if (member == null) {
            throw new IllegalStateException("member " + id + " is stopped");
        }
        return member;
    }

    Map<Long, ReplicatedDatabase> running() {
        return Map.copyOf(members);
    }

    void assign(Map<Long, RaftRole> roles) {
        databaseMembers = Set.copyOf(roles.keySet());
        awaitLeader().assign(roles);
    }

    void databaseMembers(Long... ids) {
        databaseMembers = Set.of(ids);
    }

    /// Stops in order: leadership is handed over.
    void stop(long member) throws IOException {
        member(member).close();
        members.remove(member);
        network.silence(member);
    }

    /// Stops without a word to anybody.
    void crash(long member) throws IOException {
        network.cut(member);
        stop(member);
        network.mend(member);
    }

    ReplicatedDatabase awaitLeader() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> members.values().stream().anyMatch(ReplicatedDatabase::leads));
        return members.values().stream()
                .filter(ReplicatedDatabase::leads)
                .findFirst()
                .orElseThrow();
    }

    long leaderId() {
        var leader = awaitLeader();
        return members.entrySet().stream()
                .filter(entry -> entry.getValue() == leader)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    long followerId() {
        var leader = leaderId();
        return members.keySet().stream()
                .filter(id -> id != leader)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    static List<String> names(Database database) {
        return database.read(reader ->
                reader.select("SELECT name FROM members ORDER BY id")
                        .list(row -> row.text("name")));
    }

    /// What each running replica holds in the end.
    Map<Long, List<String>> namesEverywhere() {
        var names = new LinkedHashMap<Long, List<String>>();
        running().forEach((id, database) -> names.put(id, names(database)));
        return names;
    }

    RaftSettings settings(long member) {
        return new RaftSettings(
                member,
                folder(member),
                schema,
                network.of(member),
                new PeerBook() {
                    @Override
                    public Set<Long> members() {
                        return members.keySet();
                    }

                    @Override
                    public Set<Long> databaseMembers() {
                        return databaseMembers;
                    }
                },
                TIMING,
                new SecureRandom(),
                LOG);
    }

    Path folder(long member) {
        return folder.resolve("member" + member);
    }

    @Override
    public void close() throws IOException {
        members.values().parallelStream().forEach(ReplicatedDatabase::close);
        network.close();
    }

    private ReplicatedDatabase add(long member, ReplicatedDatabase database) throws IOException {
        members.put(member, database);
        network.listen(member, database::accept);
        return database;
    }

    private ReplicatedDatabase anybody() {
        return members.values().iterator().next();
    }
}
