package dev.pileus.desktop;

import dev.pileus.desktop.activity.Activity;
import dev.pileus.desktop.activity.OngoingWork;
import dev.pileus.desktop.activity.PastEvent;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Problem;
import dev.pileus.desktop.theme.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What goes on in the design's pictures.
public final class SampleActivity {
    private SampleActivity() {}

    public static void in(Activity activity) {
        Desktop.act(() -> {
            activity.work().setAll(work());
            activity.events().setAll(events());
        });
    }

    private static List<OngoingWork> work() {
        return List.of(
                new OngoingWork(
                        "1",
                        Phrase.verbatim("Restoring node2"),
                        Phrase.verbatim("5 of 7 instances · web-07 back from node4, 62 MB/s"),
                        OptionalDouble.of(0.42),
                        Optional.of(Duration.ofSeconds(40)),
                        false),
                new OngoingWork(
                        "2",
                        Phrase.verbatim("Replicating image ubuntu/24.04"),
                        Phrase.verbatim("to node5 · 310 of 512 MB"),
                        OptionalDouble.of(0.6),
                        Optional.of(Duration.ofSeconds(12)),
                        true));
    }

    private static List<PastEvent> events() {
        return List.of(
                event(3, "cluster-member-updated", "node4   groups: + gpu", Tone.NEUTRAL),
                event(15, "instance-started", "api-03 on node1", Tone.NEUTRAL),
                event(40, "node6 has missed 3 heartbeats: OFFLINE", "", Tone.DANGER));
    }

    private static PastEvent event(int age, String what, String detail, Tone tone) {
        return new PastEvent(
                "e" + age,
                SampleCluster.NOW.minusSeconds(age),
                Phrase.verbatim(what),
                Phrase.verbatim(detail),
                tone,
                tone == Tone.DANGER ? Optional.of(problem()) : Optional.empty());
    }

    private static Problem problem() {
        return new Problem(
                Phrase.verbatim("node6 does not answer"),
                "No heartbeat for 1m0.4s (2026-11-20 15:41:10 +0000 UTC)",
                List.of(
                        new Problem.Fact(
                                Phrase.verbatim("Member"),
                                Phrase.verbatim("node6, 10.0.3.12:8443")),
                        new Problem.Fact(
                                Phrase.verbatim("Request"),
                                Phrase.verbatim("GET /1.0/cluster/members/node6/state"))),
                Optional.of(
                        Phrase.verbatim(
                                "Look after the host; or remove the member if it does not come back.")));
    }
}
