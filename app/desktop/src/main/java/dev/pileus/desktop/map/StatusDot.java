package dev.pileus.desktop.map;

import dev.pileus.api.MemberStatus;
import javafx.scene.layout.Region;

/// The round mark of a member's state.
final class StatusDot extends Region {
    StatusDot() {
        getStyleClass().setAll("status-dot");
        setMinSize(10, 10);
        setPrefSize(10, 10);
        setMaxSize(10, 10);
    }

    void show(MemberStatus condition) {
        getStyleClass().setAll("status-dot", MemberCard.tone(condition));
    }
}
