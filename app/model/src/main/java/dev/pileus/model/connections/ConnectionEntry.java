package dev.pileus.model.connections;

import dev.pileus.client.Endpoint;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.IdentityFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One connection as JSON.
///
/// ```json
/// {"name": "prod", "endpoints": ["https://10.0.0.1:8443"], "fingerprint": "64 hex digits",
///  "identity": {"certificate": "/path/client.crt", "key": "/path/client.key"}, "project": "default"}
/// ```
///
/// Without `identity` it is the console's own. Keys that we do not know stay as they are.
final class ConnectionEntry {
    private static final String NAME = "name";
    private static final String ENDPOINTS = "endpoints";
    private static final String FINGERPRINT = "fingerprint";
    private static final String IDENTITY = "identity";
    private static final String CERTIFICATE = "certificate";
    private static final String KEY = "key";
    private static final String PROJECT = "project";

    private ConnectionEntry() {}

    static String name(JsonNode entry) {
        return entry.path(NAME).asString("");
    }

    static void rename(ObjectNode entry, String name) {
        entry.put(NAME, name);
    }

    /// Empty for an entry that this version cannot read; it stays in the file.
    static Optional<SavedConnection> read(JsonNode entry) {
        try {
            return Optional.of(
                    new SavedConnection(
                            name(entry),
                            endpoints(entry),
                            text(entry, FINGERPRINT).map(Fingerprint::parse),
                            identity(entry.path(IDENTITY)),
                            text(entry, PROJECT).orElse("")));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static void write(SavedConnection connection, ObjectNode entry) {
        entry.put(NAME, connection.name());
        var endpoints = entry.putArray(ENDPOINTS);
        connection.endpoints().forEach(endpoint -> endpoints.add(endpoint.toString()));
        connection
                .pin()
                .ifPresentOrElse(
                        pin -> entry.put(FINGERPRINT, pin.hex()), () -> entry.remove(FINGERPRINT));
        switch (connection.identity()) {
            case IdentityChoice.Own own -> entry.remove(IDENTITY);
            case IdentityChoice.Files(IdentityFiles files) -> {
                var identity = entry.putObject(IDENTITY);
                identity.put(CERTIFICATE, files.certificate().toString());
                identity.put(KEY, files.key().toString());
            }
        }
        entry.put(PROJECT, connection.project());
    }

    private static List<Endpoint> endpoints(JsonNode entry) {
        return entry.path(ENDPOINTS)
                .valueStream()
                .map(endpoint -> Endpoint.parse(endpoint.asString("")))
                .toList();
    }

    private static IdentityChoice identity(JsonNode identity) {
        if (!identity.isObject()) {
            return new IdentityChoice.Own();
        }
        var certificate = Path.of(text(identity, CERTIFICATE).orElse(""));
        var key = Path.of(text(identity, KEY).orElse(""));
        return new IdentityChoice.Files(new IdentityFiles(certificate, key));
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.path(key).stringValueOpt().filter(text -> !text.isBlank());
    }
}
