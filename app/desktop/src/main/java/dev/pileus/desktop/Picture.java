package dev.pileus.desktop;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// A picture of a window's content.
public final class Picture {
    private final int width;
    private final int height;
    private final int[] pixels;

    private Picture(WritableImage image) {
        this.width = (int) image.getWidth();
        this.height = (int) image.getHeight();
        this.pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    }

    /// Takes the picture; on the screen's thread.
    public static Picture of(Scene scene) {
        return new Picture(scene.snapshot(null));
    }

    /// Writes it as PNG; on any thread.
    public void write(Path file) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        // not ImageIO: it prints what a file system says and throws something vague instead
        Files.write(file, png.toByteArray());
    }
}
