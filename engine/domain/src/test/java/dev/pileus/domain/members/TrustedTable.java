package dev.pileus.domain.members;

import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Reader;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is trusted as a member, by fingerprints of certificates that need not be.
final class TrustedTable implements NewcomerTrust {
    private final Database database;

    TrustedTable(Database database) {
        this.database = database;
        database.write(
                Batch.builder().run("CREATE TABLE trusted (fingerprint TEXT, name TEXT)").build());
    }

    void add(String fingerprint, String name) {
        database.write(
                Batch.builder()
                        .run("INSERT INTO trusted VALUES (?, ?)", fingerprint, name)
                        .build());
    }

    List<String> names() {
        return database.read(reader -> reader.select("SELECT name FROM trusted ORDER BY name"))
                .list(row -> row.text("name"));
    }

    @Override
    public Optional<String> nameOf(Reader reader, String fingerprint) {
        return reader.select("SELECT name FROM trusted WHERE fingerprint = ?", fingerprint)
                .first()
                .map(row -> row.text("name"));
    }

    @Override
    public Map<String, String> names(Reader reader) {
        var names = new HashMap<String, String>();
        reader.select("SELECT fingerprint, name FROM trusted")
                .forEach(row -> names.put(row.text("fingerprint"), row.text("name")));
        return names;
    }

    @Override
    public Batch forgetCertificate(String fingerprint) {
        return Batch.builder()
                .run("DELETE FROM trusted WHERE fingerprint = ?", fingerprint)
                .build();
    }

    @Override
    public Batch trust(Reader reader, String name, X509Certificate certificate) {
        throw new IllegalStateException("nobody asks for that here");
    }

    @Override
    public Batch forget(Reader reader, String name) {
        return Batch.builder().run("DELETE FROM trusted WHERE name = ?", name).build();
    }
}
