package dev.pileus.desktop;

import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Actions that only note that they were asked for.
public final class SampleActions {
    private final List<String> done = new CopyOnWriteArrayList<>();

    /// Evacuate (E; not node6), Edit and Remove for members, Connect for the console.
    public static SampleActions in(Actions actions) {
        var samples = new SampleActions();
        Desktop.act(() -> samples.all().forEach(action -> actions.add(action, new Lifetime())));
        return samples;
    }

    /// What was asked for, e.g. `evacuate node3`.
    public List<String> done() {
        return done;
    }

    private List<Action> all() {
        return List.of(
                member("evacuate", "Evacuate…", MaterialDesignE.EXIT_RUN)
                        .on("E")
                        .unless(SampleActions::away),
                member("edit", "Edit…", MaterialDesignP.PENCIL),
                member("remove", "Remove…", MaterialDesignD.DELETE).dangerous(),
                Action.of(
                        "connect",
                        Phrase.verbatim("Connect…"),
                        MaterialDesignP.POWER_PLUG,
                        entity -> entity instanceof Entity.Console,
                        _ -> done.add("connect")));
    }

    private static Optional<Phrase> away(Entity entity) {
        return entity.name().equals("node6")
                ? Optional.of(Phrase.verbatim("node6 is away."))
                : Optional.empty();
    }

    private Action member(String id, String title, Ikon icon) {
        return Action.of(
                "member." + id,
                Phrase.verbatim(title),
                icon,
                entity -> entity instanceof Entity.Member,
                entity -> done.add(id + " " + entity.name()));
    }
}
