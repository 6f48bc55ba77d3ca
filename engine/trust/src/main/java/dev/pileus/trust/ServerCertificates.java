package dev.pileus.trust;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/// Makes identities for members: shown to clients, and to other members as a client. Thread-safe.
public final class ServerCertificates {
    private final InstantSource time;
    private final SecureRandom random;

    public ServerCertificates(InstantSource time, SecureRandom random) {
        this.time = time;
        this.random = random;
    }

    /// A new key and its certificate, valid for ten years from now.
    ///
    /// @param hostNames where people reach the server, the first of them is its own
    /// @param addresses IP addresses in their text form
    public ClientIdentity create(List<String> hostNames, Set<String> addresses) {
        var names =
                Stream.concat(
                                hostNames.stream().map(name -> name(GeneralName.dNSName, name)),
                                addresses.stream()
                                        .sorted()
                                        .map(address -> name(GeneralName.iPAddress, address)))
                        .toList();
        var usages = List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
        return new SelfSigned("root@" + hostNames.getFirst(), usages, names)
                .create(time.instant(), random);
    }

    private static GeneralName name(int kind, String value) {
        return new GeneralName(kind, value);
    }
}
