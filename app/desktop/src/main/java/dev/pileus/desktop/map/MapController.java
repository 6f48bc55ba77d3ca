package dev.pileus.desktop.map;

import dev.pileus.api.MemberStatus;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.theme.Look;
import dev.pileus.desktop.theme.Swatch;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The map view: brings an image of the cluster onto the stage and into the tray. FX thread only.
public final class MapController {
    private final Messages messages;
    private final Look look;
    private final Actions menu;
    private final ObjectProperty<LaneMode> lanes;
    private final Lifetime lifetime;
    private final MapActions actions;
    private final MapColours colours;
    private final CardTexts texts;
    private final MapStage stage;
    private final MaintenanceTray tray;
    private final MapSelection selection;
    private Map<String, CardContent> cards = Map.of();
    private List<String> groupNames = List.of();
    private Map<String, TrayProgress> underway = Map.of();

    @FXML private StackPane root;
    @FXML private VBox content;
    @FXML private Pane dragLayer;
    @FXML private ToggleButton byDomain;
    @FXML private ToggleButton byGroup;
    @FXML private ToggleButton byRaft;
    @FXML private Button zoom;

    /// @param menu what the context menu of a card offers
    /// @param lanes what the lanes stand for; changed here, remembered elsewhere
    /// @param lifetime ends when the view is dropped
    public MapController(
            Messages messages,
            Look look,
            MapActions actions,
            Actions menu,
            ObjectProperty<LaneMode> lanes,
            Lifetime lifetime) {
        this.messages = messages;
        this.look = look;
        this.menu = menu;
        this.lanes = lanes;
        this.lifetime = lifetime;
        this.actions = actions;
        this.colours = new PaletteColours(look);
        this.texts = new CardTexts(messages);
        this.stage = new MapStage(() -> new MemberCard(texts, colours), texts, colours);
        this.tray = new MaintenanceTray(messages, () -> new TrayCard(texts, colours));
        this.selection = new MapSelection(actions, this::refresh);
    }

    @FXML
    void initialize() {
        VBox.setVgrow(stage, Priority.ALWAYS);
        content.getChildren().addAll(stage, tray);
        var segments = new ToggleGroup();
        segments.getToggles().addAll(byDomain, byGroup, byRaft);
        segments.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null) {
                        segments.selectToggle(before);
                    } else {
                        lanes.set(modeOf(now));
                    }
                });
        lifetime.follow(lanes, this::showLanes);
        stage.onCameraMoved(() -> zoom.setText(messages.quantities().share(stage.camera().zoom())));
        stage.widthProperty().subscribe(this::refresh);
        stage.heightProperty().subscribe(this::refresh);
        new MapGestures(root, dragLayer, stage, tray, selection, texts, actions, this::refresh)
                .install();
        new MapKeys(root, stage, tray, selection).install();
        lifetime.follow(look.palette(), _ -> repaint());
        new MapMenu(messages, menu).installOn(stage, tray, selection);
    }

    /// Brings the map up to date. Cheap when nothing visible has changed.
    public void show(ClusterImage image) {
        cards = CardContent.allOf(image);
        groupNames = image.groups().stream().map(group -> group.name()).toList();
        underway = actions.underway();
        refresh();
    }

    /// Marks the member or the instance that the window is about; null: none.
    void mark(@Nullable String member, @Nullable InstanceKey instance) {
        selection.mark(member, instance);
    }

    private void showLanes(LaneMode mode) {
        switch (mode) {
            case FAILURE_DOMAINS -> byDomain.setSelected(true);
            case GROUPS -> byGroup.setSelected(true);
            case RAFT -> byRaft.setSelected(true);
        }
        refresh();
        stage.fit();
    }

    /// What the map shows, read from its nodes.
    public MapDump dump(MapDump.Pills pills) {
        return MapDump.read(stage, tray, pills);
    }

    @FXML
    void fit() {
        stage.fit();
    }

    @FXML
    void zoomIn() {
        stage.zoom(1.25);
    }

    @FXML
    void zoomOut() {
        stage.zoom(0.8);
    }

    @FXML
    void actualSize() {
        stage.zoom(1 / stage.camera().zoom());
    }

    private void repaint() {
        stage.repaint();
        tray.cards().forEach(TrayCard::repaint);
    }

    private LaneMode modeOf(Object toggle) {
        if (toggle.equals(byGroup)) {
            return LaneMode.GROUPS;
        }
        return toggle.equals(byRaft) ? LaneMode.RAFT : LaneMode.FAILURE_DOMAINS;
    }

    private void refresh() {
        var resting =
                cards.values().stream().filter(card -> card.condition().inMaintenance()).toList();
        tray.show(resting, selection.member(), underway);
        stage.show(
                MapLayout.of(
                        lanes.get(),
                        cards.values(),
                        lanes.get() == LaneMode.GROUPS ? groupNames : List.of(),
                        stage.getWidth(),
                        stage.getHeight()));
        stage.select(selection.member(), selection.instance());
    }

    private record PaletteColours(Look look) implements MapColours {
        @Override
        public Color dot(InstanceDot.Tone tone) {
            return look.palette()
                    .get()
                    .colour(
                            switch (tone) {
                                case RUNNING -> Swatch.RUNNING;
                                case BUSY -> Swatch.CAUTION;
                                case FROZEN -> Swatch.ACCENT;
                                case STOPPED -> Swatch.IDLE;
                                case FAULTY -> Swatch.DANGER;
                            });
        }

        @Override
        public Color mark(MemberStatus condition) {
            return look.palette()
                    .get()
                    .colour(
                            switch (condition) {
                                case ONLINE -> Swatch.OK;
                                case OFFLINE -> Swatch.DANGER;
                                case EVACUATED, EVACUATING, RESTORING, BLOCKED -> Swatch.CAUTION;
                                case UNKNOWN -> Swatch.MUTED;
                            });
        }

        @Override
        public Color accent() {
            return look.palette().get().colour(Swatch.ACCENT);
        }

        @Override
        public Color text() {
            return look.palette().get().colour(Swatch.MUTED);
        }
    }
}
