package dev.pileus.domain.members;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ApiException;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.database.Batch;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.operations.Token;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinServiceTest {
    private static final Release RELEASE = new Release("0.1.0", TestCluster.VERSION);

    @TempDir Path folder;
    private TestCluster cluster;
    private TrustedTable trusted;
    private JoinTokensService tokens;
    private JoinService joins;

    @BeforeEach
    void open() {
        cluster = TestCluster.of(folder, 2);
        cluster.database.write(
                Batch.builder().run("CREATE TABLE parts (member INTEGER, source TEXT)").build());
        trusted = new TrustedTable(cluster.database);
        trusted.add("f1", "m1");
        trusted.add("f2", "m2");
        trusted.add("f3", "m3");
        tokens = cluster.joinTokens(trusted);
        joins =
                new JoinService(
                        cluster.database,
                        List.of(new Pools()),
                        trusted,
                        tokens,
                        RELEASE,
                        cluster.clock);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void becomesAMemberStepByStep() {
        var request = request("m3", "10.0.0.3:8443", "/srv");
        var place = joins.reserve(request, "f3");
        assertThat(place).isEqualTo(new JoinReservation(3, "m3", "10.0.0.3:8443"));
        assertThat(cluster.members().list()).hasSize(2);
        cluster.clock.turnSeconds(5);
        joins.confirm(3, request);
        var member = cluster.members().member("m3");
        assertThat(member.groups()).containsExactly("default");
        assertThat(member.version()).isEqualTo(TestCluster.VERSION);
        assertThat(member.architecture()).isEqualTo(Architecture.X86_64);
        assertThat(member.heartbeat()).isEqualTo(cluster.clock.instant());
        assertThat(parts()).containsExactly("3:/srv");
        joins.confirm(3, request);
        assertThat(parts()).hasSize(1);
    }

    @Test
    void endsItsTokenAndNoOther() {
        tokens.create("m3", "c1");
        tokens.create("m4", "c1");
        var request = request("m3", "10.0.0.3:8443", "/srv");
        joins.reserve(request, "f3");
        assertThat(openFor("m3")).hasSize(1);
        joins.confirm(3, request);
        assertThat(openFor("m3")).isEmpty();
        assertThat(openFor("m4")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m1 | 10.0.0.3:8443 | f1 | 409 | The cluster already has a member with name: m1",
                "m3 | 10.0.0.2:8443 | f3 | 409 | The cluster already has a member with address: 10.0.0.2:8443",
                "m3 | 10.0.0.3:8443 | f2 | 400 | Existing server certificate with different name \"m2\" already in trust store",
                "a b | 10.0.0.3:8443 | f3 | 400 | Invalid cluster member name: \"a b\"",
            })
    void refusesWhoDoesNotFit(
            String name, String address, String fingerprint, int status, String text) {
        assertRefused(
                status, text, () -> joins.reserve(request(name, address, "/srv"), fingerprint));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void refusesOtherVersions() {
        assertRefused(
                400,
                "The joining server version doesn't match (expected 0.1.0 with DB schema 8)",
                () ->
                        joins.reserve(
                                new JoinRequest(
                                        "m3",
                                        "10.0.0.3:8443",
                                        "0.1.0",
                                        7,
                                        100,
                                        "x86_64",
                                        List.of()),
                                "f3"));
        assertRefused(
                400,
                "The joining server version doesn't match (expected 0.1.0 with API count 100)",
                () ->
                        joins.reserve(
                                new JoinRequest(
                                        "m3", "10.0.0.3:8443", "0.1.0", 8, 99, "x86_64", List.of()),
                                "f3"));
    }

    @Test
    void asksEveryFeatureBeforeAnythingIsChanged() {
        assertRefused(
                400,
                "Missing storage pool default",
                () -> joins.reserve(request("m3", "10.0.0.3:8443", ""), "f3"));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aTryThatFailsLeavesNothing() {
        joins.reserve(request("m3", "10.0.0.3:8443", "/srv"), "f3");
        joins.undo("m3", "f3");
        assertThat(rows()).isEqualTo(2);
        assertThat(trusted.names()).containsExactly("m1", "m2");
        joins.undo("m3", "f3");
        trusted.add("f3", "m3");
        assertThat(joins.reserve(request("m3", "10.0.0.3:8443", "/srv"), "f3").id()).isEqualTo(4);
    }

    @Test
    void aMemberCannotUndoItself() {
        joins.undo("m2", "f2");
        assertThat(rows()).isEqualTo(2);
        assertThat(trusted.names()).contains("m2");
    }

    @Test
    void aSecondTryTakesTheFirstOnesPlace() {
        joins.reserve(request("m3", "10.0.0.3:8443", "/srv"), "f3");
        var second = joins.reserve(request("m3", "10.0.0.3:8443", "/srv"), "f3");
        assertThat(second.id()).isEqualTo(4);
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void forgetsWhoVanished() {
        joins.reserve(request("m3", "10.0.0.3:8443", "/srv"), "f3");
        assertThat(joins.forgetVanished()).isEmpty();
        cluster.clock.turn(JoinService.PATIENCE.plus(Duration.ofSeconds(1)));
        assertThat(joins.forgetVanished()).containsExactly(3L);
        assertThat(rows()).isEqualTo(2);
        assertThat(trusted.names()).containsExactly("m1", "m2");
    }

    @Test
    void takesTrustBackFromWhoNeverCame() {
        tokens.create("m3", "c1");
        var secret = tokenOf("m3").text("secret");
        cluster.database.decide(reader ->
                new Decision<>(tokens.redeem(reader, new Newcomer("m3", "", "f3"), secret), ""));
        trusted.add("f4", "m4");
        joins.forgetStrangers();
        cluster.clock.turn(Duration.ofSeconds(61));
        joins.forgetStrangers();
        assertThat(trusted.names()).containsExactly("m1", "m2", "m3");
        // its token is revoked
        cluster.database.decide(
                reader -> new Decision<>(tokens.end(tokens.openFor(reader, "m3")), ""));
        joins.forgetStrangers();
        assertThat(trusted.names()).containsExactly("m1", "m2");
    }

    @Test
    void whoeverComesNextUnderANameTakesTheTrustAlone() {
        trusted.add("other", "m3");
        joins.reserve(request("m3", "10.0.0.3:8443", "/srv"), "f3");
        assertThat(trusted.names()).containsExactly("m1", "m2", "m3");
    }

    private Token tokenOf(String name) {
        return openFor(name).getFirst();
    }

    private static JoinRequest request(String name, String address, String source) {
        return new JoinRequest(
                name,
                address,
                "0.1.0",
                8,
                100,
                "x86_64",
                List.of(new MemberConfigKey("storage-pool", "default", "source", source, "")));
    }

    private List<Token> openFor(String name) {
        return cluster.database.read(reader -> tokens.openFor(reader, name));
    }

    private long rows() {
        return cluster.database
                .read(reader -> reader.select("SELECT count(*) AS n FROM nodes"))
                .only()
                .number("n");
    }

    private List<String> parts() {
        return cluster.database
                .read(reader -> reader.select("SELECT member, source FROM parts"))
                .list(row -> row.number("member") + ":" + row.text("source"));
    }

    private static final class Pools implements MemberBelongings {
        @Override
        public void check(Reader reader, List<MemberConfigKey> values) {
            if (values.getFirst().value().isEmpty()) {
                throw new ApiException(400, "Missing storage pool default");
            }
        }

        @Override
        public Batch arrive(Reader reader, long member, List<MemberConfigKey> values) {
            return Batch.builder()
                    .run("INSERT INTO parts VALUES (?, ?)", member, values.getFirst().value())
                    .build();
        }
    }
}
