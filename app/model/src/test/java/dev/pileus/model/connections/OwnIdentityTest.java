package dev.pileus.model.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.IdentityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnIdentityTest {
    @TempDir Path directory;

    @Test
    void isMadeOnceAndKept() throws IOException {
        var made = own().get();
        assertThat(own().get().fingerprint()).isEqualTo(made.fingerprint());
        assertThat(made.certificate().getSubjectX500Principal().getName()).contains("me@here");
    }

    @Test
    void neverReplacesAPairThatLacksItsKey() throws IOException {
        own().get();
        Files.delete(own().files().key());
        assertThatThrownBy(() -> own().get()).isInstanceOf(IdentityException.Missing.class);
        assertThat(own().files().certificate()).exists();
    }

    private OwnIdentity own() {
        var maker = new ClientCertificates(InstantSource.system(), new SecureRandom());
        return new OwnIdentity(directory, maker, "me@here");
    }
}
