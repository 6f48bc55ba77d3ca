package dev.pileus.desktop.plan;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Newest;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Notice;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.plan.Leftovers;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Instances that an evacuation or restore has left stopped: tells of them once that is no passing
/// state, and starts them again when the user says so. For the screen's thread.
public final class LeftStopped {
    private static final Logger log = LoggerFactory.getLogger(LeftStopped.class);

    /// A member that boots starts its instances one after the other; what stays the same for so
    /// long is none that is still to come.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Shell shell;
    private final Tasks tasks;
    private final Function<List<InstanceKey>, SequencedMap<InstanceKey, String>> starter;
    private final Lifetime lifetime;
    private final Newest<ClusterImage, Sight> sights;
    private Map<String, List<InstanceKey>> byMember = Map.of();
    private List<InstanceKey> known = List.of();
    private Instant since = Instant.EPOCH;
    private Optional<Notice> notice = Optional.empty();
    private boolean told;

    /// What stood still at a moment.
    private record Sight(Instant at, Map<String, List<InstanceKey>> byMember) {
        List<InstanceKey> stopped() {
            return byMember.values().stream().flatMap(List::stream).toList();
        }
    }

    /// @param starter starts instances and says which do not start, with the server's words; blocks
    /// @param lifetime of the connection
    public LeftStopped(
            Shell shell,
            ShownCluster cluster,
            Tasks tasks,
            Function<List<InstanceKey>, SequencedMap<InstanceKey, String>> starter,
            Lifetime lifetime) {
        this.shell = shell;
        this.tasks = tasks;
        this.starter = starter;
        this.lifetime = lifetime;
        this.sights =
                new Newest<>(
                        tasks,
                        "look for what was left stopped",
                        lifetime,
                        LeftStopped::look,
                        this::take,
                        failure -> log.error("Leftovers could not be told", failure));
        lifetime.follow(cluster.image(), sights::take);
        lifetime.atEnd(this::withdraw);
    }

    private static Sight look(ClusterImage image) {
        var byMember = new LinkedHashMap<String, List<InstanceKey>>();
        for (var leftovers : Leftovers.of(image)) {
            byMember.put(leftovers.member(), leftovers.stopped());
        }
        return new Sight(image.takenAt(), byMember);
    }

    /// Those of one member, as far as known.
    List<InstanceKey> on(String member) {
        return byMember.getOrDefault(member, List.of());
    }

    private void take(Sight sight) {
        byMember = sight.byMember();
        var stopped = sight.stopped();
        if (!stopped.equals(known)) {
            known = stopped;
            since = sight.at();
            told = false;
            withdraw();
        }
        if (!told && !known.isEmpty() && !sight.at().isBefore(since.plus(PATIENCE))) {
            told = true;
            tell(known);
        }
    }

    private void tell(List<InstanceKey> stopped) {
        var text =
                Phrase.of(
                        "plan.leftStopped",
                        new Phrase.Told(messages -> new InstanceTexts(messages).names(stopped)));
        var choice =
                new Notice.Choice(
                        Phrase.of("plan.startAgain.do", stopped.size()), () -> start(stopped));
        var fresh = new Notice(Tone.CAUTION, text, List.of(choice));
        notice = Optional.of(fresh);
        shell.notices().add(fresh);
    }

    private void withdraw() {
        notice.ifPresent(shell.notices()::remove);
        notice = Optional.empty();
    }

    /// Starts them and tells how that went.
    public void start(List<InstanceKey> stopped) {
        start(stopped, failed -> shell.notices().add(outcome(failed)));
    }

    /// Starts them.
    ///
    /// @param done gets those that do not start, with the server's words
    void start(List<InstanceKey> stopped, Consumer<SequencedMap<InstanceKey, String>> done) {
        tasks.start(
                "start again what was left stopped",
                lifetime,
                () -> starter.apply(stopped),
                done,
                failure -> {
                    log.error("Starting again broke off", failure);
                    shell.notices().add(Notice.of(Tone.DANGER, Phrase.of("plan.startAgain.broke")));
                });
    }

    private static Notice outcome(SequencedMap<InstanceKey, String> failed) {
        return Notice.of(
                failed.isEmpty() ? Tone.OK : Tone.DANGER,
                new Phrase.Told(messages -> {
                    var remark = new OutcomeTexts(messages).startedAgain(failed);
                    return (remark.headline() + " " + remark.detail()).strip();
                }));
    }
}
