package dev.pileus.desktop.views;

import dev.pileus.desktop.cluster.States;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.UnreadPart;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/// What a table says in place of rows, and above rows that may be stale.
final class TableHints {
    private final String name;
    private final UnreadPart.Part part;
    private final Messages messages;
    private final Runnable clearFilter;

    TableHints(String name, UnreadPart.Part part, Messages messages, Runnable clearFilter) {
        this.name = name;
        this.part = part;
        this.messages = messages;
        this.clearFilter = clearFilter;
    }

    /// For a table without rows.
    Node placeholder(ClusterImage image, String filter) {
        if (!filter.isBlank()) {
            return nothingMatches(filter);
        }
        var trouble = trouble(image);
        if (trouble.isPresent()) {
            return page(messages.text("views.unread"), trouble.get());
        }
        if (image.equals(ClusterImage.nothing())) {
            var wheel = new ProgressIndicator();
            wheel.setMaxSize(32, 32);
            return new VBox(10, wheel, title(messages.text("views.reading")));
        }
        return page(
                messages.text("views." + name + ".none"),
                messages.text("views." + name + ".none.detail"));
    }

    /// What to know about the rows; empty when they can be trusted.
    ///
    /// @param empty whether there are none: then the placeholder says why
    String caution(ClusterImage image, boolean empty) {
        var unread =
                trouble(image)
                        .filter(_ -> !empty)
                        .map(reason -> messages.text("views.stale", reason))
                        .stream();
        var silent =
                concernsMembers()
                        ? image.members().stream()
                                .flatMap(member -> States.silence(member).stream())
                                .map(messages::text)
                        : Stream.<String>empty();
        return Stream.concat(unread, silent).collect(Collectors.joining("\n"));
    }

    private boolean concernsMembers() {
        return part == UnreadPart.Part.MEMBERS || part == UnreadPart.Part.INSTANCES;
    }

    private Optional<String> trouble(ClusterImage image) {
        return image.unread().stream()
                .filter(unread -> unread.part() == part)
                .map(UnreadPart::reason)
                .findFirst();
    }

    private Node nothingMatches(String filter) {
        var clear = new Button(messages.text("views.clear"));
        clear.setOnAction(_ -> clearFilter.run());
        var page =
                page(
                        messages.text("views.unmatched", filter.strip()),
                        messages.text("views.filter.hint"));
        page.getChildren().add(clear);
        return page;
    }

    private static VBox page(String title, String detail) {
        var text = new Label(detail);
        text.setWrapText(true);
        text.getStyleClass().add("empty-detail");
        var page = new VBox(title(title), text);
        page.getStyleClass().add("empty");
        return page;
    }

    private static Label title(String text) {
        var title = new Label(text);
        title.setWrapText(true);
        title.getStyleClass().add("empty-title");
        return title;
    }
}
