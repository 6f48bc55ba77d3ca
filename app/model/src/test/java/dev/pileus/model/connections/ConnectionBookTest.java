package dev.pileus.model.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.client.Endpoint;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.IdentityFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionBookTest {
    private static final Fingerprint PIN = new Fingerprint("ab".repeat(32));

    @TempDir Path directory;

    @Test
    void isEmptyBeforeTheFirstConnection() throws IOException {
        var book = ConnectionBook.in(directory.resolve("none"));
        assertThat(book.connections()).isEmpty();
        assertThat(book.setAside()).isEmpty();
    }

    @Test
    void remembersWhatWasSaved() throws IOException {
        var stock =
                new SavedConnection(
                        "本番",
                        List.of(Endpoint.parse("unix:/run/incus/unix.socket")),
                        Optional.empty(),
                        new IdentityChoice.Files(IdentityFiles.in(Path.of("/home/me"))),
                        "web");
        ConnectionBook.in(directory).save(prod());
        ConnectionBook.in(directory).save(stock);
        assertThat(ConnectionBook.in(directory).connections()).containsExactly(prod(), stock);
        assertThat(ConnectionBook.in(directory).named("本番")).contains(stock);
        assertThat(ConnectionBook.in(directory).at(Endpoint.parse("https://n2"))).contains(prod());
    }

    @Test
    void replacesTheConnectionWithTheSameName() throws IOException {
        var book = ConnectionBook.in(directory);
        book.save(prod());
        var other = new Fingerprint("cd".repeat(32));
        book.save(prod().pinned(other));
        assertThat(book.connections()).containsExactly(prod().pinned(other));
    }

    @Test
    void renamesAConnectionInItsPlace() throws IOException {
        var book = ConnectionBook.in(directory);
        book.save(prod());
        book.save(prod().renamed("other"));
        book.rename("prod", "production");
        assertThat(ConnectionBook.in(directory).connections())
                .containsExactly(prod().renamed("production"), prod().renamed("other"));
        assertThatThrownBy(() -> book.rename("production", "other"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgetsWhatWasRemoved() throws IOException {
        var book = ConnectionBook.in(directory);
        book.save(prod());
        book.save(prod().renamed("other"));
        book.remove("prod");
        assertThat(ConnectionBook.in(directory).connections())
                .containsExactly(prod().renamed("other"));
    }

    @Test
    void keepsWhatANewerVersionWrote() throws IOException {
        Files.writeString(
                file(),
                """
                {"version": 7, "connections": [
                  {"name": "prod", "endpoints": ["https://n9:8443"], "colour": "red"},
                  {"name": "odd", "endpoints": ["carrier-pigeon://roof"]}]}
                """);
        var book = ConnectionBook.in(directory);
        assertThat(book.connections()).extracting(SavedConnection::name).containsExactly("prod");
        book.save(prod());
        var document = ConnectionFile.JSON.readTree(Files.readString(file()));
        assertThat(document.path("version").asInt()).isEqualTo(7);
        var entries = document.path("connections");
        assertThat(entries.path(0).path("colour").asString()).isEqualTo("red");
        assertThat(entries.path(1).path("endpoints").path(0).asString()).startsWith("carrier");
    }

    @Test
    void putsADamagedFileAsideAndSaysSo() throws IOException {
        Files.writeString(file(), "{\"connections\": [");
        var book = ConnectionBook.in(directory);
        book.save(prod());
        assertThat(book.setAside()).isPresent();
        assertThat(book.setAside().orElseThrow()).hasContent("{\"connections\": [");
        assertThat(ConnectionBook.in(directory).connections()).containsExactly(prod());
    }

    @Test
    void keepsEveryDamagedFile() throws IOException {
        Files.writeString(file(), "first");
        ConnectionBook.in(directory);
        Files.writeString(file(), "[]");
        var second = ConnectionBook.in(directory).setAside().orElseThrow();
        assertThat(second).hasContent("[]");
        assertThat(directory.toFile().list()).hasSize(2);
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        ConnectionBook.in(directory).save(prod());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(directory.toFile().list()).containsExactly("connections.json");
    }

    @Test
    void seesWhatAnotherConsoleSaved() throws IOException {
        var mine = ConnectionBook.in(directory);
        ConnectionBook.in(directory).save(prod());
        mine.save(prod().renamed("mine"));
        assertThat(mine.connections()).hasSize(2);
    }

    private Path file() {
        return directory.resolve("connections.json");
    }

    private static SavedConnection prod() {
        return new SavedConnection(
                "prod",
                List.of(Endpoint.parse("https://n1:8443"), Endpoint.parse("https://n2:8443")),
                Optional.of(PIN),
                new IdentityChoice.Own(),
                "");
    }
}
