package dev.pileus.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One JSON file with a section for each feature; the feature brings the record that describes its
/// section. A file that cannot be read costs the settings, never the start. Safe for any thread.
public final class Settings {
    private static final Logger log = LoggerFactory.getLogger(Settings.class);
    private static final JsonMapper json =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final Path file;
    private final ObjectNode sections;

    private Settings(Path file, ObjectNode sections) {
        this.file = file;
        this.sections = sections;
    }

    /// Reads `settings.json` of a directory, which need not exist.
    public static Settings in(Path directory) {
        var file = directory.resolve("settings.json");
        return new Settings(file, load(file));
    }

    /// A feature's section, or `otherwise` when there is none that fits.
    public synchronized <T> T read(String section, Class<T> shape, T otherwise) {
        var node = sections.get(section);
        if (node == null || node.isNull()) {
            return otherwise;
        }
        try {
            return json.treeToValue(node, shape);
        } catch (JacksonException unfit) {
            log.warn("Section {} of {} is not used: {}", section, file, unfit.getOriginalMessage());
            return otherwise;
        }
    }

    /// Remembers a section until the next [#save()].
    public synchronized void write(String section, Object value) {
        sections.set(section, json.valueToTree(value));
    }

    /// Writes the file whole or not at all.
    public synchronized void save() {
        try {
            var directory = Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(directory, "settings", ".json");
            Files.writeString(fresh, json.writeValueAsString(sections));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            log.warn("Settings were not saved to {}: {}", file, unwritable.toString());
        }
    }

    private static ObjectNode load(Path file) {
        if (Files.notExists(file)) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(Files.readString(file)) instanceof ObjectNode sections
                    ? sections
                    : json.createObjectNode();
        } catch (IOException | JacksonException unreadable) {
            log.warn("Settings in {} are not used: {}", file, unreadable.getMessage());
            return json.createObjectNode();
        }
    }
}
