package dev.pileus.desktop.views;

import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.States;
import dev.pileus.desktop.shell.Badge;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.UnreadPart;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The members, in the columns of `incus cluster list`.
final class Members implements Listing<MemberImage> {
    @Override
    public View.Place place() {
        return View.Place.MEMBERS;
    }

    @Override
    public Ikon icon() {
        return MaterialDesignS.SERVER;
    }

    @Override
    public UnreadPart.Part part() {
        return UnreadPart.Part.MEMBERS;
    }

    @Override
    public List<Column<MemberImage>> columns() {
        return List.of(
                Column.of("name", 84, MemberImage::name)
                        .dotted(member -> States.tone(member.condition())),
                Column.of("url", 152, member -> member.member().url()),
                Column.of("roles", 182, member -> String.join(", ", member.member().roles())),
                Column.<MemberImage>of("architecture", 110, one -> one.member().architecture())
                        .spare(),
                Column.of("domain", 122, member -> member.member().failureDomain()),
                Column.of("groups", 95, member -> String.join(", ", member.member().groups())),
                Column.<MemberImage>of("description", 160, one -> one.member().description())
                        .spare(),
                Column.word("status", 82, States::name, member -> member.member().status()),
                Column.of("message", 130, member -> member.member().message()));
    }

    @Override
    public List<MemberImage> rows(ClusterImage image) {
        return image.members();
    }

    @Override
    public Entity entity(MemberImage row) {
        return new Entity.Member(row.name());
    }

    @Override
    public Badge badge(ClusterImage image) {
        return Badge.of(image.members().size());
    }
}
