package dev.pileus.desktop.shell;

/// How large the user has the panes at the window's edges, in pixels.
record PaneSizes(
        double inspectorWidth, boolean inspectorOpen, double activityHeight, boolean activityOpen) {
    static final PaneSizes USUAL = new PaneSizes(340, true, 206, true);
}
