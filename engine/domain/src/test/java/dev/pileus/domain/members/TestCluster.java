package dev.pileus.domain.members;

import dev.pileus.database.Batch;
import dev.pileus.database.Decision;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.Schema;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.certificates.MemberTrust;
import dev.pileus.domain.config.ListenAddress;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.groups.GroupMembership;
import dev.pileus.domain.members.roles.DatabaseRole;
import dev.pileus.domain.members.roles.RoleLimits;
import dev.pileus.domain.operations.Tokens;
import dev.pileus.trust.ServerCertificates;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// A real database of a cluster, with a clock to turn and roles to give.
final class TestCluster implements AutoCloseable, ClusterSettings {
    private static final ThisMember HERE = TestDatabase.member(1, "m1");
    static final MemberVersion VERSION = new MemberVersion(8, 100);
    static final ListenAddress ADDRESS = new ListenAddress("10.0.0.1", "8443");
    static final X509Certificate CERTIFICATE =
            new ServerCertificates(InstantSource.system(), new SecureRandom())
                    .create(List.of("m1"), Set.of())
                    .certificate();

    final FakeClock clock = new FakeClock();
    final Liveness liveness = new Liveness(clock);
    final LocalDatabase database;
    private final Map<Long, DatabaseRole> roles = new HashMap<>(Map.of(1L, DatabaseRole.VOTER));
    private RoleLimits limits = RoleLimits.DEFAULT;

    private TestCluster(LocalDatabase database) {
        this.database = database;
    }

    static TestCluster standalone(Path folder) {
        var database = LocalDatabase.open(folder.resolve("global.db"), Schema.migrations());
        var cluster = new TestCluster(database);
        cluster.members().announce(1, VERSION, Architecture.X86_64);
        return cluster;
    }

    /// Members `m1`, `m2` … at `10.0.0.1:8443` …; the first one leads, the first three vote.
    static TestCluster of(Path folder, int members) {
        var cluster = standalone(folder);
        cluster.service().bootstrap(1, "m1", ADDRESS, CERTIFICATE);
        for (var number = 2; number <= members; number++) {
            cluster.add("m" + number, "10.0.0." + number + ":8443");
        }
        return cluster;
    }

    void add(String name, String address) {
        database.decide(reader -> {
            var id = MembersRepository.nextId(reader);
            roles.put(id, id <= 3 ? DatabaseRole.VOTER : DatabaseRole.SPARE);
            var member = member(id, name, address);
            var batch =
                    Batch.builder()
                            .add(MembersRepository.reserve(member))
                            .add(MembersRepository.phase(member, MemberPhase.CREATED))
                            .add(GroupMembership.welcome(id));
            return new Decision<>(batch.build(), id);
        });
    }

    private Member member(long id, String name, String address) {
        return new Member(
                id,
                name,
                "",
                address,
                VERSION,
                clock.instant(),
                MemberPhase.PENDING,
                Architecture.X86_64,
                Member.DEFAULT_DOMAIN,
                List.of(),
                Map.of(),
                List.of());
    }

    void role(long member, DatabaseRole role) {
        roles.put(member, role);
    }

    DatabaseRoles roles() {
        return new DatabaseRoles(OptionalLong.of(1), roles);
    }

    MembersService members() {
        return new MembersService(database, this::roles, liveness, this, List.of(), events());
    }

    /// Knows the tokens of any other object of this cluster.
    Tokens tokenOperations() {
        return new Tokens(HERE, events(), clock, UUID::randomUUID);
    }

    JoinTokensService joinTokens(NewcomerTrust trust) {
        return new JoinTokensService(
                database,
                members(),
                this::roles,
                this,
                tokenOperations(),
                trust,
                events(),
                clock,
                new SecureRandom());
    }

    private EventHub events() {
        return new EventHub(HERE, clock);
    }

    ClusterService service() {
        return new ClusterService(database, new MemberTrust(), List.of());
    }

    @Override
    public RoleLimits roleLimits() {
        return limits;
    }

    void limits(RoleLimits other) {
        limits = other;
    }

    @Override
    public Duration offlineThreshold() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Instant joinTokenExpiry(Instant from) {
        return from.plus(Duration.ofHours(3));
    }

    @Override
    public void close() {
        database.close();
    }
}
