package dev.pileus.desktop.plan;

import dev.pileus.client.Failure;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.actions.Ending;
import dev.pileus.model.actions.InstanceResult;
import dev.pileus.model.actions.PlanResult;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.RestorePlan;
import dev.pileus.model.store.InstanceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// What a plan came to, in words: what was done, what was not, and what to do now.
final class OutcomeTexts {
    private final Messages messages;
    private final InstanceTexts instances;

    OutcomeTexts(Messages messages) {
        this.messages = messages;
        this.instances = new InstanceTexts(messages);
    }

    List<Remark> of(PlanResult result) {
        var remarks = new ArrayList<Remark>();
        remarks.add(headline(result));
        var elsewhere = with(result, InstanceResult.Verdict.ELSEWHERE);
        if (!elsewhere.isEmpty()) {
            remarks.add(
                    new Remark(
                            Severity.CAUTION,
                            messages.text("plan.result.elsewhere", placed(elsewhere)),
                            ""));
        }
        var untouched = with(result, InstanceResult.Verdict.NOT_MOVED);
        if (!untouched.isEmpty() && !result.isDone()) {
            remarks.add(
                    new Remark(
                            Severity.CAUTION,
                            messages.text(
                                    "plan.result.notMoved", names(untouched), untouched.size()),
                            ""));
        }
        var stopped = result.leftStopped();
        if (!stopped.isEmpty()) {
            remarks.add(
                    new Remark(
                            Severity.DANGER,
                            messages.text(
                                    "plan.result.leftStopped", placed(stopped), stopped.size()),
                            messages.text("plan.result.leftStopped.detail")));
        }
        return remarks;
    }

    /// Whether what was left stopped runs again.
    ///
    /// @param failed those that do not, with the server's words
    Remark startedAgain(SequencedMap<InstanceKey, String> failed) {
        return failed.isEmpty()
                ? new Remark(Severity.OK, messages.text("plan.startAgain.done"), "")
                : new Remark(
                        Severity.DANGER,
                        messages.text(
                                "plan.startAgain.failed",
                                instances.names(List.copyOf(failed.keySet()))),
                        failed.firstEntry().getValue());
    }

    private Remark headline(PlanResult result) {
        var member = result.plan().member();
        return switch (result.ending()) {
            case Ending.Done() -> done(result);
            case Ending.Failed(var request, var words) ->
                    new Remark(
                            Severity.DANGER,
                            messages.text(key(result, "failed"), member, result.handled()),
                            messages.text("plan.result.words", member, request, words));
            case Ending.NotBegun(var request, var endpoint, var failure) ->
                    new Remark(
                            Severity.DANGER,
                            messages.text(key(result, "notBegun"), member),
                            messages.text(
                                    "plan.result.words", endpoint, request, failure(failure)));
            case Ending.Unseen(var request) ->
                    new Remark(
                            Severity.CAUTION,
                            messages.text("plan.result.unseen", member),
                            messages.text("plan.result.unseen.detail", request));
        };
    }

    private Remark done(PlanResult result) {
        return new Remark(
                Severity.OK,
                messages.text(key(result, "done"), result.plan().member(), result.handled()),
                "");
    }

    private static String key(PlanResult result, String ending) {
        return switch (result.plan()) {
            case EvacuationPlan _ -> "plan.result.evacuate." + ending;
            case RestorePlan _ -> "plan.result.restore." + ending;
        };
    }

    /// The server's own words where it said any.
    private String failure(Failure failure) {
        return switch (failure) {
            case Failure.Refused(var _, var text) -> text;
            case Failure.NotTrusted(var text) -> text;
            case Failure.Unreachable(var _, var detail) -> detail;
            case Failure.ConnectionLost(var detail) -> detail;
            case Failure.NotAServer(var detail) -> detail;
            case Failure.Unreadable(var detail) -> detail;
            case Failure.NoAnswer() -> messages.text("plan.result.noAnswer");
            case Failure.UntrustedServer _ -> messages.text("plan.result.untrusted");
            case Failure.Interrupted() -> messages.text("plan.result.interrupted");
        };
    }

    private static List<InstanceResult> with(PlanResult result, InstanceResult.Verdict verdict) {
        return result.instances().stream().filter(one -> one.verdict() == verdict).toList();
    }

    private String names(List<InstanceResult> results) {
        return instances.names(results.stream().map(InstanceResult::instance).toList());
    }

    private String placed(List<InstanceResult> results) {
        return String.join(
                ", ",
                results.stream()
                        .map(one ->
                                messages.text(
                                        "plan.result.placed",
                                        instances.name(one.instance()),
                                        one.location()))
                        .toList());
    }
}
