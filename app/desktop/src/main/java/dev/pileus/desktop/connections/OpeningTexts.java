package dev.pileus.desktop.connections;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.connections.Opening;
import dev.pileus.model.connections.Resolution;
import dev.pileus.model.store.Trouble;
import dev.pileus.trust.Fingerprint;
import java.util.Locale;
import java.util.stream.Collectors;

/// Why a connection did not open, in one or two sentences that name the server, keep its own words
/// and say what to do next.
public final class OpeningTexts {
    private final Messages messages;

    public OpeningTexts(Messages messages) {
        this.messages = messages;
    }

    /// Why a connection did not open.
    ///
    /// @throws IllegalArgumentException for an opening that succeeded
    public String of(Opening opening) {
        var server = server(opening);
        return switch (opening) {
            case Opening.Opened _ -> throw new IllegalArgumentException("It did open");
            case Opening.CertificateUnknown(_, var presented) ->
                    messages.text(
                            "opening.unknownCertificate",
                            server,
                            Fingerprint.of(presented).toString());
            case Opening.CertificateChanged(_, var pinned, var presented) ->
                    messages.text(
                            "opening.changedCertificate",
                            server,
                            pinned.toString(),
                            Fingerprint.of(presented).toString());
            case Opening.NotTrusted _ -> messages.text("opening.notTrusted", server);
            case Opening.IdentityUnusable(_, var problem) ->
                    messages.text("opening.identity", String.valueOf(problem.getMessage()));
            case Opening.Failed(_, var trouble) -> of(server, trouble);
            case Opening.TokenUnreadable(_, var problem) ->
                    messages.text("opening.tokenUnreadable", problem);
            case Opening.TokenExpired(_, var since) ->
                    messages.text("opening.tokenExpired", messages.moments().full(since));
            case Opening.TokenOfAnotherServer(_, var issuer, var presented) ->
                    messages.text(
                            "opening.tokenOfAnother",
                            server,
                            issuer.toString(),
                            presented.toString());
            case Opening.SecretRefused(_, var words) ->
                    messages.text("opening.secretRefused", server, words);
        };
    }

    /// Why a server cannot be read.
    public String of(String server, Trouble trouble) {
        return switch (trouble) {
            case Trouble.Unreachable(var cause, var words) ->
                    messages.text(
                            "opening.unreachable." + cause.name().toLowerCase(Locale.ROOT),
                            server,
                            words);
            case Trouble.NoAnswer(var words) -> messages.text("opening.noAnswer", server, words);
            case Trouble.NotAServer(var words) ->
                    messages.text("opening.notAServer", server, words);
            case Trouble.NoLeader(var words) -> messages.text("opening.noLeader", server, words);
            case Trouble.UnknownCertificate(var words, var _, var _) ->
                    messages.text("opening.certificate", server, words);
            case Trouble.NotTrusted(var words) -> messages.text("opening.forbidden", server, words);
            case Trouble.Refused(var status, var words) ->
                    messages.text("opening.refused", server, Integer.toString(status), words);
        };
    }

    /// Why a target means nothing.
    ///
    /// @throws IllegalArgumentException for one that was found
    public String of(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Found _ -> throw new IllegalArgumentException("It was found");
            case Resolution.UnknownName(var name, var known) ->
                    known.isEmpty()
                            ? messages.text("opening.unknownName.none", name)
                            : messages.text("opening.unknownName", name, String.join(", ", known));
            case Resolution.SingleSignOn(var remote) ->
                    messages.text("opening.singleSignOn", remote.name());
        };
    }

    private static String server(Opening opening) {
        return opening.connection().endpoints().stream()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
