package dev.pileus.client.remotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.IdentityException;
import dev.pileus.trust.IdentityFiles;
import dev.pileus.trust.PemCertificates;
import dev.pileus.trust.ServerTrust;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which keys and pins belong to a remote.
class RemoteMaterialTest extends FakeHome {
    private Path incus;

    @BeforeEach
    void chooseDirectory() {
        incus = home().resolve(".config/incus");
    }

    @Test
    void usesPinAndCommonPair() throws Exception {
        var common = identity("common");
        var server = identity("server");
        IdentityFiles.in(incus).save(common);
        write(incus.resolve("config.yml"), PROD);
        write(incus.resolve("servercerts/prod.crt"), PemCertificates.text(server.chain()));

        var settings = find().named("prod").orElseThrow().settings();

        assertThat(settings.identity()).isEqualTo(common);
        assertThat(settings.trust()).isEqualTo(ServerTrust.pinned(server.fingerprint()));
    }

    @Test
    void prefersThePairOfTheRemote() throws Exception {
        var own = identity("own");
        IdentityFiles.in(incus).save(identity("common"));
        IdentityFiles.named(incus.resolve("clientcerts"), "prod").save(own);
        write(incus.resolve("config.yml"), PROD);
        assertThat(find().named("prod").orElseThrow().settings().identity()).isEqualTo(own);
    }

    @Test
    void asksAnAuthorityWithoutPin() throws Exception {
        write(incus.resolve("config.yml"), PROD);
        var settings = find().named("prod").orElseThrow().settings();
        assertThat(settings.trust()).isEqualTo(ServerTrust.authorities());
        assertThat(settings.identity()).isNull();
    }

    @Test
    void usesTheUsersPairForTheRemotesOfEverybody() throws Exception {
        var common = identity("common");
        var server = identity("server");
        IdentityFiles.in(incus).save(common);
        write(root.resolve("etc/incus/config.yml"), PROD);
        write(root.resolve("etc/incus/servercerts/prod.crt"), PemCertificates.text(server.chain()));
        var remote = find().named("prod").orElseThrow();
        assertThat(remote.settings().identity()).isEqualTo(common);
        assertThat(remote.pinned().map(Fingerprint::of)).contains(server.fingerprint());
    }

    @Test
    void saysThatAKeyNeedsItsPassphrase() throws Exception {
        IdentityFiles.in(incus).save(identity("common"));
        write(
                incus.resolve("client.key"),
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        write(incus.resolve("config.yml"), PROD);
        var remote = find().named("prod").orElseThrow();
        assertThatThrownBy(remote::settings)
                .isInstanceOf(IdentityException.PassphraseProtected.class);
    }

    @Test
    void reportsABrokenPin() throws Exception {
        write(incus.resolve("config.yml"), PROD);
        var pin = write(incus.resolve("servercerts/prod.crt"), "hello");
        var found = find();
        assertThat(found.named("prod").orElseThrow().pinned()).isEmpty();
        assertThat(found.problems())
                .singleElement()
                .isInstanceOf(ConfigProblem.Malformed.class)
                .extracting(ConfigProblem::file)
                .isEqualTo(pin);
    }

    @Test
    void staysInItsDirectory() throws Exception {
        var outside = identity("outside");
        IdentityFiles.named(incus, "outside").save(outside);
        write(incus.resolve("config.yml"), "remotes: {'../outside': {addr: 'a'}}");
        var remote = find().named("../outside").orElseThrow();
        assertThat(remote.pinned()).isEmpty();
        assertThat(remote.identity()).isEmpty();
    }
}
