package dev.pileus.desktop.shell;

import javafx.scene.Scene;

/// Where the keyboard is when nothing else asks for it: in the view that is shown, on the node of
/// the style class `keyboard-home`. Arrow keys then work without a click.
final class KeyboardHome {
    private KeyboardHome() {}

    /// Only while no dialog is open: that keeps the focus itself.
    static void focus(Scene scene) {
        // a pane of a view that has just come gets its children with its style
        scene.getRoot().applyCss();
        var home = scene.getRoot().lookup(".keyboard-home");
        (home == null ? scene.getRoot() : home).requestFocus();
    }
}
