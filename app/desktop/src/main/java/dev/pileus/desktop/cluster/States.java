package dev.pileus.desktop.cluster;

import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.api.Operation;
import dev.pileus.api.StatusCode;
import dev.pileus.api.Warning;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The colours and names of states, the same in every view.
public final class States {
    private States() {}

    public static Tone tone(MemberStatus status) {
        return switch (status) {
            case ONLINE -> Tone.OK;
            case OFFLINE -> Tone.DANGER;
            case EVACUATED, EVACUATING, RESTORING, BLOCKED -> Tone.CAUTION;
            case UNKNOWN -> Tone.NEUTRAL;
        };
    }

    /// A word that we do not know is shown as the server sent it.
    public static Phrase name(MemberImage member) {
        var status = member.condition();
        return status == MemberStatus.UNKNOWN
                ? Phrase.verbatim(member.member().status())
                : Phrase.of("status.member." + status.name().toLowerCase(Locale.ROOT));
    }

    /// The colour of an instance.
    ///
    /// @param silent whether its member does not answer: then it counts as unknown, whatever was
    ///   last said of it
    public static Tone tone(Instance instance, boolean silent) {
        return silent ? Tone.NEUTRAL : tone(instance);
    }

    private static Tone tone(Instance instance) {
        return switch (instance.statusCode()) {
            case StatusCode.RUNNING, StatusCode.READY -> Tone.OK;
            case StatusCode.ERROR -> Tone.DANGER;
            case StatusCode.STOPPED -> Tone.NEUTRAL;
            default -> Tone.CAUTION;
        };
    }

    public static Tone tone(Warning warning) {
        return switch (warning.severity()) {
            case "high" -> Tone.DANGER;
            case "moderate" -> Tone.CAUTION;
            default -> Tone.NEUTRAL;
        };
    }

    public static Tone tone(Operation operation) {
        if (operation.statusCode() == StatusCode.CANCELLED) {
            return Tone.NEUTRAL;
        }
        if (operation.hasFailed()) {
            return Tone.DANGER;
        }
        return operation.isFinished() ? Tone.OK : Tone.ACCENT;
    }

    /// What an instance does.
    ///
    /// @param silent whether its member does not answer
    public static Phrase name(Instance instance, boolean silent) {
        if (silent) {
            return Phrase.of("status.instance.unknown");
        }
        return switch (instance.statusCode()) {
            case StatusCode.RUNNING -> Phrase.of("status.instance.running");
            case StatusCode.STOPPED -> Phrase.of("status.instance.stopped");
            case StatusCode.FROZEN -> Phrase.of("status.instance.frozen");
            case StatusCode.ERROR -> Phrase.of("status.instance.error");
            default -> Phrase.verbatim(instance.status());
        };
    }

    public static Phrase type(Instance instance) {
        return Phrase.of(
                instance.isVirtualMachine() ? "status.type.machine" : "status.type.container");
    }

    /// The members that do not answer.
    public static Set<String> silent(ClusterImage image) {
        return image.members().stream()
                .filter(member -> member.condition() == MemberStatus.OFFLINE)
                .map(MemberImage::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// "node6 does not answer; last seen 15:41."
    public static Optional<Phrase> silence(MemberImage member) {
        if (member.condition() != MemberStatus.OFFLINE) {
            return Optional.empty();
        }
        return Optional.of(
                member.silentSince()
                        .map(since -> Phrase.of("status.silent", member.name(), since))
                        .orElse(Phrase.of("status.silent.never", member.name())));
    }
}
