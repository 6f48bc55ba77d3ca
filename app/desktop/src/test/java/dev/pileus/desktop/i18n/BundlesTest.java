package dev.pileus.desktop.i18n;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Path RESOURCES = Path.of("../../ui-fxml/src/main/resources");
    private static final Path CODE = Path.of("src/main/java");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9.-]*)\"");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern FXML_TEXT =
            Pattern.compile("(?:text|promptText|accessibleText|title|value)=\"([^\"%][^\"]*)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    private final Map<String, String> english = texts("");
    private final Map<String, String> japanese = texts("_ja");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(japanese.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void keysBeginWithTheNameOfTheirBundle() {
        for (var bundle : bundles("")) {
            var feature = bundle.getFileName().toString().replace(".properties", "");
            assertThat(read(bundle).keySet()).allMatch(key -> key.startsWith(feature + "."));
        }
    }

    @Test
    void everyTextIsAMessageFormat() {
        Stream.concat(english.entrySet().stream(), japanese.entrySet().stream())
                .forEach(text ->
                        assertThat(new MessageFormat(text.getValue()))
                                .as(text.getKey())
                                .isNotNull());
    }

    @Test
    void noTextHasAnApostropheThatMessageFormatWouldSwallow() {
        assertThat(Stream.concat(english.values().stream(), japanese.values().stream()))
                .noneMatch(text -> text.contains("'"));
    }

    /// Fewer are right where English needs a number for the plural only.
    @Test
    void japaneseSaysNoArgumentThatEnglishDoesNotGet() {
        english.forEach((key, text) ->
                assertThat(arguments(text))
                        .as(key)
                        .containsAll(arguments(japanese.getOrDefault(key, ""))));
    }

    @Test
    void everyKeyInFxmlExists() {
        assertThat(english.keySet()).containsAll(keysInFxml());
    }

    @Test
    void everyKeyInCodeExists() {
        var features = features();
        var unknown =
                literals().stream()
                        .filter(literal -> features.contains(literal.split("\\.", 2)[0]))
                        .filter(literal -> !literal.endsWith("."))
                        .filter(literal -> !english.containsKey(literal))
                        .filter(literal -> english.keySet().stream().noneMatch(isIn(literal)))
                        .toList();
        assertThat(unknown).isEmpty();
    }

    /// A literal that ends with a dot, or is followed by more in other keys, is put together with
    /// something at run time.
    @Test
    void everyKeyIsUsed() {
        var used = new TreeSet<>(literals());
        used.addAll(keysInFxml());
        var beginnings = used.stream().filter(literal -> literal.endsWith(".")).toList();
        var unused =
                english.keySet().stream()
                        .filter(key -> !used.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                        .toList();
        assertThat(unused).isEmpty();
    }

    /// A path is the same in every language.
    @Test
    void fxmlHasNoTextOfItsOwn() {
        var literal =
                fxml().stream()
                        .flatMap(file -> FXML_TEXT.matcher(text(file)).results())
                        .map(found -> found.group(1))
                        .filter(words -> words.chars().anyMatch(Character::isLetter))
                        .filter(words -> !words.startsWith("/"));
        assertThat(literal).isEmpty();
    }

    @Test
    void saysPluralsByTheNumber() {
        var messages = new Messages(Language.ENGLISH, Clock.systemUTC());
        assertThat(messages.text("status.cluster", "Incus", 1)).isEqualTo("Incus · 1 member");
        assertThat(messages.text("status.cluster", "Incus", 1000))
                .isEqualTo("Incus · 1,000 members");
    }

    @Test
    void showsTheKeyOfATextThatIsMissing() {
        var messages = new Messages(Language.ENGLISH, Clock.systemUTC());
        assertThat(messages.text("shell.no-such-text")).isEqualTo("shell.no-such-text");
    }

    private static Predicate<String> isIn(String beginning) {
        return key -> key.startsWith(beginning + ".");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> features() {
        return bundles("").stream()
                .map(bundle -> bundle.getFileName().toString().replace(".properties", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> literals() {
        return files(CODE, ".java").stream()
                .flatMap(file -> LITERAL.matcher(text(file)).results())
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> keysInFxml() {
        return fxml().stream()
                .flatMap(file -> FXML_KEY.matcher(text(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Path> fxml() {
        return files(RESOURCES.resolve("fxml"), ".fxml");
    }

    private static Map<String, String> texts(String language) {
        var texts = new TreeMap<String, String>();
        bundles(language).forEach(bundle -> texts.putAll(read(bundle)));
        return texts;
    }

    private static List<Path> bundles(String language) {
        return files(RESOURCES.resolve("i18n"), ".properties").stream()
                .filter(file ->
                        file.getFileName()
                                .toString()
                                .matches("[a-z]+" + language + "\\.properties"))
                .toList();
    }

    private static Map<String, String> read(Path bundle) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle, UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static List<Path> files(Path directory, String ending) {
        try (var all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
