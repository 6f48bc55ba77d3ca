package dev.pileus.cli.init;

import dev.pileus.api.JoinToken;
import dev.pileus.cli.CommandException;
import dev.pileus.client.ClientException;
import dev.pileus.client.Endpoint;
import dev.pileus.client.FirstContact;
import dev.pileus.client.Timeouts;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.PemCertificates;
import java.util.ArrayList;
import java.util.List;

/// A member of the cluster to join, which has proved that it is one.
///
/// @param certificate PEM of what it presents
record TargetMember(String address, String certificate) {
    /// Asks the members that a token names, in order, until one answers.
    ///
    /// @throws CommandException if none answers, or one presents another certificate
    static TargetMember of(JoinToken token) {
        var problems = new ArrayList<String>();
        for (var address : token.addresses()) {
            try {
                var presented = FirstContact.presentedBy(Endpoint.parse(address), Timeouts.DEFAULT);
                if (!Fingerprint.of(presented).equals(Fingerprint.parse(token.fingerprint()))) {
                    throw new CommandException(
                            "Certificate fingerprint mismatch between join token and cluster member \"%s\""
                                    .formatted(address));
                }
                return new TargetMember(address, PemCertificates.text(List.of(presented)));
            } catch (ClientException | IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        throw new CommandException(
                "none of the members in the token answers: " + String.join("; ", problems));
    }
}
