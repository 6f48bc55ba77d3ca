package dev.pileus.desktop.wizards.connect;

import javafx.scene.control.Label;

/// A sentence that may need several lines.
final class Note extends Label {
    Note(String text) {
        super(text);
        setWrapText(true);
    }
}
