package dev.pileus.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every FXML file opens in every language, and its controller finds all that it names. Controllers
/// are not made here: each feature's own tests do that.
@ExtendWith(Desktop.class)
class ScreensIT {
    private static final Path FILES = Path.of("../../ui-fxml/src/main/resources");
    private static final Pattern CONTROLLER = Pattern.compile("fx:controller=\"([^\"]+)\"");
    private static final Pattern HANDLER = Pattern.compile("on[A-Z]\\w+=\"#(\\w+)\"");

    @Test
    void everyFileIsAScreen() throws IOException {
        try (var files = Files.walk(FILES.resolve("fxml"))) {
            var found =
                    files.filter(file -> file.toString().endsWith(".fxml"))
                            .map(file -> "/" + FILES.relativize(file))
                            .toList();
            assertThat(Stream.of(Screens.values()).map(Screens::resource))
                    .containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensInEveryLanguage(Screens screen) {
        for (var language : Language.values()) {
            assertThat(opened(screen, language).<Object>getRoot())
                    .as("%s in %s", screen, language)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasEverythingThatItsControllerNames(Screens screen) throws ClassNotFoundException {
        var controller = controller(screen);
        if (controller.isEmpty()) {
            return;
        }
        var nodes = opened(screen, Language.ENGLISH).getNamespace();
        for (var field : controller.get().getDeclaredFields()) {
            if (field.isAnnotationPresent(FXML.class)) {
                assertThat(nodes.get(field.getName()))
                        .as("%s of %s", field.getName(), screen)
                        .isInstanceOf(field.getType());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsOnlyWhatItsControllerHas(Screens screen) throws ClassNotFoundException {
        var handlers =
                HANDLER.matcher(text(screen)).results().map(found -> found.group(1)).toList();
        var methods =
                controller(screen).stream()
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(FXML.class))
                        .map(Method::getName)
                        .toList();
        assertThat(methods).containsAll(handlers);
    }

    private static FXMLLoader opened(Screens screen, Language language) {
        var alone = HANDLER.matcher(CONTROLLER.matcher(text(screen)).replaceAll("")).replaceAll("");
        var texts = new Messages(language, Desktop.CLOCK).bundle();
        var loader = new FXMLLoader(ScreensIT.class.getResource(screen.resource()), texts);
        Desktop.act(() -> {
            try {
                loader.load(new ByteArrayInputStream(alone.getBytes(UTF_8)));
            } catch (IOException broken) {
                throw new UncheckedIOException(screen.resource(), broken);
            }
        });
        return loader;
    }

    private static Optional<Class<?>> controller(Screens screen) throws ClassNotFoundException {
        var named = CONTROLLER.matcher(text(screen));
        return named.find() ? Optional.of(Class.forName(named.group(1))) : Optional.empty();
    }

    private static String text(Screens screen) {
        try {
            return Files.readString(FILES.resolve(screen.resource().substring(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
