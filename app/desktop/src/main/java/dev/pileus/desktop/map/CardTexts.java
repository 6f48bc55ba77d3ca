package dev.pileus.desktop.map;

import dev.pileus.api.MemberStatus;
import dev.pileus.desktop.i18n.Messages;
import java.util.stream.Collectors;

/// The words on cards and lanes.
final class CardTexts {
    private final Messages messages;

    CardTexts(Messages messages) {
        this.messages = messages;
    }

    String processor() {
        return messages.text("map.processor");
    }

    String memory() {
        return messages.text("map.memory");
    }

    String arrivals(int count) {
        return messages.text("map.arrivals", count);
    }

    /// How many members stand in a lane, rest in maintenance, and vote.
    String lane(MapLayout.Lane lane) {
        var standing = lane.cards().size();
        var resting = lane.resting().size();
        if (resting == 0) {
            return messages.text("map.laneSummary", standing, lane.voters());
        }
        return standing == 0
                ? messages.text("map.laneResting", resting, lane.voters())
                : messages.text("map.lanePartlyResting", standing, resting, lane.voters());
    }

    /// The sign of a database role, alone; empty for other roles.
    String sign(Badge badge) {
        return switch (badge.kind()) {
            case LEADER -> "♛";
            case VOTER -> "◆";
            case STANDBY -> "◇";
            case EVENT_HUB, OTHER -> "";
        };
    }

    String badge(Badge badge) {
        return switch (badge.kind()) {
            case LEADER -> sign(badge) + " " + messages.text("map.role.leader");
            case VOTER -> sign(badge) + " " + messages.text("map.role.voter");
            case STANDBY -> sign(badge) + " " + messages.text("map.role.standby");
            case EVENT_HUB, OTHER -> badge.role();
        };
    }

    /// The state in one or two words; the server's own word where we know none.
    String status(CardContent card) {
        return switch (card.condition()) {
            case ONLINE -> messages.text("map.status.online");
            case OFFLINE -> messages.text("map.status.offline");
            case EVACUATED -> messages.text("map.status.evacuated");
            case EVACUATING -> messages.text("map.status.evacuating");
            case RESTORING -> messages.text("map.status.restoring");
            case BLOCKED -> messages.text("map.status.blocked");
            case UNKNOWN -> card.status();
        };
    }

    /// The state, and since when where that is known.
    String condition(CardContent card) {
        return card.silentSince()
                .filter(_ -> card.condition() == MemberStatus.OFFLINE)
                .map(since -> messages.text("map.offlineSince", messages.moments().at(since)))
                .orElseGet(() -> status(card));
    }

    /// The server's words about the state.
    String message(CardContent card) {
        return card.message();
    }

    String accessible(CardContent card) {
        var roles =
                card.badges().stream()
                        .flatMap(badge -> badge.roles().stream())
                        .collect(Collectors.joining(", "));
        return messages.text(
                "map.accessibleCard",
                card.member(),
                condition(card),
                card.message(),
                roles,
                card.dots().size(),
                card.home());
    }

    String instance(InstanceDot dot) {
        return dot.project().equals("default")
                ? messages.text("map.instance", dot.name(), dot.status())
                : messages.text("map.instanceInProject", dot.name(), dot.status(), dot.project());
    }
}
