package dev.pileus.desktop.cluster;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.connections.OpeningTexts;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.desktop.shell.Notice;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Link;
import java.time.InstantSource;
import java.util.Optional;

/// Keeps what the window says about the whole cluster: the verdicts, the line in the picker and,
/// while nobody answers, a notice.
public final class ClusterStatus {
    private final Shell shell;
    private final InstantSource time;
    private Optional<Link.Interrupted> interruption = Optional.empty();
    private Optional<Notice> notice = Optional.empty();

    public ClusterStatus(Shell shell, InstantSource time) {
        this.shell = shell;
        this.time = time;
    }

    public void follow(ShownCluster cluster, Lifetime lifetime) {
        lifetime.follow(cluster.image(), this::show);
    }

    private void show(ClusterImage image) {
        boolean known = !image.equals(ClusterImage.nothing());
        shell.quorum().set(known ? Verdicts.quorum(image) : Optional.empty());
        shell.certificate().set(Verdicts.certificate(image, time.instant()));
        var open = shell.clusters().open();
        open.set(open.get().map(entry -> known ? described(entry, image) : entry));
        tellOf(image.link());
    }

    private static ClusterEntry described(ClusterEntry entry, ClusterImage image) {
        return new ClusterEntry(
                entry.id(), entry.name(), entry.origin(), detail(image), tone(image.link()));
    }

    private static Phrase detail(ClusterImage image) {
        var server = image.server();
        var product =
                (server.product().title() + " " + server.environment().serverVersion()).strip();
        return image.members().isEmpty()
                ? Phrase.of("status.cluster.single", product)
                : Phrase.of("status.cluster", product, image.members().size());
    }

    private static Tone tone(Link link) {
        return switch (link) {
            case Link.Connecting() -> Tone.NEUTRAL;
            case Link.Connected connected -> connected.live() ? Tone.OK : Tone.CAUTION;
            case Link.Interrupted _ -> Tone.DANGER;
        };
    }

    /// One notice for one interruption, however many images tell of it.
    private void tellOf(Link link) {
        var lost =
                link instanceof Link.Interrupted interrupted
                        ? Optional.of(interrupted)
                        : Optional.<Link.Interrupted>empty();
        if (lost.equals(interruption)) {
            return;
        }
        interruption = lost;
        notice.ifPresent(shell.notices()::remove);
        notice = lost.map(this::notice);
        notice.ifPresent(shell.notices()::add);
    }

    private Notice notice(Link.Interrupted lost) {
        var name = shell.clusters().open().get().map(ClusterEntry::name).orElse("");
        var why = new Phrase.Told(messages -> new OpeningTexts(messages).of(name, lost.trouble()));
        return Notice.of(Tone.DANGER, Phrase.of("status.link.lost", lost.since(), why));
    }
}
