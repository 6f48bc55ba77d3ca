package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Phrase;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;

/// A view that the navigation offers.
///
/// @param badge may change at any time
public record View(
        Place place, Ikon icon, Phrase title, ObservableValue<Badge> badge, Content content) {
    /// Where views stand in the navigation, in this order.
    public enum Place {
        MAP,
        MEMBERS,
        INSTANCES,
        IMAGES,
        STORAGE,
        NETWORKS,
        GROUPS,
        DATABASE,
        CERTIFICATES,
        OPERATIONS,
        WARNINGS;

        /// Whether it stands below the line: about the cluster's own workings.
        boolean belowTheLine() {
            return compareTo(DATABASE) >= 0;
        }
    }
}
