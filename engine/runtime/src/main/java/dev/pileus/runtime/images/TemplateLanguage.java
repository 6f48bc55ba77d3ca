package dev.pileus.runtime.images;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The language of images' templates: Django's, as the stock servers understand it. The common part
/// of it is Pebble's too; what is written otherwise there is rewritten. Templates come from
/// strangers: they see texts and maps, and can call nothing.
final class TemplateLanguage {
    private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}", Pattern.DOTALL);
    private static final Pattern FILTER =
            Pattern.compile("\\|\\s*(\\w+):(\"[^\"]*\"|'[^']*'|[\\w.]+)");
    private static final Pattern ELIF = Pattern.compile("\\{%(-?\\s*)elif\\b");

    private final PebbleEngine engine =
            new PebbleEngine.Builder()
                    .loader(new StringLoader())
                    .autoEscaping(false)
                    .strictVariables(false)
                    .newLineTrimming(false)
                    .cacheActive(false)
                    .maxRenderedSize(Manifests.LARGEST)
                    .methodAccessValidator((object, method) -> false)
                    .extension(new Keys())
                    .build();

    /// Fills a template in.
    ///
    /// @param values what it can name; `config` holds what `config_get` looks up
    /// @throws IOException if it makes no sense
    String render(String template, Map<String, Object> values) throws IOException {
        var tags = TAG.matcher(template);
        var rewritten = tags.replaceAll(tag -> quoted(rewrite(tag.group())));
        try {
            var text = new StringWriter();
            engine.getLiteralTemplate(rewritten).evaluate(text, values);
            return text.toString();
        } catch (PebbleException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String rewrite(String tag) {
        var filters = FILTER.matcher(tag).replaceAll("|$1($2)");
        return ELIF.matcher(filters).replaceFirst("{%$1elseif");
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private static final class Keys extends AbstractExtension {
        @Override
        public Map<String, Function> getFunctions() {
            return Map.of("config_get", new ConfigGet());
        }
    }

    /// `config_get("user.user-data", "fallback")`.
    private static final class ConfigGet implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("key", "fallback");
        }

        @Override
        public Object execute(
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            var value =
                    context.getVariable("config") instanceof Map<?, ?> config
                            ? config.get(String.valueOf(arguments.get("key")))
                            : null;
            return Stream.of(value, arguments.get("fallback"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }
    }
}
