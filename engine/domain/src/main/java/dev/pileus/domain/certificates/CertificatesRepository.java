package dev.pileus.domain.certificates;

import dev.pileus.api.ApiException;
import dev.pileus.api.Certificate;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The certificates' SQL.
final class CertificatesRepository {
    private static final String COLUMNS =
            "SELECT id, fingerprint, type, name, certificate, restricted, description FROM certificates";

    private CertificatesRepository() {}

    static List<Certificate> all(Reader reader) {
        var projects = projects(reader);
        return reader.select(COLUMNS + " ORDER BY id").list(row -> certificate(row, projects));
    }

    static Optional<Certificate> find(Reader reader, String fingerprint) {
        var projects = projects(reader);
        return reader.select(COLUMNS + " WHERE fingerprint = ?", fingerprint)
                .first()
                .map(row -> certificate(row, projects));
    }

    /// The one whose fingerprint begins so; none when there are several.
    static Optional<Certificate> findByPrefix(Reader reader, String prefix) {
        var projects = projects(reader);
        var found =
                reader.select(
                        COLUMNS + " WHERE substr(fingerprint, 1, length(?)) = ?", prefix, prefix);
        return found.size() == 1
                ? found.first().map(row -> certificate(row, projects))
                : Optional.empty();
    }

    static Optional<String> memberName(Reader reader, String fingerprint) {
        return reader.select(
                        "SELECT name FROM certificates WHERE fingerprint = ? AND type = ?",
                        fingerprint,
                        CertificateType.SERVER.number())
                .first()
                .map(row -> row.text("name"));
    }

    /// Names of members, by fingerprint.
    static Map<String, String> memberNames(Reader reader) {
        var names = new HashMap<String, String>();
        reader.select(
                        "SELECT fingerprint, name FROM certificates WHERE type = ?",
                        CertificateType.SERVER.number())
                .forEach(row -> names.put(row.text("fingerprint"), row.text("name")));
        return names;
    }

    static Batch forgetMember(String name) {
        return Batch.builder()
                .run(
                        "DELETE FROM certificates WHERE name = ? AND type = ?",
                        name,
                        CertificateType.SERVER.number())
                .build();
    }

    static Batch renameMember(String name, String newName) {
        return Batch.builder()
                .run(
                        "UPDATE certificates SET name = ? WHERE name = ? AND type = ?",
                        newName,
                        name,
                        CertificateType.SERVER.number())
                .build();
    }

    static Batch add(Reader reader, Certificate certificate) {
        var batch =
                Batch.builder()
                        .one(
                                """
                                INSERT INTO certificates
                                    (fingerprint, type, name, certificate, restricted, description)
                                VALUES (?, ?, ?, ?, ?, ?)\
                                """,
                                certificate.fingerprint(),
                                type(certificate).number(),
                                certificate.name(),
                                certificate.certificate(),
                                certificate.restricted(),
                                certificate.description());
        return batch.add(limit(reader, certificate.fingerprint(), certificate.projects())).build();
    }

    static Batch update(Reader reader, String fingerprint, Certificate next) {
        return Batch.builder()
                .one(
                        """
                        UPDATE certificates
                        SET fingerprint = ?, type = ?, name = ?, certificate = ?, restricted = ?,
                            description = ?
                        WHERE fingerprint = ?\
                        """,
                        next.fingerprint(),
                        type(next).number(),
                        next.name(),
                        next.certificate(),
                        next.restricted(),
                        next.description(),
                        fingerprint)
                .add(limit(reader, next.fingerprint(), next.projects()))
                .build();
    }

    static Batch delete(String fingerprint) {
        return Batch.builder()
                .one("DELETE FROM certificates WHERE fingerprint = ?", fingerprint)
                .build();
    }

    private static Batch limit(Reader reader, String fingerprint, List<String> projects) {
        var batch =
                Batch.builder()
                        .run(
                                """
                                DELETE FROM certificates_projects WHERE certificate_id =
                                (SELECT id FROM certificates WHERE fingerprint = ?)\
                                """,
                                fingerprint);
        for (var project : projects) {
            demandProject(reader, project);
            batch.one(
                    """
                    INSERT INTO certificates_projects (certificate_id, project_id)
                    SELECT c.id, p.id FROM certificates c, projects p
                    WHERE c.fingerprint = ? AND p.name = ?\
                    """,
                    fingerprint,
                    project);
        }
        return batch.build();
    }

    private static void demandProject(Reader reader, String project) {
        if (reader.select("SELECT id FROM projects WHERE name = ?", project).isEmpty()) {
            throw new ApiException(404, "Project not found");
        }
    }

    private static CertificateType type(Certificate certificate) {
        return CertificateType.named(certificate.type()).orElseThrow();
    }

    private static Map<Long, List<String>> projects(Reader reader) {
        var projects = new HashMap<Long, List<String>>();
        reader
                .select(
                        """
                        SELECT c.certificate_id, p.name FROM certificates_projects c
                        JOIN projects p ON p.id = c.project_id ORDER BY p.name\
                        """)
                .stream()
                .forEach(row ->
                        projects.computeIfAbsent(
                                        row.number("certificate_id"), id -> new ArrayList<>())
                                .add(row.text("name")));
        return projects;
    }

    private static Certificate certificate(Row row, Map<Long, List<String>> projects) {
        return new Certificate(
                row.text("name"),
                CertificateType.of(row.number("type")).title(),
                row.flag("restricted"),
                projects.getOrDefault(row.number("id"), List.of()),
                row.text("certificate"),
                row.text("description"),
                row.text("fingerprint"));
    }
}
