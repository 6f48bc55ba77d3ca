package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.wizards.connect.Setback.Remedy;
import dev.pileus.model.connections.IdentityChoice;
import dev.pileus.model.connections.Opening;
import dev.pileus.model.connections.SavedConnection;
import dev.pileus.model.store.Trouble;
import dev.pileus.trust.IdentityException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// Says why a connection was not opened, and what to do next.
final class Setbacks {
    private static final String INTRODUCTION = "POST /1.0/certificates: ";

    private final Consumer<SavedConnection> retry;

    /// @param retry opens a connection that was changed to get around the setback
    Setbacks(Consumer<SavedConnection> retry) {
        this.retry = retry;
    }

    static Setback of(Opening.Failed failed) {
        var server = Where.first(failed.connection());
        return say(kind(failed.trouble()), server, failed.trouble().words());
    }

    static Setback stillNotTrusted(SavedConnection connection) {
        return say("stillNotTrusted", Where.first(connection), "");
    }

    static Setback of(Opening.SecretRefused refused, Inputs.Introduction introduction) {
        var kind =
                introduction == Inputs.Introduction.PASSWORD ? "passwordRefused" : "tokenRefused";
        return say(kind, Where.first(refused.connection()), INTRODUCTION + refused.words());
    }

    static Setback of(Opening.TokenUnreadable unreadable) {
        return say("tokenUnreadable", Where.first(unreadable.connection()), unreadable.problem());
    }

    static Setback of(Opening.TokenExpired expired) {
        return Setback.of(
                Phrase.of("connect.fail.tokenExpired", new Phrase.FullMoment(expired.since())),
                "",
                Phrase.of("connect.fail.tokenExpired.advice"));
    }

    Setback of(Opening.IdentityUnusable unusable) {
        var words = String.valueOf(unusable.problem().getMessage());
        var said = say(kind(unusable.problem()), Where.first(unusable.connection()), words);
        return switch (unusable.connection().identity()) {
            case IdentityChoice.Own _ -> said;
            case IdentityChoice.Files _ ->
                    new Setback(
                            said.headline(),
                            said.words(),
                            Phrase.of("connect.fail.key.advice.stock"),
                            Optional.of(useOwn(unusable.connection())));
        };
    }

    static Setback singleSignOn(String remote) {
        return say("singleSignOn", remote, "");
    }

    static Setback tokenWithoutAddress() {
        return say("tokenWithoutAddress", "", "");
    }

    static Setback unknownName(String name) {
        return say("unknownName", name, "");
    }

    static Setback unsaved(Throwable failed) {
        return say("unsaved", "", words(failed));
    }

    static Setback unexpected(Throwable failed) {
        return say("unexpected", "", words(failed));
    }

    private Remedy useOwn(SavedConnection connection) {
        var changed =
                new SavedConnection(
                        connection.name(),
                        connection.endpoints(),
                        connection.pin(),
                        new IdentityChoice.Own(),
                        connection.project());
        return new Remedy(Phrase.of("connect.fail.key.useOwn"), () -> retry.accept(changed));
    }

    private static Setback say(String kind, String about, String words) {
        var key = "connect.fail." + kind;
        return Setback.of(Phrase.of(key, about), words, Phrase.of(key + ".advice", about));
    }

    private static String kind(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Unreachable(var cause, var words) ->
                    switch (cause) {
                        case HOST_UNKNOWN -> "hostUnknown";
                        case NOTHING_LISTENS -> "nothingListens";
                        case TIMED_OUT -> "timedOut";
                        case NETWORK -> "network";
                        case NO_SOCKET -> "noSocket";
                        case SOCKET_FORBIDDEN -> "socketForbidden";
                    };
            case Trouble.NoAnswer _ -> "noAnswer";
            case Trouble.NotAServer _ -> "notAServer";
            case Trouble.NoLeader _ -> "noLeader";
            case Trouble.UnknownCertificate _ -> "certificate";
            case Trouble.NotTrusted _ -> "notTrusted";
            case Trouble.Refused _ -> "refused";
        };
    }

    private static String kind(IOException problem) {
        return switch (problem) {
            case IdentityException.Missing _ -> "key.missing";
            case IdentityException.PassphraseProtected _ -> "key.passphrase";
            case IdentityException.Mismatched _ -> "key.mismatched";
            case IdentityException.Malformed _ -> "key.malformed";
            default -> "key.unreadable";
        };
    }

    private static String words(Throwable failed) {
        return failed.getMessage() == null
                ? failed.getClass().getSimpleName()
                : failed.getMessage();
    }
}
