package dev.pileus.domain.certificates;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Certificate;
import dev.pileus.api.Operation;
import dev.pileus.api.TrustToken;
import dev.pileus.database.Batch;
import dev.pileus.database.Decision;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.Clock;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.caller.Trust;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Tokens;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.PasswordHash;
import dev.pileus.trust.PemCertificates;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesServiceTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;
    private final Clock clock = new Clock();
    private final ClientCertificates maker = new ClientCertificates(clock, RANDOM);
    private List<String> addresses = List.of("127.0.0.1:9643");
    private LocalDatabase database;
    private OperationsService operations;
    private CertificatesService certificates;
    private Admission admission;
    private TrustStore trust;

    @BeforeEach
    void open() {
        database = TestDatabase.standalone(folder);
        var here = ThisMember.standalone();
        var events = TestDatabase.silence();
        var tokens = new Tokens(here, events, clock, UUID::randomUUID);
        var settings = new Settings(database);
        operations = new OperationsService(database, here, events, clock, UUID::randomUUID, tokens);
        certificates =
                new CertificatesService(
                        database, tokens, settings, network(), events, clock, RANDOM);
        admission =
                new Admission(certificates, (reader, newcomer, secret) -> Batch.empty(), settings);
        trust = new TrustStore(database, clock);
    }

    @AfterEach
    void close() {
        operations.close();
        database.close();
    }

    private Network network() {
        return new Network() {
            @Override
            public List<String> addresses() {
                return addresses;
            }

            @Override
            public Fingerprint fingerprint() {
                return new Fingerprint("de".repeat(32));
            }

            @Override
            public String certificate() {
                return "";
            }
        };
    }

    @Test
    void trustsAndForgetsCertificates() throws Exception {
        var ann = maker.create("ann");
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.None());

        var der = Base64.getEncoder().encodeToString(ann.certificate().getEncoded());
        var url = certificates.add(request("ann", "client", der));

        assertThat(url).isEqualTo("/1.0/certificates/" + ann.fingerprint().hex());
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.Full());
        var entry = certificates.get(ann.fingerprint().shortForm());
        assertThat(entry.name()).isEqualTo("ann");
        assertThat(entry.certificate()).isEqualTo(PemCertificates.text(ann.chain()));
        assertRefused(
                409,
                "Certificate already in trust store",
                () -> certificates.add(request("again", "client", der)));

        certificates.delete(ann.fingerprint().hex());
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.None());
        assertRefused(404, "Certificate not found", () -> certificates.get("ffff"));
    }

    @Test
    void refusesAnAmbiguousPrefix() {
        certificates.add(request("ann", "client", pem(maker.create("ann"))));
        certificates.add(request("bob", "client", pem(maker.create("bob"))));
        assertRefused(404, "Certificate not found", () -> certificates.get(""));
    }

    @Test
    void trustsNobodyWhoseTimeIsOver() {
        var ann = maker.create("ann");
        certificates.add(request("ann", "client", pem(ann)));
        clock.turn(Duration.ofDays(3653));
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.None());
    }

    @Test
    void limitsClientsToProjects() {
        var ann = maker.create("ann");
        var limited =
                new CertificateRequest(
                        "ann", "client", true, List.of("default"), pem(ann), "", "", "", false, "");
        certificates.add(limited);
        assertThat(trust.trust(ann.certificate()))
                .isEqualTo(new Trust.Restricted(Set.of("default")));
        var nowhere =
                new CertificateRequest(
                        "bob",
                        "client",
                        true,
                        List.of("no"),
                        pem(maker.create("bob")),
                        "",
                        "",
                        "",
                        false,
                        "");
        assertRefused(404, "Project not found", () -> certificates.add(nowhere));

        certificates.update(
                ann.fingerprint().hex(),
                found -> new CertificateUpdate("ann", "", false, List.of(), "", "free"));
        assertThat(trust.trust(ann.certificate())).isEqualTo(new Trust.Full());
        assertThat(certificates.get(ann.fingerprint().hex()).description()).isEqualTo("free");
    }

    @Test
    void renewsACertificateButNotItsType() {
        var old = maker.create("ann");
        var next = maker.create("ann");
        certificates.add(request("ann", "client", pem(old)));
        assertRefused(
                400,
                "The certificate type cannot be changed",
                () ->
                        update(
                                old,
                                new CertificateUpdate("ann", "server", false, List.of(), "", "")));
        update(old, new CertificateUpdate("ann", "client", false, List.of(), pem(next), ""));
        assertThat(trust.trust(old.certificate())).isEqualTo(new Trust.None());
        assertThat(trust.trust(next.certificate())).isEqualTo(new Trust.Full());
    }

    private void update(ClientIdentity identity, CertificateUpdate update) {
        certificates.update(identity.fingerprint().hex(), found -> update);
    }

    @Test
    void tokensAreForOneUseUnderTheirName() throws Exception {
        var issued = certificates.issueToken(token("ann"));
        assertThat(issued.operationClass()).isEqualTo("token");
        assertThat(issued.metadata())
                .hasEntrySatisfying(
                        "request",
                        request -> {
                            assertThat(request.path("name").stringValue()).isEqualTo("ann");
                            assertThat(request.has("password")).isFalse();
                        });
        var text = text(issued);
        var ann = maker.create("whoever");

        admission.admit(proof("override", text, ""), Optional.of(ann.certificate()), "host");

        assertThat(certificates.list()).extracting(Certificate::name).containsExactly("ann");
        assertThat(operations.get(issued.id()).status()).isEqualTo("Cancelled");
        var bob = maker.create("bob");
        assertRefused(
                403,
                "No matching certificate add operation found",
                () -> admission.admit(proof("", "", text), Optional.of(bob.certificate()), "host"));
    }

    @Test
    void anotherTokenForTheSameNameEndsTheFirst() {
        var first = certificates.issueToken(token("ann"));
        var second = certificates.issueToken(token("ann"));
        assertThat(operations.get(first.id()).status()).isEqualTo("Cancelled");
        assertThat(operations.get(second.id()).status()).isEqualTo("Running");
    }

    @Test
    void tokensExpireWhenTheClusterSaysSo() {
        set("core.remote_token_expiry", "1H");
        var issued = certificates.issueToken(token("ann"));
        assertThat(issued.text("expiresAt")).isEqualTo("2026-11-20T17:00:00Z");
        clock.turn(Duration.ofHours(1).plusSeconds(1));
        assertRefused(
                403,
                "Failed during search for certificate add token operation: Token has expired",
                () ->
                        admission.admit(
                                proof("", text(issued), ""),
                                Optional.of(maker.create("ann").certificate()),
                                "host"));
        assertThat(operations.get(issued.id()).status()).isEqualTo("Cancelled");
        assertThat(certificates.list()).isEmpty();
    }

    @Test
    void issuesNoTokenWhileNobodyCouldComeWithIt() {
        addresses = List.of();
        assertRefused(
                400,
                "Can't issue token when server isn't listening on network",
                () -> certificates.issueToken(token("ann")));
    }

    @Test
    void letsInWhoKnowsThePassword() {
        var ann = Optional.of(maker.create("ann").certificate());
        assertRefused(
                403, "not authorized", () -> admission.admit(proof("", "", "guess"), ann, "h"));
        set("core.trust_password", PasswordHash.of("sekrit", RANDOM));
        assertRefused(
                403, "not authorized", () -> admission.admit(proof("", "", "guess"), ann, "h"));
        assertRefused(403, "not authorized", () -> admission.admit(proof("", "", ""), ann, "h"));
        assertRefused(
                403,
                "not authorized",
                () -> admission.admit(proof("", "", "sekrit"), Optional.empty(), "h"));
        admission.admit(proof("", "", "sekrit"), ann, "10.0.0.7");
        assertThat(certificates.list()).extracting(Certificate::name).containsExactly("10.0.0.7");
    }

    @Test
    void refusesGarbageInTheStockWords() {
        assertRefused(
                400,
                "illegal base64 data at input byte 0",
                () -> certificates.add(request("x", "client", "!")));
        assertRefused(
                400,
                "Invalid certificate material: it is no certificate",
                () -> certificates.add(request("x", "client", "aGVsbG8=")));
        assertRefused(
                400,
                "Invalid certificate type",
                () -> certificates.add(request("x", "bogus", "aGVsbG8=")));
    }

    @Test
    void neverPrintsASecret() {
        assertThat(proof("n", "the-token", "the-password").toString())
                .doesNotContain("the-token", "the-password");
    }

    private void set(String key, String value) {
        database.decide(reader ->
                new Decision<>(
                        Batch.builder()
                                .run("INSERT INTO config (key, value) VALUES (?, ?)", key, value)
                                .build(),
                        key));
    }

    private static String text(Operation issued) {
        return new TrustToken(
                        "ann",
                        issued.text("fingerprint"),
                        List.of("127.0.0.1:9643"),
                        issued.text("secret"),
                        TrustToken.NEVER)
                .encode();
    }

    private static String pem(ClientIdentity identity) {
        return PemCertificates.text(identity.chain());
    }

    private static CertificateRequest request(String name, String type, String certificate) {
        return new CertificateRequest(
                name, type, false, List.of(), certificate, "", "", "", false, "");
    }

    private static CertificateRequest token(String name) {
        return new CertificateRequest(name, "client", false, List.of(), "", "", "", "", true, "");
    }

    private static CertificateRequest proof(String name, String token, String password) {
        return new CertificateRequest(
                name, "client", false, List.of(), "", "", token, password, false, "");
    }
}
