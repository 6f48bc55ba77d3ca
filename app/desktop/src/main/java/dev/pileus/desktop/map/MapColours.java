package dev.pileus.desktop.map;

import dev.pileus.api.MemberStatus;
import javafx.scene.paint.Color;

/// The colours that the map paints on canvases with; everything else is styled by CSS.
interface MapColours {
    Color dot(InstanceDot.Tone tone);

    Color mark(MemberStatus condition);

    Color accent();

    Color text();
}
