package dev.pileus.desktop.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window stands, in screen coordinates.
record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    /// Wherever the system puts it.
    static final WindowPlace USUAL = new WindowPlace(Double.NaN, Double.NaN, 1440, 900, false);

    static WindowPlace of(Stage stage) {
        return new WindowPlace(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    }

    /// A place on a screen that is gone is not used.
    void apply(Stage stage) {
        stage.setWidth(width);
        stage.setHeight(height);
        if (Screen.getScreensForRectangle(titleBar()).isEmpty()) {
            stage.centerOnScreen();
        } else {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(maximized);
    }

    private Rectangle2D titleBar() {
        boolean known = !Double.isNaN(x) && !Double.isNaN(y) && width > 0;
        return known ? new Rectangle2D(x, y, width, 30) : Rectangle2D.EMPTY;
    }
}
