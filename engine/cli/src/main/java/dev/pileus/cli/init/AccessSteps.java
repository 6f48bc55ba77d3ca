package dev.pileus.cli.init;

import dev.pileus.api.Certificate;
import dev.pileus.api.ClusterGroup;
import dev.pileus.cli.CommandException;
import dev.pileus.client.ServerApi;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.PemCertificates;
import java.security.cert.CertificateException;
import java.util.List;

/// The steps of a preseed that say who comes in, and which members belong together.
final class AccessSteps {
    private final ServerApi member;

    AccessSteps(ServerApi member) {
        this.member = member;
    }

    /// A certificate that is trusted already stays as it is.
    Step certificate(Certificate entry) {
        return new Step(
                "trust certificate " + entry.name(),
                () -> {
                    var fingerprint = fingerprint(entry.certificate());
                    var known =
                            member.certificates().list().stream()
                                    .anyMatch(one -> one.fingerprint().equals(fingerprint));
                    if (!known) {
                        member.certificates().add(entry);
                    }
                });
    }

    Step group(Preseed.GroupSeed seed) {
        return new Step(
                "set up cluster group " + seed.name(),
                () -> {
                    var exists =
                            member.groups().list().stream()
                                    .anyMatch(group -> group.name().equals(seed.name()));
                    if (!exists) {
                        member.groups().create(seed.name(), seed.description(), List.of());
                    }
                    if (exists || !seed.config().isEmpty()) {
                        describe(seed);
                    }
                });
    }

    private void describe(Preseed.GroupSeed seed) {
        var found = member.groups().get(seed.name());
        var present = found.value();
        member.groups()
                .update(
                        new ClusterGroup(
                                present.name(),
                                seed.description().isEmpty()
                                        ? present.description()
                                        : seed.description(),
                                present.members(),
                                seed.config().isEmpty() ? present.config() : seed.config(),
                                List.of()),
                        found.etag());
    }

    private static String fingerprint(String pem) {
        try {
            return Fingerprint.of(PemCertificates.parse(pem).getFirst()).hex();
        } catch (CertificateException e) {
            throw new CommandException("it is no certificate in PEM: " + e.getMessage(), e);
        }
    }
}
