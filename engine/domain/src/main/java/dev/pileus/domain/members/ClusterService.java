package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.Cluster;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.config.ListenAddress;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;

/// Whether this server is clustered, and how it becomes so (CONTRACT 8.1, 8.2).
public final class ClusterService {
    private static final Comparator<MemberConfigKey> ORDER =
            Comparator.comparing(MemberConfigKey::entity)
                    .thenComparing(MemberConfigKey::name)
                    .thenComparing(MemberConfigKey::key);

    private final Database database;
    private final NewcomerTrust trust;
    private final List<MemberBelongings> belongings;

    public ClusterService(
            Database database, NewcomerTrust trust, List<MemberBelongings> belongings) {
        this.database = database;
        this.trust = trust;
        this.belongings = List.copyOf(belongings);
    }

    /// This member's view.
    ///
    /// @param own its id
    public Cluster get(long own) {
        return database.read(reader ->
                new Cluster(
                        name(reader, own), MembersRepository.isClustered(reader), keys(reader)));
    }

    public boolean isClustered() {
        return database.read(MembersRepository::isClustered);
    }

    /// The only member of a server on its own becomes the first member of a cluster.
    ///
    /// @param address `host:port` under which members and clients reach it
    /// @param certificate with which this member meets others
    public void bootstrap(
            long own, String name, ListenAddress address, X509Certificate certificate) {
        MemberNames.check(name);
        database.decide(reader -> {
            if (MembersRepository.isClustered(reader)) {
                throw new ApiException(400, "This server is already clustered");
            }
            var batch =
                    Batch.builder()
                            .add(trust.trust(reader, name, certificate))
                            .add(MembersRepository.bootstrap(own, name, address.text()));
            return new Decision<>(batch.build(), name);
        });
    }

    private static String name(Reader reader, long own) {
        return MembersRepository.isClustered(reader)
                ? MembersRepository.all(reader).stream()
                        .filter(member -> member.id() == own)
                        .map(Member::name)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private List<MemberConfigKey> keys(Reader reader) {
        return belongings.stream()
                .flatMap(owner -> owner.keys(reader).stream())
                .sorted(ORDER)
                .toList();
    }
}
