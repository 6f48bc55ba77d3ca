package dev.pileus.domain.members;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import dev.pileus.database.Decision;
import dev.pileus.domain.certificates.MemberTrust;
import dev.pileus.domain.members.roles.DatabaseRole;
import dev.pileus.domain.operations.Token;
import dev.pileus.domain.operations.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JoinTokensServiceTest {
    private static final String FINGERPRINT = "de9d1d58";
    private static final String UNKNOWN = "No matching cluster join operation found";

    private static final String NEWCOMER = "1f";
    private static final String STRANGER = "2f";

    @TempDir Path folder;
    private TestCluster cluster;
    private Tokens operations;
    private JoinTokensService tokens;
    private TrustedTable trusted;

    @BeforeEach
    void begin() {
        cluster = TestCluster.of(folder, 4);
        operations = cluster.tokenOperations();
        trusted = new TrustedTable(cluster.database);
        tokens = cluster.joinTokens(trusted);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void tellsWhomToAskAndHowLong() {
        tokens.create("m9", FINGERPRINT);
        var token = only();
        assertThat(token.text("serverName")).isEqualTo("m9");
        assertThat(token.text("fingerprint")).isEqualTo(FINGERPRINT);
        assertThat(token.text("secret")).matches("[0-9a-f]{64}");
        assertThat(token.text("expiresAt"))
                .isEqualTo(cluster.clock.instant().plus(Duration.ofHours(3)).toString());
        assertThat(addresses(token))
                .containsExactly("10.0.0.1:8443", "10.0.0.2:8443", "10.0.0.3:8443");
    }

    @Test
    void namesOnlyMembersThatCanAcceptSomebody() {
        cluster.liveness.told(Map.of(2L, Duration.ofMinutes(1)));
        new MaintenanceService(cluster.database).beginEvacuation("m3");
        cluster.role(4, DatabaseRole.STANDBY);
        tokens.create("m9", FINGERPRINT);
        assertThat(addresses(only())).containsExactly("10.0.0.1:8443", "10.0.0.4:8443");
        cluster.clock.turnSeconds(60);
        assertRefused(
                500, "There are no online cluster members", () -> tokens.create("m8", FINGERPRINT));
    }

    @Test
    void refusesNames() throws Exception {
        assertRefused(
                400, "Invalid cluster member name: \"\"", () -> tokens.create("", FINGERPRINT));
        assertRefused(
                409,
                "The cluster already has a member with name: m1",
                () -> tokens.create("m1", FINGERPRINT));
        try (var alone = TestCluster.standalone(Files.createDirectory(folder.resolve("alone")))) {
            assertRefused(
                    400,
                    "This server is not clustered",
                    () -> alone.joinTokens(new MemberTrust()).create("m2", FINGERPRINT));
        }
    }

    @Test
    void aNewTokenEndsTheOldOneOfItsName() {
        tokens.create("m9", FINGERPRINT);
        var first = only();
        tokens.create("m9", FINGERPRINT);
        assertThat(only().text("secret")).isNotEqualTo(first.text("secret"));
        assertRefused(403, UNKNOWN, () -> redeem("m9", first.text("secret")));
    }

    @Test
    void worksOnceAndForItsNameOnly() {
        tokens.create("m9", FINGERPRINT);
        var secret = only().text("secret");
        assertRefused(
                403, "The join token is for member \"m9\", not \"zz\"", () -> redeem("zz", secret));
        redeem("m9", secret);
        trusted.add(NEWCOMER, "m9");
        assertRefused(403, UNKNOWN, () -> redeem("m9", secret, STRANGER));
        cluster.database.decide(
                reader -> new Decision<>(tokens.end(tokens.openFor(reader, "m9")), "m9"));
        assertRefused(403, UNKNOWN, () -> redeem("m9", secret));
    }

    @Test
    void isFreeAgainWhenItsHoldersJoinHasFailed() {
        tokens.create("m9", FINGERPRINT);
        var secret = only().text("secret");
        redeem("m9", secret);
        trusted.add(NEWCOMER, "m9");
        redeem("m9", secret);
        cluster.database.decide(reader -> new Decision<>(trusted.forget(reader, "m9"), "m9"));
        redeem("m9", secret, STRANGER);
        assertThat(only().text("secret")).isEqualTo(secret);
    }

    @Test
    void doesNotWorkForever() {
        tokens.create("m8", FINGERPRINT);
        cluster.clock.turn(Duration.ofHours(2));
        cluster.liveness.told(Map.of());
        tokens.create("m9", FINGERPRINT);
        cluster.clock.turn(Duration.ofMinutes(61));
        var secret = open().getFirst().text("secret");
        assertRefused(
                403,
                "Failed during search for join token operation: Token has expired",
                () -> redeem("m8", secret));
        tokens.removeExpired();
        assertThat(only().text("serverName")).isEqualTo("m9");
    }

    @Test
    void isAnOperationThatRuns() {
        var operation = tokens.create("m9", FINGERPRINT);
        assertThat(operation.operationClass()).isEqualTo(Operation.CLASS_TOKEN);
        assertThat(operation.mayCancel()).isTrue();
    }

    private void redeem(String name, String secret) {
        redeem(name, secret, NEWCOMER);
    }

    private void redeem(String name, String secret, String fingerprint) {
        cluster.database.decide(reader ->
                new Decision<>(
                        tokens.redeem(reader, new Newcomer(name, "", fingerprint), secret), name));
    }

    private List<Token> open() {
        return cluster.database.read(operations::open);
    }

    private static List<String> addresses(Token token) {
        return Json.mapper()
                .valueToTree(token.metadata())
                .path("addresses")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private Token only() {
        assertThat(open()).hasSize(1);
        return open().getFirst();
    }
}
