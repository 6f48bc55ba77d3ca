package dev.pileus.model.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.TrustToken;
import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.client.remotes.Remote;
import dev.pileus.client.remotes.Remote.Authentication;
import dev.pileus.client.remotes.StockClient;
import dev.pileus.model.connections.Resolution.Origin;
import dev.pileus.model.store.Trouble;
import dev.pileus.model.store.Trouble.Unreachable.Cause;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.IdentityException;
import dev.pileus.trust.IdentityFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Fingerprint PIN = new Fingerprint("ab".repeat(32));
    private static final ClientCertificates MAKER =
            new ClientCertificates(InstantSource.system(), new SecureRandom());
    private static final ClientIdentity SERVER = MAKER.create("server");

    @TempDir Path directory;

    private final List<Remote> remotes = new ArrayList<>();
    private ConnectionBook book;
    private Connector connector;

    @BeforeEach
    void make() throws IOException {
        book = ConnectionBook.in(directory);
        connector =
                new Connector(
                        book,
                        () -> new FoundRemotes(remotes, List.of()),
                        new OwnIdentity(directory, MAKER, "test"),
                        InstantSource.fixed(NOW));
    }

    @Test
    void prefersASavedConnectionToAStockRemote() throws IOException {
        remotes.add(remote(StockClient.INCUS, "prod", "https://stock:8443"));
        book.save(connection("https://saved:8443"));
        assertThat(resolve("prod"))
                .isEqualTo(new Resolution.Found(connection("https://saved:8443"), Origin.SAVED));
    }

    @Test
    void findsARemoteOfAStockClient() {
        remotes.add(remote(StockClient.INCUS, "prod", "https://i:8443"));
        remotes.add(remote(StockClient.LXC, "prod", "https://l:8443"));
        assertThat(found("prod").endpoints()).containsExactly(Endpoint.parse("https://i:8443"));
        assertThat(found("lxc:prod").endpoints()).containsExactly(Endpoint.parse("https://l:8443"));
        assertThat(found("prod").pin()).contains(Fingerprint.of(SERVER.certificate()));
        assertThat(found("prod").identity()).isInstanceOf(IdentityChoice.Files.class);
    }

    @Test
    void takesPinAndIdentityForAnAddressFromAStockRemote() {
        remotes.add(remote(StockClient.INCUS, "prod", "https://i:8443"));
        assertThat(found("https://i").name()).isEqualTo("prod");
        assertThat(found("https://i").pin()).isPresent();
    }

    @Test
    void takesAnUnknownAddressAsItIs() {
        var fresh = (Resolution.Found) resolve("https://n1:9443");
        assertThat(fresh.origin()).isEqualTo(Origin.NEW_ADDRESS);
        assertThat(fresh.connection())
                .isEqualTo(
                        new SavedConnection(
                                "n1",
                                List.of(Endpoint.parse("https://n1:9443")),
                                Optional.empty(),
                                new IdentityChoice.Own(),
                                ""));
    }

    @Test
    void namesWhatThereIsForAnUnknownName() throws IOException {
        remotes.add(remote(StockClient.INCUS, "stock", "https://i:8443"));
        book.save(connection("https://saved:8443"));
        assertThat(resolve("nope"))
                .isEqualTo(new Resolution.UnknownName("nope", List.of("prod", "stock")));
    }

    @Test
    void saysThatASingleSignOnIsNeeded() {
        var remote =
                new Remote(
                        "sso",
                        StockClient.INCUS,
                        List.of(Endpoint.parse("https://i:8443")),
                        "",
                        Authentication.SINGLE_SIGN_ON,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        directory);
        remotes.add(remote);
        assertThat(resolve("sso")).isEqualTo(new Resolution.SingleSignOn(remote));
    }

    @Test
    void saysThatNothingListensThere() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var opening = connector.open(connection("https://127.0.0.1:" + free));
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Failed.class,
                        failed ->
                                assertThat(failed.trouble())
                                        .isInstanceOfSatisfying(
                                                Trouble.Unreachable.class,
                                                trouble ->
                                                        assertThat(trouble.cause())
                                                                .isEqualTo(Cause.NOTHING_LISTENS)));
    }

    @Test
    void needsNoKeyPairForASocket() {
        var opening = connector.open(connection("unix:" + directory.resolve("none")));
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Failed.class,
                        failed ->
                                assertThat(failed.trouble())
                                        .extracting(t -> ((Trouble.Unreachable) t).cause())
                                        .isEqualTo(Cause.NO_SOCKET));
        assertThat(directory.resolve("client.key")).doesNotExist();
    }

    @Test
    void saysThatAKeyPairIsMissing() {
        var files = new IdentityChoice.Files(IdentityFiles.in(directory.resolve("nowhere")));
        var connection =
                new SavedConnection(
                        "prod",
                        List.of(Endpoint.parse("https://127.0.0.1:1")),
                        Optional.of(PIN),
                        files,
                        "");
        assertThat(connector.open(connection))
                .isInstanceOfSatisfying(
                        Opening.IdentityUnusable.class,
                        unusable ->
                                assertThat(unusable.problem())
                                        .isInstanceOf(IdentityException.Missing.class));
    }

    @Test
    void refusesATextThatIsNoTokenWithoutRepeatingIt() {
        var opening = connector.openWithToken(connection("https://127.0.0.1:1"), "s3cret");
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.TokenUnreadable.class,
                        unreadable -> assertThat(unreadable.problem()).doesNotContain("s3cret"));
        assertThat(Connector.connection("s3cret")).isEmpty();
    }

    @Test
    void doesNotUseAnExpiredToken() {
        var token = token(PIN.hex(), NOW.minusSeconds(1));
        assertThat(connector.openWithToken(connection("https://127.0.0.1:1"), token))
                .isEqualTo(
                        new Opening.TokenExpired(
                                connection("https://127.0.0.1:1"), NOW.minusSeconds(1)));
    }

    @Test
    void doesNotUseATokenOfAnotherServer() {
        var other = new Fingerprint("cd".repeat(32));
        var token = token(other.hex(), NOW.plusSeconds(60));
        assertThat(connector.openWithToken(connection("https://127.0.0.1:1"), token))
                .isEqualTo(
                        new Opening.TokenOfAnotherServer(
                                connection("https://127.0.0.1:1"), other, PIN));
    }

    @Test
    void makesAConnectionOfATokenAlone() {
        var token = token(PIN.hex(), NOW.plusSeconds(60));
        var connection = Connector.connection(" " + token + "\n").orElseThrow();
        assertThat(connection.endpoints()).containsExactly(Endpoint.parse("https://127.0.0.1:1"));
        assertThat(connection.pin()).contains(PIN);
    }

    private Resolution resolve(String text) {
        return connector.resolve(Target.parse(text));
    }

    private SavedConnection found(String text) {
        return ((Resolution.Found) resolve(text)).connection();
    }

    private static String token(String fingerprint, Instant expiry) {
        return new TrustToken("me", fingerprint, List.of("127.0.0.1:1"), "secret", expiry).encode();
    }

    private static SavedConnection connection(String address) {
        return new SavedConnection(
                "prod",
                List.of(Endpoint.parse(address)),
                Optional.of(PIN),
                new IdentityChoice.Own(),
                "");
    }

    private Remote remote(StockClient client, String name, String address) {
        return new Remote(
                name,
                client,
                List.of(Endpoint.parse(address)),
                "",
                Authentication.CERTIFICATE,
                Optional.of(SERVER.certificate()),
                Optional.of(IdentityFiles.in(directory)),
                false,
                directory);
    }
}
