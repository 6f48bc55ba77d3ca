package dev.pileus.domain.certificates;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberBelongings;

/// The trust entry of each member: it has the member's name, and goes with the member.
public final class MemberCertificates implements MemberBelongings {
    @Override
    public Batch depart(Reader reader, Member member) {
        return CertificatesRepository.forgetMember(member.name());
    }

    @Override
    public Batch renamed(Reader reader, Member member, String newName) {
        return CertificatesRepository.renameMember(member.name(), newName);
    }
}
