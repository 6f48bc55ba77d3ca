package dev.pileus.domain.options;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The keys that a configuration may have, each with the rule for its value. Immutable.
public final class Options {
    private final Map<String, ValueRule> keys;
    private final SequencedMap<Pattern, ValueRule> families;

    private Options(Builder builder) {
        keys = Map.copyOf(builder.keys);
        families = new LinkedHashMap<>(builder.families);
    }

    /// The rule of a key; empty when there is no such key.
    public Optional<ValueRule> rule(String key) {
        var rule = keys.get(key);
        if (rule != null) {
            return Optional.of(rule);
        }
        return families.entrySet().stream()
                .filter(family -> family.getKey().matcher(key).matches())
                .findFirst()
                .map(Map.Entry::getValue);
    }

    public boolean knows(String key) {
        return rule(key).isPresent();
    }

    /// What is kept of a configuration: an empty value means that the key is not set.
    public static Map<String, String> present(Map<String, String> config) {
        var present = new TreeMap<>(config);
        present.values().removeIf(String::isEmpty);
        return present;
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Collects keys; later families never hide earlier ones.
    public static final class Builder {
        private final Map<String, ValueRule> keys = new LinkedHashMap<>();
        private final SequencedMap<Pattern, ValueRule> families = new LinkedHashMap<>();

        private Builder() {}

        public Builder keys(ValueRule rule, String... names) {
            for (var name : names) {
                keys.put(name, rule);
            }
            return this;
        }

        /// Keys that match a regular expression.
        public Builder family(ValueRule rule, String expression) {
            families.put(Pattern.compile(expression), rule);
            return this;
        }

        /// Whatever an admin likes to note.
        public Builder userKeys() {
            return family(ValueRule.anything(), "user\\..+");
        }

        public Options build() {
            return new Options(this);
        }
    }
}
