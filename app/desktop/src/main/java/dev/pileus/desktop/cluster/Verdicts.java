package dev.pileus.desktop.cluster;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Pill;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.plan.Quorum;
import dev.pileus.model.store.ClusterImage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The top bar's verdicts on a cluster.
public final class Verdicts {
    private static final long SOON = 30;
    private static final long NOW = 7;

    private Verdicts() {}

    /// Empty for a server that is no cluster.
    public static Optional<Pill> quorum(ClusterImage image) {
        var quorum = Quorum.of(image);
        return switch (quorum.state()) {
            case SAFE -> Optional.of(quorum("safe", Tone.OK, quorum));
            case NONE_TO_SPARE -> Optional.of(quorum("tight", Tone.CAUTION, quorum));
            case LOST -> Optional.of(quorum("lost", Tone.DANGER, quorum));
            case UNKNOWN -> Optional.of(quorum("unknown", Tone.NEUTRAL, quorum));
            case STANDALONE -> Optional.empty();
        };
    }

    /// Empty where the server does not show its certificate.
    public static Optional<Pill> certificate(ClusterImage image, Instant now) {
        return ClusterCertificate.expiry(image).map(expiry -> certificate(expiry, now));
    }

    private static Pill quorum(String verdict, Tone tone, Quorum quorum) {
        return new Pill(
                tone,
                Phrase.of(
                        "status.quorum." + verdict,
                        quorum.online(),
                        quorum.voters(),
                        quorum.survives()),
                Phrase.of("status.quorum." + verdict + ".brief", quorum.online(), quorum.voters()),
                Phrase.of("status.quorum." + verdict + ".hint", quorum.majority()));
    }

    private static Pill certificate(Instant expiry, Instant now) {
        long days = Duration.between(now, expiry).toDays();
        var tone = days < NOW ? Tone.DANGER : days < SOON ? Tone.CAUTION : Tone.NEUTRAL;
        var state = expiry.isBefore(now) ? "expired" : "days";
        return new Pill(
                tone,
                Phrase.of("status.certificate." + state, days),
                Phrase.of("status.certificate." + state + ".brief", days),
                Phrase.of("status.certificate.hint"));
    }
}
