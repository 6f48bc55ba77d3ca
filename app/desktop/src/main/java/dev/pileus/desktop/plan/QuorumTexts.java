package dev.pileus.desktop.plan;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.plan.Quorum;
import dev.pileus.model.plan.QuorumForecast;

/// What a plan means for the database, in words.
final class QuorumTexts {
    private final Messages messages;

    QuorumTexts(Messages messages) {
        this.messages = messages;
    }

    /// The verdict, e.g. "Quorum stays 3 of 3; if node3 goes down afterwards: 2 of 3, and node2 is
    /// promoted."
    String verdict(String member, QuorumForecast forecast) {
        var now = forecast.afterwards();
        var down = forecast.ifDown();
        return switch (now.state()) {
            case UNKNOWN -> messages.text("plan.quorum.unknown");
            case STANDALONE -> messages.text("plan.quorum.standalone");
            case LOST -> messages.text("plan.quorum.lost", now.online(), now.voters());
            case SAFE, NONE_TO_SPARE -> {
                var afterwards =
                        down.equals(now)
                                ? messages.text("plan.quorum.noVoter", member)
                                : ifDown(member, forecast);
                yield messages.text("plan.quorum.stays", now.online(), now.voters(), afterwards);
            }
        };
    }

    private String ifDown(String member, QuorumForecast forecast) {
        var down = forecast.ifDown();
        if (!down.holds()) {
            return messages.text("plan.quorum.downLost", member);
        }
        return forecast.promoted()
                .map(promoted ->
                        messages.text(
                                "plan.quorum.downPromoted",
                                member,
                                down.online(),
                                down.voters(),
                                promoted))
                .orElseGet(() ->
                        messages.text("plan.quorum.down", member, down.online(), down.voters()));
    }

    /// Where leadership is; empty when that cannot be told.
    String leadership(String member, QuorumForecast forecast) {
        return switch (forecast.leadership()) {
            case ELSEWHERE -> messages.text("plan.leadership.elsewhere");
            case MOVES_FIRST -> messages.text("plan.leadership.movesFirst", member);
            case STAYS_HERE -> messages.text("plan.leadership.staysHere", member);
            case UNKNOWN -> "";
        };
    }

    static Severity severity(QuorumForecast forecast) {
        if (forecast.afterwards().state() == Quorum.State.STANDALONE) {
            return Severity.OK;
        }
        if (!forecast.afterwards().holds()) {
            return Severity.DANGER;
        }
        return forecast.ifDown().holds() ? Severity.OK : Severity.CAUTION;
    }
}
