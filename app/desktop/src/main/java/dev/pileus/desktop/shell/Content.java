package dev.pileus.desktop.shell;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import javafx.scene.Node;

/// Something that fills a place of the window. It is opened anew whenever the window is rebuilt in
/// another language, over the same models.
@FunctionalInterface
public interface Content {
    /// Builds the nodes.
    ///
    /// @param lifetime ends when these nodes are dropped; whatever listens to models belongs to it
    Node open(Messages messages, Lifetime lifetime);
}
