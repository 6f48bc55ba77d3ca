package dev.pileus.desktop.wizards.connect;

import javafx.scene.Node;

/// Shows a node, or takes it away without leaving a gap.
final class Present {
    private Present() {}

    static void when(boolean there, Node node) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
