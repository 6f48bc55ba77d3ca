package dev.pileus.desktop.shell;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// Who fills a place at the moment: one content moves out, with all that it listens to, before the
/// next one moves in.
final class Tenant {
    private final Messages messages;
    private final Lifetime house;
    private final List<Node> place;
    private Lifetime stay;

    Tenant(Messages messages, Lifetime house, List<Node> place) {
        this.messages = messages;
        this.house = house;
        this.place = place;
        this.stay = house.child();
    }

    void change(Optional<Content> next) {
        stay.close();
        stay = house.child();
        place.clear();
        next.ifPresent(content -> place.add(content.open(messages, stay)));
    }
}
