package dev.pileus.desktop.views;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.model.store.ClusterImage;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A view with one table. While it is not on the screen it does not follow the cluster; it catches
/// up when it is shown.
final class TableController<T> {
    private final Listing<T> listing;
    private final Shell shell;
    private final ShownCluster cluster;
    private final Settings settings;
    private final Messages messages;
    private final Lifetime lifetime;
    private final String name;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label count;
    @FXML private TextField filter;
    @FXML private Label caution;
    @FXML private TableView<Row<T>> table;

    private EntityTable<T> rows;
    private TableHints hints;

    TableController(
            Listing<T> listing,
            Shell shell,
            ShownCluster cluster,
            Settings settings,
            Messages messages,
            Lifetime lifetime) {
        this.listing = listing;
        this.shell = shell;
        this.cluster = cluster;
        this.settings = settings;
        this.messages = messages;
        this.lifetime = lifetime;
        this.name = listing.place().name().toLowerCase(Locale.ROOT);
    }

    @FXML
    void initialize() {
        table.setId("table-" + name);
        title.setText(messages.text("views." + name + ".title"));
        rows =
                new EntityTable<>(
                        table, listing, shell, messages, ColumnMemory.read(settings, name));
        hints = new TableHints(name, listing.part(), messages, filter::clear);
        filter.textProperty().addListener((_, _, _) -> narrow());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveFilter);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::begin);
        table.setOnKeyPressed(press -> inspect(press.getCode() == KeyCode.ENTER));
        table.setOnMouseClicked(click -> inspect(click.getClickCount() == 2));
        lifetime.follow(cluster.image(), _ -> show());
        lifetime.follow(root.sceneProperty(), _ -> show());
        lifetime.follow(shell.selection().entity(), rows::mark);
        lifetime.atEnd(() -> ColumnMemory.remember(settings, name, rows.columns()));
    }

    private void show() {
        if (root.getScene() == null) {
            return;
        }
        var image = cluster.image().get();
        rows.update(listing.rows(image));
        rows.mark(shell.selection().entity().get());
        describe(image);
    }

    private void narrow() {
        rows.narrow(Filter.parse(filter.getText()));
        describe(cluster.image().get());
    }

    private void describe(ClusterImage image) {
        int all = rows.size();
        int shown = table.getItems().size();
        var numbers = messages.quantities();
        count.setText(
                shown == all ? numbers.number(all) : messages.text("views.count", shown, all));
        table.setPlaceholder(hints.placeholder(image, filter.getText()));
        var warning = hints.caution(image, all == 0);
        caution.setText(warning);
        caution.setVisible(!warning.isBlank());
        caution.setManaged(!warning.isBlank());
    }

    /// Esc takes the filter away, the arrow down goes on with what it lets through.
    private void leaveFilter(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            filter.clear();
        }
        if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.DOWN) {
            table.requestFocus();
            key.consume();
        }
    }

    /// The first arrow selects the first row, wherever the table thinks that its focus is.
    private void begin(KeyEvent key) {
        boolean arrow = key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP;
        if (arrow && table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
            key.consume();
        }
    }

    private void inspect(boolean wanted) {
        if (wanted && !table.getSelectionModel().isEmpty()) {
            shell.inspectorOpen().set(true);
        }
    }
}
