package dev.pileus.desktop.i18n;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Something to say, not yet in any language: models hold phrases, so that the window can be drawn
/// in another language over the same models.
public sealed interface Phrase {
    String in(Messages messages);

    /// A text of the bundles. Arguments that are phrases, moments or durations are said in the same
    /// language.
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
                    key, arguments.stream().map(part -> said(part, messages)).toArray());
        }

        private static Object said(Object part, Messages messages) {
            return switch (part) {
                case Phrase phrase -> phrase.in(messages);
                case Instant moment -> messages.moments().at(moment);
                case Duration duration -> messages.moments().duration(duration);
                default -> part;
            };
        }
    }

    /// The same in every language.
    record Verbatim(String text) implements Phrase {
        @Override
        public String in(Messages messages) {
            return text;
        }
    }

    /// A time of day, with the date where that is not today.
    record Moment(Instant at) implements Phrase {
        @Override
        public String in(Messages messages) {
            return messages.moments().at(at);
        }
    }

    /// A date and time in full.
    record FullMoment(Instant at) implements Phrase {
        @Override
        public String in(Messages messages) {
            return messages.moments().full(at);
        }
    }

    /// A date alone.
    record Day(Instant at) implements Phrase {
        @Override
        public String in(Messages messages) {
            return messages.moments().date(at);
        }
    }

    /// An amount of data.
    record Bytes(long amount) implements Phrase {
        @Override
        public String in(Messages messages) {
            return messages.quantities().bytes(amount);
        }
    }

    /// Several, one behind the other.
    record Joined(String between, List<Phrase> parts) implements Phrase {
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public String in(Messages messages) {
            return parts.stream()
                    .map(part -> part.in(messages))
                    .collect(Collectors.joining(between));
        }
    }

    /// What takes more than a text of the bundles, e.g. a choice among several.
    record Told(Function<Messages, String> words) implements Phrase {
        @Override
        public String in(Messages messages) {
            return words.apply(messages);
        }
    }
}
