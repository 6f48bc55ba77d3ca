package dev.pileus.desktop.inspector;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/// The pages of the inspector, one open at a time.
final class PageBook {
    private final Shell shell;
    private final Messages messages;
    private final Tasks tasks;
    private final Lifetime lifetime;
    private final List<Node> place;
    private Lifetime page;
    private Consumer<ClusterImage> reader = _ -> {};
    private ClusterImage newest = ClusterImage.nothing();

    PageBook(Shell shell, Messages messages, Tasks tasks, Lifetime lifetime, List<Node> place) {
        this.shell = shell;
        this.messages = messages;
        this.tasks = tasks;
        this.lifetime = lifetime;
        this.place = place;
        this.page = lifetime.child();
    }

    void turnTo(Optional<Entity> entity) {
        page.close();
        page = lifetime.child();
        place.clear();
        switch (entity.orElse(new Entity.Console())) {
            case Entity.Member(String name) -> open(name);
            case Entity.Instance(String project, String name) ->
                    open(new InstanceKey(project, name));
            case Entity.Group _, Entity.Warning _, Entity.Certificate _, Entity.Operation _ ->
                    entity.ifPresent(this::openPlain);
            default -> openNothing();
        }
        refresh();
    }

    /// Before anything was read nothing can be missing.
    void update(ClusterImage image) {
        newest = image;
        refresh();
    }

    void refresh() {
        reader.accept(newest);
    }

    private void open(String member) {
        var controller = new MemberController(member, messages, shell.actions(), tasks, page);
        place.add(Screens.INSPECTOR_MEMBER.open(messages, controller));
        reader =
                image ->
                        image.member(member)
                                .ifPresentOrElse(
                                        found -> controller.show(found, image),
                                        () -> forget(image));
    }

    private void open(InstanceKey instance) {
        var controller = new InstanceController(messages, shell.actions());
        place.add(Screens.INSPECTOR_INSTANCE.open(messages, controller));
        reader =
                image ->
                        image.instance(instance)
                                .ifPresentOrElse(
                                        found -> controller.show(found, image),
                                        () -> forget(image));
    }

    private void openPlain(Entity entity) {
        var controller = new PlainController(entity, messages, shell.actions());
        place.add(Screens.INSPECTOR_PLAIN.open(messages, controller));
        reader =
                image ->
                        PlainPage.of(entity, image)
                                .ifPresentOrElse(controller::show, () -> forget(image));
    }

    private void openNothing() {
        place.add(Screens.INSPECTOR_NOTHING.open(messages));
        reader = _ -> {};
    }

    private void forget(ClusterImage image) {
        if (!image.equals(ClusterImage.nothing())) {
            shell.selection().clear();
        }
    }
}
