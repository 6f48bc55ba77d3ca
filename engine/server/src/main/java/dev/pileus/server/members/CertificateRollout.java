package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.ClusterCertificate;
import dev.pileus.client.ClientException;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersService;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.IdentityPem;
import java.util.List;
import java.util.function.Consumer;

/// Gives all members another certificate to present, in three steps that each of them confirms:
/// accept the new one as well, present it, accept it alone. So no member ever refuses another, and
/// names or addresses in the certificate do not matter: members know it by its fingerprint.
public final class CertificateRollout {
    private final Neighbours neighbours;
    private final Presence presence;
    private final MembersService members;
    private final EventHub events;

    public CertificateRollout(
            Neighbours neighbours, Presence presence, MembersService members, EventHub events) {
        this.neighbours = neighbours;
        this.presence = presence;
        this.members = members;
        this.events = events;
    }

    /// Changes the certificate of the whole cluster.
    public void replace(ClusterCertificate wanted) {
        var identity = checked(wanted);
        if (!neighbours.here().isClustered()) {
            throw new ApiException(400, "This server is not clustered");
        }
        var all = members.members();
        all.forEach(this::demandOnline);
        var document = new Step(identity.fingerprint().hex(), wanted);
        each(all, "accept", document, this::accept);
        each(all, "present", document, this::present);
        each(all, "settle", document, step -> settle());
        events.tell(Happening.of("cluster-certificate-updated", "/1.0/cluster/certificate"));
    }

    /// First step.
    void accept(Step step) {
        neighbours.tls().accept(Fingerprint.parse(step.fingerprint()));
        neighbours.changed();
    }

    /// Second step.
    void present(Step step) {
        var identity = checked(step.certificate());
        neighbours.identity().save(identity);
        presence.present(identity);
    }

    /// Last step.
    void settle() {
        neighbours.tls().expect(neighbours.presented().fingerprint());
        neighbours.changed();
    }

    private void each(List<Member> all, String action, Step step, Consumer<Step> here) {
        for (var member : all) {
            if (member.id() == neighbours.here().id()) {
                here.accept(step);
            } else {
                ask(member, action, step);
            }
        }
    }

    private void ask(Member member, String action, Step step) {
        try {
            neighbours.clients().at(member.address()).internal().tell(step, "certificate", action);
        } catch (ClientException e) {
            throw new ApiException(
                    500,
                    "failed to notify peer %s: %s".formatted(member.address(), e.getMessage()));
        }
    }

    private void demandOnline(Member member) {
        if (!members.isOnline(member)) {
            throw new ApiException(
                    400,
                    "Cannot update cluster certificate with a new private key while member \"%s\" is offline"
                            .formatted(member.name()));
        }
    }

    private static ClientIdentity checked(ClusterCertificate wanted) {
        var pem = new IdentityPem(wanted.clusterCertificate(), wanted.clusterCertificateKey());
        demand(pem::chain, "Certificate must be base64 encoded PEM certificate");
        demand(pem::privateKey, "Private key must be base64 encoded PEM key");
        demand(pem::identity, "tls: private key does not match public key");
        return pem.identity();
    }

    private static void demand(Runnable check, String complaint) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, complaint);
        }
    }

    /// What members tell each other.
    record Step(String fingerprint, ClusterCertificate certificate) {
        @Override
        public String toString() {
            return "Step[" + fingerprint + "]";
        }
    }
}
