package dev.pileus.desktop.views;

import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.shell.Badge;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.UnreadPart;
import java.util.List;
import org.kordamp.ikonli.Ikon;

/// One kind of thing as a table.
///
/// @param <T> a row; equal rows need no drawing
interface Listing<T> {
    /// Also names its texts: `views.members.title`, `views.members.none`.
    View.Place place();

    Ikon icon();

    /// The part of the image that the rows are read from.
    UnreadPart.Part part();

    List<Column<T>> columns();

    List<T> rows(ClusterImage image);

    /// What makes a row the same row in a later image.
    Entity entity(T row);

    Badge badge(ClusterImage image);
}
