package dev.pileus.desktop.i18n;

import java.util.List;

/// Something to say, not yet in any language: models hold phrases, so that the window can be drawn
/// in another language over the same models.
public sealed interface Phrase {
    String in(Messages messages);

    /// A text of the bundles. Arguments that are phrases are said in the same language.
    static Phrase of(String key, Object... arguments) {
        return new Keyed(key, List.of(arguments));
    }

    /// What has no translation: a name, an address, the server's own words.
    static Phrase verbatim(String text) {
        return new Verbatim(text);
    }

    /// A text of the bundles.
    record Keyed(String key, List<Object> arguments) implements Phrase {
        public Keyed {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String in(Messages messages) {
            return messages.text(
                    key,
                    arguments.stream()
                            .map(part -> part instanceof Phrase phrase ? phrase.in(messages) : part)
                            .toArray());
        }
    }

    /// The same in every language.
    record Verbatim(String text) implements Phrase {
        @Override
        public String in(Messages messages) {
            return text;
        }
    }
}
