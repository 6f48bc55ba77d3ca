package dev.pileus.desktop.map;

/// How much of a card can be read at a zoom.
enum Detail {
    /// Everything.
    FULL,
    /// Name, state and badges, in a larger type.
    COMPACT,
    /// A coloured mark; no node stands for it.
    MARK;

    private static final double FULL_FROM = 0.6;
    private static final double COMPACT_FROM = 0.24;

    static Detail at(double zoom) {
        if (zoom >= FULL_FROM) {
            return FULL;
        }
        return zoom >= COMPACT_FROM ? COMPACT : MARK;
    }
}
