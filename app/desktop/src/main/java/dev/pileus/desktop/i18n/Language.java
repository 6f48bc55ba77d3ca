package dev.pileus.desktop.i18n;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The languages of the console.
public enum Language {
    ENGLISH(Locale.ENGLISH),
    JAPANESE(Locale.JAPANESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /// `en`, `ja`.
    public String code() {
        return locale.getLanguage();
    }

    /// The name of the language in itself.
    public String ownName() {
        return locale.getDisplayLanguage(locale);
    }

    public Language other() {
        return this == ENGLISH ? JAPANESE : ENGLISH;
    }

    public static Optional<Language> of(String code) {
        return Stream.of(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    /// The language for a system that speaks `locale`; English where we do not.
    public static Language closestTo(Locale locale) {
        return of(locale.getLanguage()).orElse(ENGLISH);
    }
}
