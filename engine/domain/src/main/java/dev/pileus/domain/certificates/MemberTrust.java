package dev.pileus.domain.certificates;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.members.NewcomerTrust;
import java.util.Optional;

/// The entries of members, as joins and removals see them.
public final class MemberTrust implements NewcomerTrust {
    @Override
    public Optional<String> nameOf(Reader reader, String fingerprint) {
        return CertificatesRepository.memberName(reader, fingerprint);
    }

    @Override
    public Batch forget(Reader reader, String name) {
        return CertificatesRepository.forgetMember(name);
    }
}
