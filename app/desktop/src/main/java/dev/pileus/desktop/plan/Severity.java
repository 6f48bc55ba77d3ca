package dev.pileus.desktop.plan;

/// How a part of a plan is coloured.
enum Severity {
    OK,
    CAUTION,
    DANGER;

    String styleClass() {
        return switch (this) {
            case OK -> "verdict-ok";
            case CAUTION -> "verdict-caution";
            case DANGER -> "verdict-danger";
        };
    }
}
