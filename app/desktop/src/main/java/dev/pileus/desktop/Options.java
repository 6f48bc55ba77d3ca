package dev.pileus.desktop;

import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.model.connections.Target;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Dimension2D;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// What the console can be told when it is started.
@Command(
        name = "pileus",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "A desktop console for LXD and Incus clusters.")
public final class Options {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "console", description = "May be left out.")
    private @Nullable String command;

    @Option(
            names = "--connect",
            paramLabel = "TARGET",
            converter = TargetText.class,
            description =
                    "A saved connection or remote, https://HOST:PORT or unix:PATH to open at once.")
    private @Nullable Target target;

    @Option(names = "--lang", paramLabel = "en|ja", converter = LanguageCode.class)
    private @Nullable Language language;

    @Option(names = "--theme", paramLabel = "light|dark", converter = ThemeCode.class)
    private @Nullable Theme theme;

    @Option(names = "--size", paramLabel = "WxH", converter = Size.class)
    private @Nullable Dimension2D size;

    @Option(
            names = "--shot",
            paramLabel = "FILE.png",
            description = "Write a picture of the window when it has settled, and end.")
    private @Nullable Path shot;

    @Option(
            names = "--dump",
            paramLabel = "FILE.json",
            description = "Write what the window shows as JSON when it has settled, and end.")
    private @Nullable Path dump;

    /// Nothing but `console` may stand without a dash, and a capture needs something to show.
    void check() {
        if (captures() && target == null && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "--shot and --dump need --connect TARGET");
        }
        if (command != null && !command.equals("console") && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Unknown command '" + command + "'; did you mean 'console'?");
        }
    }

    public Optional<Target> target() {
        return Optional.ofNullable(target);
    }

    boolean captures() {
        return shot != null || dump != null;
    }

    /// The language of what is said before there is a window.
    Language spoken() {
        return language().orElse(Language.closestTo(Locale.getDefault()));
    }

    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    public Optional<Theme> theme() {
        return Optional.ofNullable(theme);
    }

    public Optional<Dimension2D> size() {
        return Optional.ofNullable(size);
    }

    public Optional<Path> shot() {
        return Optional.ofNullable(shot);
    }

    public Optional<Path> dump() {
        return Optional.ofNullable(dump);
    }

    static final class TargetText implements ITypeConverter<Target> {
        @Override
        public Target convert(String value) {
            try {
                return Target.parse(value);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        }
    }

    static final class LanguageCode implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return Language.of(value)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + value + "' is not en or ja"));
        }
    }

    static final class ThemeCode implements ITypeConverter<Theme> {
        @Override
        public Theme convert(String value) {
            return Theme.of(value)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + value + "' is not light or dark"));
        }
    }

    static final class Size implements ITypeConverter<Dimension2D> {
        private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{2,4})x([1-9]\\d{2,4})");

        @Override
        public Dimension2D convert(String value) {
            var parts = SHAPE.matcher(value);
            if (!parts.matches()) {
                throw new TypeConversionException("'" + value + "' is not a size such as 1440x900");
            }
            return new Dimension2D(
                    Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
        }
    }
}
