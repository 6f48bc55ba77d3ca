package dev.pileus.desktop.wizards.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.TrustToken;
import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.ConfigProblem;
import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.client.remotes.Remote;
import dev.pileus.client.remotes.StockClient;
import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.IdentityFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What needs no server, in both looks and languages.
@ExtendWith(Desktop.class)
class WizardPicturesIT {
    private static final ClientIdentity SERVER =
            new ClientCertificates(InstantSource.system(), new SecureRandom()).create("server");

    @TempDir private Path directory;
    private WizardWindow window;

    @BeforeEach
    void open() throws IOException {
        window = new WizardWindow(directory, this::remotes);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void offersWhatWasFoundAndSaysWhatCouldNotBeRead() {
        window.run("connect.add");
        window.awaitShown("#connect-offers");
        inBothLooksAndLanguages("found");
        assertThat(window.canGoOn()).isTrue();
        assertThat(window.shows("#connect-problems")).isTrue();
    }

    @Test
    void keepsWhatWasTypedInAnotherLanguage() {
        var token =
                new TrustToken(
                                "laptop",
                                "ab".repeat(32),
                                List.of("10.0.1.11:8443", "10.0.1.12:8443", "10.0.2.11:8443"),
                                "secret",
                                Clock.systemUTC().instant().plus(Duration.ofMinutes(170)))
                        .encode();
        window.run("connect.add");
        window.click("#connect-way-token");
        window.type("#connect-token", token);
        inBothLooksAndLanguages("token-decoded");
        assertThat(window.text("#connect-token")).isEqualTo(token);
    }

    @Test
    void saysThatAStockKeyHasAPassphrase() throws IOException {
        var stock = Files.createDirectories(directory.resolve("stock"));
        IdentityFiles.in(stock).save(SERVER);
        Files.writeString(
                stock.resolve("client.key"),
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        window.pick("prod-east");
        assertThat(window.setback()).contains("protected by a passphrase");
        assertThat(window.shows("#connect-remedy")).isTrue();
        inBothLooksAndLanguages("passphrase");
    }

    @Test
    void fingerprint() throws IOException {
        try (var server = HostileServer.html()) {
            window.giveAddress(server.address());
            window.awaitShown("#connect-fingerprint");
            window.type("#connect-expected", "cd".repeat(32));
            inBothLooksAndLanguages("compare");
        }
    }

    @Test
    void mismatch() throws IOException {
        try (var server = HostileServer.html()) {
            window.save("lab", server.address(), "ab".repeat(32));
            window.pick("lab");
            window.awaitShown("#connect-mismatch");
            inBothLooksAndLanguages("mismatch");
        }
    }

    @Test
    void renamesAndRemovesSavedConnections() throws IOException {
        window.save("lab", "lab.example.net", "ab".repeat(32));
        window.save("prod-west", "10.9.0.1:8443", "cd".repeat(32));
        window.run("connect.edit");
        inBothLooksAndLanguages("book");
        window.rename(0, "laboratory");
        assertThat(window.offered()).contains("laboratory", "prod-west").doesNotContain("lab");
        window.remove(0);
        assertThat(window.offered()).contains("prod-west").doesNotContain("laboratory");
    }

    @Test
    void listsSavedConnectionsAndFoundRemotesInThePicker() throws IOException {
        window.save("prod-west", "10.9.0.1:8443", "cd".repeat(32));
        window.awaitOffered("prod-east");
        inBothLooksAndLanguages("welcome");
        window.click("#picker");
        window.photographMenu("picker");
        assertThat(window.offered()).containsExactly("prod-west", "prod-east", "lab", "local");
    }

    @Test
    void offersARemoteThatWasSavedOnlyOnce() throws IOException {
        window.awaitOffered("prod-east");
        window.save("mine", "10.0.1.11:8443", "ab".repeat(32));
        assertThat(window.offered()).contains("mine").doesNotContain("prod-east");
    }

    private void inBothLooksAndLanguages(String name) {
        for (var language : Language.values()) {
            for (var theme : Theme.values()) {
                Desktop.act(() -> {
                    window.shell().speak(language);
                    window.shell().look().show(theme);
                });
                window.photograph(name + "-" + theme.code() + "-" + language.code());
            }
        }
        Desktop.act(() -> window.shell().speak(Language.ENGLISH));
        Desktop.settle();
    }

    private FoundRemotes remotes() {
        return new FoundRemotes(
                List.of(
                        remote("prod-east", StockClient.INCUS, true, addresses()),
                        remote("lab", StockClient.LXC, false, Stream.of("lab.example.net")),
                        remote(
                                "local",
                                StockClient.INCUS,
                                false,
                                Stream.of("unix:/run/incus/unix.socket")),
                        singleSignOn()),
                List.of(
                        new ConfigProblem.Malformed(
                                Path.of("/home/ada/snap/lxd/common/config/config.yml"),
                                "while scanning a simple key, line 7, column 1")));
    }

    private static Stream<String> addresses() {
        return Stream.of("10.0.1.11", "10.0.1.12", "10.0.2.11", "10.0.2.12", "10.0.3.11");
    }

    private Remote singleSignOn() {
        var plain = remote("company", StockClient.INCUS, false, Stream.of("incus.example.com"));
        return new Remote(
                plain.name(),
                plain.client(),
                plain.endpoints(),
                "",
                Remote.Authentication.SINGLE_SIGN_ON,
                plain.pinned(),
                plain.identity(),
                false,
                plain.source());
    }

    private Remote remote(
            String name, StockClient client, boolean isDefault, Stream<String> addresses) {
        return new Remote(
                name,
                client,
                addresses.map(Endpoint::parse).toList(),
                "",
                Remote.Authentication.CERTIFICATE,
                isDefault ? Optional.of(SERVER.certificate()) : Optional.empty(),
                isDefault
                        ? Optional.of(IdentityFiles.in(directory.resolve("stock")))
                        : Optional.empty(),
                isDefault,
                directory.resolve("config.yml"));
    }
}
