package dev.pileus.desktop;

import dev.pileus.desktop.i18n.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.util.Callback;

/// Every FXML file. Controllers are made by the caller and only handed in here, so that they can
/// have constructors with what they need.
public enum Screens {
    ACTIVITY_PANE,
    CONNECT_BOOK,
    CONNECT_CHOOSE,
    CONNECT_COMPARE,
    CONNECT_MISMATCH,
    CONNECT_NAME,
    CONNECT_REACH,
    CONNECT_TRUST,
    CONNECT_WIZARD,
    INSPECTOR_INSTANCE,
    INSPECTOR_MEMBER,
    INSPECTOR_NOTHING,
    INSPECTOR_PLAIN,
    MAP_VIEW,
    PLAN_DIALOG,
    SHELL_FRAME,
    SHELL_NAVIGATION,
    SHELL_PROBLEM,
    SHELL_TOP_BAR,
    SHELL_WELCOME,
    VIEWS_TABLE;

    /// Reads the file and connects it with its controller.
    ///
    /// @param controller of the class that the file names
    public Parent open(Messages messages, Object controller) {
        return load(messages, type -> type.cast(controller));
    }

    /// Reads a file without a controller: nothing in it ever changes.
    public Parent open(Messages messages) {
        return load(
                messages,
                type -> {
                    throw new IllegalStateException(resource() + " wants a " + type);
                });
    }

    private Parent load(Messages messages, Callback<Class<?>, Object> controllers) {
        var loader = new FXMLLoader(Screens.class.getResource(resource()), messages.bundle());
        loader.setControllerFactory(controllers);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(resource(), broken);
        }
    }

    /// `SHELL_TOP_BAR` is `/fxml/shell/top-bar.fxml`.
    String resource() {
        var words = name().toLowerCase(Locale.ROOT).split("_", 2);
        return "/fxml/" + words[0] + "/" + words[1].replace('_', '-') + ".fxml";
    }
}
