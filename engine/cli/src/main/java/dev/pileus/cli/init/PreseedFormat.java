package dev.pileus.cli.init;

import dev.pileus.api.Json;
import dev.pileus.cli.CommandException;
import dev.pileus.cli.YamlText;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Preseeds as YAML, of which JSON is a part.
final class PreseedFormat {
    private static final JsonMapper MAPPER =
            Json.mapper()
                    .rebuild()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private PreseedFormat() {}

    /// Reads a preseed.
    ///
    /// @throws CommandException if it is no preseed, or has keys that nobody would obey
    static Preseed read(String text) {
        try {
            var tree = yaml().<Object>load(text);
            if (tree == null) {
                throw new CommandException("the preseed is empty");
            }
            return MAPPER.convertValue(tree, Preseed.class);
        } catch (YAMLException e) {
            throw new CommandException("the preseed is no YAML: " + e.getMessage(), e);
        } catch (UnrecognizedPropertyException e) {
            throw new CommandException(
                    "the preseed has a key that is not known here: " + path(e), e);
        } catch (DatabindException e) {
            throw new CommandException("the preseed has the wrong shape at " + path(e), e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CommandException("the preseed cannot be read: " + e.getMessage(), e);
        }
    }

    static String write(Preseed preseed) {
        return YamlText.of(MAPPER.convertValue(preseed, Object.class));
    }

    /// Every scalar stays the text it is: `yes` and `10` are values of keys, which are texts.
    private static Yaml yaml() {
        return YamlText.reader(new TextResolver());
    }

    private static String path(DatabindException problem) {
        var keys = new StringBuilder();
        for (var step : problem.getPath()) {
            if (step.getPropertyName() == null) {
                keys.append('[').append(step.getIndex()).append(']');
            } else {
                keys.append(keys.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return keys.isEmpty() ? "the top" : keys.toString();
    }

    /// Knows nothing but "nothing".
    private static final class TextResolver extends Resolver {
        private static final Pattern NULL = Pattern.compile("~|null|");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~n\0");
            addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
        }
    }
}
