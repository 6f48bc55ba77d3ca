package dev.pileus.domain.definitions;

import java.util.List;

/// The other members, as far as pools and networks need them to act on their hosts.
public interface Peers {
    /// Refuses unless all of them answer.
    ///
    /// @throws dev.pileus.api.ApiException 500 `peer node ADDRESS is down` when one of them does
    ///   not answer
    void demandAlive(List<Location> members);

    /// Has a task done, and waits for it. The member answers with [Definitions#perform].
    ///
    /// @throws dev.pileus.api.ApiException as that member refuses it, or when it cannot be reached
    void perform(Location member, Task task);

    /// A server without other members.
    static Peers none() {
        return new Peers() {
            @Override
            public void demandAlive(List<Location> members) {}

            @Override
            public void perform(Location member, Task task) {
                throw new IllegalStateException("there is no member " + member.name());
            }
        };
    }
}
