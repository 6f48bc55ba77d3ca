package dev.pileus.client.remotes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// What one `config.yml` says, as far as it concerns us.
///
/// @param remotes name to its keys; values that are lists or maps are left out
record ConfigFile(Path file, String defaultRemote, Map<String, Map<String, String>> remotes) {
    /// Bytes; a remote needs about 100.
    private static final int LIMIT = 1 << 20;

    private static final int DEPTH = 20;

    /// Empty when there is no such file, or when it cannot be used, which `problems` is told.
    static Optional<ConfigFile> read(Path file, Consumer<ConfigProblem> problems) {
        try {
            return Optional.of(parse(file, text(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            problems.accept(new ConfigProblem.Malformed(file, "not a text in UTF-8"));
        } catch (IOException e) {
            problems.accept(new ConfigProblem.Unreadable(file, String.valueOf(e.getMessage())));
        } catch (YAMLException e) {
            problems.accept(new ConfigProblem.Malformed(file, String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /// Where the certificates that belong to it lie.
    Path directory() {
        return Objects.requireNonNull(file.getParent());
    }

    private static String text(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            var bytes = input.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new YAMLException("larger than 1 MiB");
            }
            var decoder =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT);
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    private static ConfigFile parse(Path file, String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LIMIT);
        options.setNestingDepthLimit(DEPTH);
        options.setMaxAliasesForCollections(DEPTH);
        options.setAllowDuplicateKeys(false);
        Object document = new Yaml(new SafeConstructor(options)).load(text);
        var top = mapping(document, "the file");
        var remotes = new LinkedHashMap<String, Map<String, String>>();
        mapping(top.get("remotes"), "remotes")
                .forEach((name, keys) ->
                        remotes.put(name, scalars(mapping(keys, "remote " + name))));
        return new ConfigFile(file, scalars(top).getOrDefault("default-remote", ""), remotes);
    }

    private static Map<String, Object> mapping(@Nullable Object node, String what) {
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof Map<?, ?> map)) {
            throw new YAMLException(what + " is not a mapping");
        }
        var result = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (key != null && value != null) {
                result.put(key.toString(), value);
            }
        });
        return result;
    }

    private static Map<String, String> scalars(Map<String, Object> map) {
        var result = new LinkedHashMap<String, String>();
        map.forEach((key, value) -> {
            if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
                result.put(key, value.toString());
            }
        });
        return result;
    }
}
