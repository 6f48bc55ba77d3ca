package dev.pileus.domain.config;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.util.Map;
import java.util.TreeMap;

/// The SQL of both tables `config`: they look alike.
final class ConfigRepository {
    private ConfigRepository() {}

    static Map<String, String> all(Reader reader) {
        var values = new TreeMap<String, String>();
        reader.select("SELECT key, value FROM config").stream()
                .forEach(row -> values.put(row.text("key"), row.text("value")));
        return values;
    }

    /// What leads from one state to the other.
    static Batch change(Map<String, String> from, Map<String, String> to) {
        var batch = Batch.builder();
        for (var key : from.keySet()) {
            if (!to.containsKey(key)) {
                batch.one("DELETE FROM config WHERE key = ?", key);
            }
        }
        to.forEach((key, value) -> {
            if (!from.containsKey(key)) {
                batch.run("INSERT INTO config (key, value) VALUES (?, ?)", key, value);
            } else if (!value.equals(from.get(key))) {
                batch.one(
                        "UPDATE config SET value = ? WHERE key = ? AND value = ?",
                        value,
                        key,
                        from.get(key));
            }
        });
        return batch.build();
    }
}
