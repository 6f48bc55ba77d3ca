package dev.pileus.runtime.images;

import dev.pileus.api.ApiException;
import dev.pileus.api.Image;
import dev.pileus.domain.images.ImageManifest;
import dev.pileus.domain.members.Architecture;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// `metadata.yaml`, read and written. It comes from strangers: plain values only, and no larger
/// than anybody needs.
final class Manifests {
    static final String FILE = "metadata.yaml";

    /// Bytes.
    static final int LARGEST = 1 << 20;

    private Manifests() {}

    /// @throws ApiException 400 when it is none
    static ImageManifest parse(byte[] text) {
        var document = load(text);
        var architecture = Architecture.named(text(document, "architecture"));
        if (architecture == Architecture.UNKNOWN) {
            throw refusal(
                    "the architecture \"%s\" is not known"
                            .formatted(text(document, "architecture")));
        }
        return new ImageManifest(
                architecture.word(),
                moment(document, "creation_date"),
                moment(document, "expiry_date"),
                properties(document));
    }

    private static Map<?, ?> load(byte[] text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setAllowDuplicateKeys(false);
        try {
            var loaded =
                    new Yaml(new SafeConstructor(options))
                            .<Object>load(new String(text, StandardCharsets.UTF_8));
            if (loaded instanceof Map<?, ?> document) {
                return document;
            }
            throw refusal("it is no map");
        } catch (YAMLException e) {
            throw refusal("it is no YAML");
        }
    }

    private static Map<String, String> properties(Map<?, ?> document) {
        var properties = new TreeMap<String, String>();
        var value = document.get("properties");
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, text) -> {
                if (text != null) {
                    properties.put(String.valueOf(key), String.valueOf(text));
                }
            });
        } else if (value != null) {
            throw refusal("properties is no map");
        }
        return properties;
    }

    /// What its instances want to have written, by path; what makes no sense is left out.
    static List<TemplateRule> templates(byte[] text) {
        var rules = new ArrayList<TemplateRule>();
        if (load(text).get("templates") instanceof Map<?, ?> templates) {
            templates.forEach((path, rule) -> {
                if (rule instanceof Map<?, ?> keys) {
                    rules.add(rule(String.valueOf(path), keys));
                }
            });
        }
        rules.sort(Comparator.comparing(TemplateRule::path));
        return rules;
    }

    private static TemplateRule rule(String path, Map<?, ?> keys) {
        return new TemplateRule(
                path,
                keys.get("when") instanceof List<?> when
                        ? when.stream().map(String::valueOf).toList()
                        : List.of(),
                Boolean.TRUE.equals(keys.get("create_only")),
                text(keys, "template"),
                properties(keys));
    }

    /// The same about the image that an instance was made from: what it says of templates goes with
    /// the instance's own image.
    ///
    /// @param origin `metadata.yaml` of the instance
    static String write(ImageManifest manifest, Optional<byte[]> origin) {
        var document = document(manifest);
        if (origin.isPresent()
                && load(origin.get()).get("templates") instanceof Map<?, ?> templates) {
            document.put("templates", templates);
        }
        return new Yaml().dump(document);
    }

    private static String text(Map<?, ?> document, String key) {
        var value = document.get(key);
        return value == null ? "" : String.valueOf(value);
    }

    /// Seconds since 1970; 0 means that there is no such moment.
    private static Instant moment(Map<?, ?> document, String key) {
        var value = document.get(key);
        if (value == null) {
            return Image.NEVER;
        }
        if (!(value instanceof Number seconds)) {
            throw refusal(key + " is no number of seconds");
        }
        try {
            return seconds.longValue() == 0
                    ? Image.NEVER
                    : Instant.ofEpochSecond(seconds.longValue());
        } catch (DateTimeException e) {
            throw refusal(key + " is out of range");
        }
    }

    private static Map<String, Object> document(ImageManifest manifest) {
        var document = new LinkedHashMap<String, Object>();
        document.put("architecture", manifest.architecture());
        document.put("creation_date", manifest.createdAt().getEpochSecond());
        if (!manifest.expiresAt().equals(Image.NEVER)) {
            document.put("expiry_date", manifest.expiresAt().getEpochSecond());
        }
        document.put("properties", new TreeMap<>(manifest.properties()));
        return document;
    }

    private static ApiException refusal(String why) {
        return new ApiException(400, "Could not parse metadata.yaml: " + why);
    }
}
