package dev.pileus.domain.evacuation;

import dev.pileus.domain.members.Member;

/// Other members, as far as evacuations need them. Who does not answer, or refuses, is an
/// [dev.pileus.api.ApiException].
public interface EvacuationPeers {
    /// Has a member send an instance home that it took in; the other side calls [Hosting#sendHome].
    ///
    /// @return whether it shall be up at home
    boolean fetch(Member from, long instance) throws InterruptedException;

    /// Whether somebody still listens at a member's address, though it gives no heartbeats.
    boolean answers(Member member);
}
