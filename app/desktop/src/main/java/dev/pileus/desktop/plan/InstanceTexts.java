package dev.pileus.desktop.plan;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.plan.Destination;
import dev.pileus.model.plan.Meanwhile;
import dev.pileus.model.plan.Reason;
import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a plan says about one instance, in words.
final class InstanceTexts {
    private static final int NAMES_SHOWN = 5;

    private final Messages messages;

    InstanceTexts(Messages messages) {
        this.messages = messages;
    }

    /// The project is told where it is not the usual one.
    String name(InstanceKey instance) {
        return instance.project().equals("default")
                ? instance.name()
                : messages.text("plan.inProject", instance.name(), instance.project());
    }

    /// A few names, and how many more there are.
    String names(List<InstanceKey> instances) {
        var shown =
                instances.stream()
                        .limit(NAMES_SHOWN)
                        .map(this::name)
                        .collect(Collectors.joining(", "));
        var more = instances.size() - NAMES_SHOWN;
        return more > 0 ? messages.text("plan.andMore", shown, more) : shown;
    }

    String destination(String member, Destination destination) {
        return switch (destination) {
            case Destination.MovesTo(var target) -> target;
            case Destination.OneOf(var members) ->
                    messages.text("plan.to.oneOf", String.join(", ", members));
            case Destination.StaysHere() -> messages.text("plan.to.stays", member);
            case Destination.NoMemberFits _ -> messages.text("plan.to.nobody");
            case Destination.NotReached() -> messages.text("plan.to.notReached");
            case Destination.NotPredictable _ -> messages.text("plan.to.unknown");
        };
    }

    String meanwhile(Meanwhile meanwhile) {
        return messages.text("plan.meanwhile." + word(meanwhile));
    }

    /// Why it gets its action or, where nobody can take it, why not.
    String why(Reason reason, Destination destination) {
        return switch (destination) {
            case Destination.NoMemberFits(var misfits) when !misfits.isEmpty() ->
                    misfits.stream()
                            .map(this::misfit)
                            .distinct()
                            .limit(2)
                            .collect(Collectors.joining("; "));
            case Destination.NoMemberFits _ -> messages.text("plan.why.noOther");
            case Destination.NotPredictable(var cause) ->
                    messages.text("plan.unforeseen." + word(cause));
            default -> reason(reason);
        };
    }

    private String reason(Reason reason) {
        return switch (reason) {
            case Reason.Automatic() -> messages.text("plan.why.automatic");
            case Reason.OwnSetting(var value) -> messages.text("plan.why.own", value);
            case Reason.RequestedMode _ -> messages.text("plan.why.requested");
            case Reason.StatefulMigration() -> "migration.stateful";
            case Reason.DeviceCannotMove(var device, var type, var tie) ->
                    messages.text("plan.why.tie." + word(tie), device, type);
            case Reason.OnlyMember() -> messages.text("plan.why.noOther");
            case Reason.DiskMayMove(var device, var pool) ->
                    messages.text("plan.why.diskMayMove", device, pool);
        };
    }

    private String misfit(Destination.Misfit misfit) {
        return messages.text(
                "plan.misfit." + word(misfit.obstruction()), misfit.member(), misfit.detail());
    }

    /// `STAYS_UP` is `staysUp` in keys.
    static String word(Enum<?> value) {
        var words = value.name().toLowerCase(Locale.ROOT).split("_", -1);
        var key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(words[i].substring(1));
        }
        return key.toString();
    }
}
