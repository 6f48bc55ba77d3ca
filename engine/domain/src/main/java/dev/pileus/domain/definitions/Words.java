package dev.pileus.domain.definitions;

import dev.pileus.api.ApiException;
import java.util.List;
import java.util.Locale;

/// How refusals speak of a kind of definition. Texts are the stock servers', codes too unless those
/// answer 500 where the request is at fault (CONTRACT 13.2, 14, 21).
public interface Words {
    /// `Storage pool`, `Network`.
    String title();

    /// `Pool`, `Network`.
    String brief();

    ApiException alreadyDefined(String name, String member);

    ApiException alreadyCreated(String name);

    ApiException typeDiffers(String wanted, String present);

    /// A key that is the same everywhere was given for one member.
    default ApiException notMemberSpecific(String key) {
        return refusal("Config key \"%s\" may not be used as member-specific key".formatted(key));
    }

    /// The same in a change.
    default ApiException notMemberSpecificInChange(String key) {
        return notMemberSpecific(key);
    }

    default ApiException memberSpecific(String key) {
        return refusal("Config key \"%s\" is cluster member specific".formatted(key));
    }

    default ApiException descriptionOfPart() {
        return refusal(
                "The %s description cannot be set for a specific member"
                        .formatted(title().toLowerCase(Locale.ROOT)));
    }

    default ApiException notFound() {
        return new ApiException(404, title() + " not found");
    }

    default ApiException notPending() {
        return refusal("%s is not in pending state".formatted(title()));
    }

    default ApiException notPendingAnywhere() {
        return refusal("%s not pending on any node (use --target <node> first)".formatted(brief()));
    }

    default ApiException notDefinedOn(List<String> members) {
        return refusal(
                "%s not defined on nodes: %s".formatted(brief(), String.join(", ", members)));
    }

    default ApiException partiallyCreated() {
        return refusal(
                "%s already partially created. Please do not specify any global config when re-running create"
                        .formatted(title()));
    }

    default ApiException notCreated() {
        return refusal(
                "Cannot update %s global config when not in created state"
                        .formatted(title().toLowerCase(Locale.ROOT)));
    }

    default ApiException inUse() {
        return refusal("The %s is currently in use".formatted(title().toLowerCase(Locale.ROOT)));
    }

    private static ApiException refusal(String text) {
        return new ApiException(400, text);
    }
}
