package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.JoinToken;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.members.roles.DatabaseRole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/// Issues and redeems join tokens (CONTRACT 8.4): one for each name, for one use, for a while.
public final class JoinTokensService {
    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final MembersService members;
    private final Supplier<DatabaseRoles> databaseRoles;
    private final ClusterSettings settings;
    private final TokenOperations operations;
    private final InstantSource time;
    private final SecureRandom random;

    public JoinTokensService(
            Database database,
            MembersService members,
            Supplier<DatabaseRoles> databaseRoles,
            ClusterSettings settings,
            TokenOperations operations,
            InstantSource time,
            SecureRandom random) {
        this.database = database;
        this.members = members;
        this.databaseRoles = databaseRoles;
        this.settings = settings;
        this.operations = operations;
        this.time = time;
        this.random = random;
    }

    /// A new token; an open one for the same name ends.
    ///
    /// @param fingerprint of the cluster certificate
    public Operation create(String name, String fingerprint) {
        if (!database.read(MembersRepository::isClustered)) {
            throw new ApiException(400, "This server is not clustered");
        }
        MemberNames.check(name);
        var expiry = settings.joinTokenExpiry(time.instant());
        var token = new JoinToken(name, fingerprint, addresses(), secret(), expiry);
        return database.decide(reader -> {
            demandFree(reader, name);
            var batch = Batch.builder();
            operations.open(reader).stream()
                    .filter(open -> open.token().serverName().equals(name))
                    .forEach(open -> batch.add(operations.cancel(reader, open)));
            var started = operations.start(reader, token);
            return new Decision<>(batch.add(started.batch()).build(), started.operation());
        });
    }

    /// Uses a token up: part of the decision that trusts the newcomer's certificate.
    ///
    /// @param name under which the newcomer wants to join
    public Batch redeem(Reader reader, String name, String secret) {
        var open =
                operations.open(reader).stream()
                        .filter(candidate -> same(candidate.token().secret(), secret))
                        .findFirst()
                        .orElseThrow(() ->
                                new ApiException(403, "No matching cluster join operation found"));
        if (open.token().isExpired(time.instant())) {
            throw new ApiException(
                    403, "Failed during search for join token operation: Token has expired");
        }
        if (!open.token().serverName().equals(name)) {
            throw new ApiException(
                    403,
                    "The join token is for member \"%s\", not \"%s\""
                            .formatted(open.token().serverName(), name));
        }
        return operations.cancel(reader, open);
    }

    /// Ends tokens that nobody has used in time.
    public void removeExpired() {
        database.decide(reader -> {
            var batch = Batch.builder();
            operations.open(reader).stream()
                    .filter(open -> open.token().isExpired(time.instant()))
                    .forEach(open -> batch.add(operations.cancel(reader, open)));
            return new Decision<>(batch.build(), time);
        });
    }

    /// Members that can accept a newcomer: those that have the database, are online and stay.
    private List<String> addresses() {
        var roles = databaseRoles.get();
        var addresses =
                members.members().stream()
                        .filter(member -> roles.of(member.id()) != DatabaseRole.SPARE)
                        .filter(member -> !member.phase().inMaintenance())
                        .filter(members::isOnline)
                        .map(Member::address)
                        .toList();
        if (addresses.isEmpty()) {
            throw new ApiException(500, "There are no online cluster members");
        }
        return addresses;
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void demandFree(Reader reader, String name) {
        if (MembersRepository.find(reader, name).isPresent()) {
            throw new ApiException(409, "The cluster already has a member with name: " + name);
        }
    }

    /// In constant time: an answer's delay must not tell how much of a guess was right.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
