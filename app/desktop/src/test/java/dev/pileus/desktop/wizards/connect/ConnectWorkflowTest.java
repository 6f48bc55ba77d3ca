package dev.pileus.desktop.wizards.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.TrustToken;
import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.wizards.connect.Inputs.Way;
import dev.pileus.model.connections.IdentityChoice;
import dev.pileus.model.connections.SavedConnection;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.IdentityFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectWorkflowTest {
    private static final Fingerprint OTHER = new Fingerprint("ab".repeat(32));

    @TempDir private Path directory;
    private final Screen screen = new Screen();
    private final List<Finished> finished = new ArrayList<>();
    private ConnectServices services;
    private ConnectWorkflow workflow;

    @BeforeEach
    void begin() throws IOException {
        services =
                ConnectServices.in(
                        directory,
                        InstantSource.system(),
                        () -> new FoundRemotes(List.of(), List.of()));
        workflow = new ConnectWorkflow(services, screen.tasks(), finished::add);
    }

    @AfterEach
    void end() {
        workflow.close();
        assertThat(finished).isEmpty();
    }

    @Test
    void waitsForAnAddressThatCanBeOne() {
        workflow.inputs().way().set(Way.ADDRESS);
        assertThat(workflow.ready().get()).isFalse();
        workflow.inputs().address().set("not an address");
        assertThat(workflow.ready().get()).isFalse();
        assertThat(workflow.readiness().addressFault()).isPresent();
        workflow.inputs().address().set("10.0.0.1");
        assertThat(workflow.ready().get()).isTrue();
        assertThat(workflow.readiness().addressFault()).isEmpty();
    }

    @Test
    void doesNotGoOnWithAnExpiredToken() {
        workflow.inputs().way().set(Way.TOKEN);
        workflow.inputs().token().set(token(Instant.parse("2020-01-01T00:00:00Z")));
        workflow.next();
        assertThat(state().waiting()).isEmpty();
        assertThat(workflow.ready().get()).isFalse();
    }

    @Test
    void saysThatNothingListensAndForgetsItOnceSomethingElseIsTyped() throws Exception {
        reach("127.0.0.1:" + HostileServer.freePort());
        assertThat(headline()).isEqualTo("connect.fail.nothingListens");
        assertThat(state().setback().orElseThrow().words()).contains("GET /1.0", "127.0.0.1");
        workflow.inputs().address().set("127.0.0.1:1");
        assertThat(state().setback()).isEmpty();
    }

    @Test
    void saysThatThereIsNoSocket() throws Exception {
        workflow.inputs().way().set(Way.SOCKET);
        workflow.inputs().socket().set(directory.resolve("none").toString());
        next();
        assertThat(headline()).isEqualTo("connect.fail.noSocket");
    }

    @Test
    void goesOnOnlyWhenTheFingerprintIsNotAnotherOne() throws Exception {
        try (var server = HostileServer.html()) {
            reach(server.address());
            var compare = (Page.Compare) state().page();
            assertThat(workflow.ready().get()).isTrue();
            workflow.inputs().expected().set(OTHER.hex());
            assertThat(workflow.ready().get()).isFalse();
            workflow.next();
            assertThat(state()).isEqualTo(State.at(compare));
            workflow.inputs().expected().set(compare.fingerprint().hex().toUpperCase(Locale.ROOT));
            next();
            assertThat(headline()).isEqualTo("connect.fail.notAServer");
        }
    }

    @Test
    void keepsWhatWasTypedOnTheWayBack() throws Exception {
        try (var server = HostileServer.html()) {
            reach(server.address());
            workflow.inputs().expected().set("abc");
            workflow.back();
            assertThat(state().page()).isEqualTo(new Page.Choose());
            assertThat(workflow.inputs().address().get()).isEqualTo(server.address());
            assertThat(workflow.inputs().expected().get()).isEqualTo("abc");
            assertThat(workflow.canGoBack()).isFalse();
        }
    }

    @Test
    void endsAtAnotherCertificateThanThePinnedOne() throws Exception {
        try (var server = HostileServer.html()) {
            services.book().save(connection(server.address(), new IdentityChoice.Own()));
            reach(server.address());
            var mismatch = (Page.Mismatch) state().page();
            assertThat(mismatch.expected()).isEqualTo(OTHER);
            assertThat(mismatch.presented()).isNotEqualTo(OTHER);
            assertThat(workflow.ready().get()).isFalse();
            workflow.next();
            assertThat(state().page()).isEqualTo(mismatch);
        }
    }

    @Test
    void stopsWaitingForASilentServer() throws Exception {
        try (var server = HostileServer.silent()) {
            begin("https://" + server.address());
            screen.until(() -> state().waiting().isPresent());
            workflow.stop();
            assertThat(state()).isEqualTo(State.at(new Page.Choose()));
            assertThat(workflow.inputs().address().get()).contains(server.address());
        }
    }

    @Test
    void offersItsOwnCertificateInsteadOfAStockKeyThatCannotBeRead() throws Exception {
        var files = IdentityFiles.in(directory.resolve("stock"));
        Files.createDirectories(directory.resolve("stock"));
        services.own().files().save(services.own().get());
        files.save(services.own().get());
        Files.writeString(
                files.key(),
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        var picked =
                connection(
                        "127.0.0.1:" + HostileServer.freePort(), new IdentityChoice.Files(files));
        workflow = ConnectWorkflow.opening(picked, services, screen.tasks(), finished::add);
        settle();
        assertThat(headline()).isEqualTo("connect.fail.key.passphrase");
        assertThat(state().page()).isEqualTo(new Page.Reach(picked));
        state().setback().flatMap(Setback::remedy).orElseThrow().run().run();
        settle();
        assertThat(headline()).isEqualTo("connect.fail.nothingListens");
    }

    private void reach(String address) throws InterruptedException {
        begin(address);
        settle();
    }

    private void begin(String address) {
        workflow.inputs().way().set(Way.ADDRESS);
        workflow.inputs().address().set(address);
        workflow.next();
    }

    private void next() throws InterruptedException {
        workflow.next();
        settle();
    }

    private void settle() throws InterruptedException {
        screen.until(() -> state().waiting().isEmpty());
    }

    private State state() {
        return workflow.state().get();
    }

    private String headline() {
        return ((Phrase.Keyed) state().setback().orElseThrow().headline()).key();
    }

    private static SavedConnection connection(String address, IdentityChoice identity) {
        return new SavedConnection(
                "prod", List.of(Endpoint.parse(address)), Optional.of(OTHER), identity, "");
    }

    private static String token(Instant expiry) {
        return new TrustToken("me", OTHER.hex(), List.of("127.0.0.1:1"), "secret", expiry).encode();
    }
}
