package dev.pileus.desktop.i18n;

import java.text.MessageFormat;
import java.time.Clock;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The texts of one language. Keys begin with their feature (`shell.search`), which names the
/// bundle (`i18n/shell.properties`, `i18n/shell_ja.properties`). Every text is a [MessageFormat].
/// Safe for any thread.
public final class Messages {
    private static final Logger log = LoggerFactory.getLogger(Messages.class);
    private static final ResourceBundle.Control ENGLISH_WHEN_MISSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Language language;
    private final Moments moments;
    private final Quantities quantities;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    /// The texts in a language.
    ///
    /// @param clock tells what "now" and "today" are
    public Messages(Language language, Clock clock) {
        this.language = language;
        this.moments = new Moments(this, clock);
        this.quantities = new Quantities(language.locale());
    }

    public Language language() {
        return language;
    }

    /// Dates, times of day and durations.
    public Moments moments() {
        return moments;
    }

    /// Numbers, shares and bytes.
    public Quantities quantities() {
        return quantities;
    }

    /// A text. One that is missing is shown as its key and logged; tests keep that from happening.
    public String text(String key, Object... arguments) {
        try {
            return new MessageFormat(pattern(key), language.locale()).format(arguments);
        } catch (MissingResourceException missing) {
            log.error("No text for {}", key, missing);
            return key;
        }
    }

    public String text(Phrase phrase) {
        return phrase.in(this);
    }

    /// All texts, for FXML (`%shell.search`).
    public ResourceBundle bundle() {
        return new EveryBundle(this);
    }

    boolean has(String key) {
        try {
            return bundle(feature(key)).containsKey(key);
        } catch (MissingResourceException missing) {
            return false;
        }
    }

    private String pattern(String key) {
        return bundle(feature(key)).getString(key);
    }

    private static String feature(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    private ResourceBundle bundle(String feature) {
        return bundles.computeIfAbsent(
                feature,
                name ->
                        ResourceBundle.getBundle(
                                "i18n." + name, language.locale(), ENGLISH_WHEN_MISSING));
    }
}
