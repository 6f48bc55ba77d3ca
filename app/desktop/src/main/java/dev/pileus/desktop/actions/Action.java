package dev.pileus.desktop.actions;

import dev.pileus.desktop.i18n.Phrase;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/// Something a user can do.
///
/// @param id unique, e.g. `member.evacuate`
/// @param title a verb: "Evacuate…" (the dots when a dialog follows)
/// @param danger when it destroys something: drawn red
/// @param keys work while such an entity is selected; for [Entity.Console] and [Entity.Cluster]
///   everywhere in the window
/// @param offered whether it makes sense for that entity at this moment
/// @param hindrance why it is offered but cannot be done at this moment; one sentence
/// @param run only while nothing hinders
public record Action(
        String id,
        Phrase title,
        Ikon icon,
        boolean danger,
        Optional<KeyCombination> keys,
        Predicate<Entity> offered,
        Function<Entity, Optional<Phrase>> hindrance,
        Consumer<Entity> run) {
    /// A harmless action without keys that nothing hinders.
    public static Action of(
            String id, Phrase title, Ikon icon, Predicate<Entity> offered, Consumer<Entity> run) {
        return new Action(
                id, title, icon, false, Optional.empty(), offered, _ -> Optional.empty(), run);
    }

    /// The same, drawn as dangerous.
    public Action dangerous() {
        return new Action(id, title, icon, true, keys, offered, hindrance, run);
    }

    /// The same with keys, e.g. `Shortcut+N`.
    public Action on(String combination) {
        var combo = Optional.of(KeyCombination.valueOf(combination));
        return new Action(id, title, icon, danger, combo, offered, hindrance, run);
    }

    /// The same, but shown as impossible while there is a reason.
    public Action unless(Function<Entity, Optional<Phrase>> reason) {
        return new Action(id, title, icon, danger, keys, offered, reason, run);
    }

    /// Why it cannot be done to that entity at this moment.
    public Optional<Phrase> hindrance(Entity entity) {
        return hindrance.apply(entity);
    }
}
