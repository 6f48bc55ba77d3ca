package dev.pileus.domain.moves;

import dev.pileus.domain.members.Member;
import java.io.IOException;
import java.io.InputStream;

/// Other members, as far as moves need them.
public interface MovePeers {
    /// Sends a folder of an instance to where it will live; the other side gives it to
    /// [Arrivals#receive].
    ///
    /// @param snapshot empty for the instance itself, which comes first
    /// @return what has arrived
    /// @throws dev.pileus.api.ApiException when the other side refuses
    Receipt deliver(Member to, String attempt, String snapshot, InputStream stream)
            throws IOException, InterruptedException;

    /// Has a member look for copies to be taken away; if it does not answer, it will do so later by
    /// itself.
    void haveCleared(Member member);

    /// Has a member start an instance that lives there, unless it is up already.
    void start(Member where, long instance);
}
