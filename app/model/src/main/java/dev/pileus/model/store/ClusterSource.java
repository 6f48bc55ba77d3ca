package dev.pileus.model.store;

import dev.pileus.api.Certificate;
import dev.pileus.api.Cluster;
import dev.pileus.api.ClusterGroup;
import dev.pileus.api.ClusterMember;
import dev.pileus.api.Event;
import dev.pileus.api.Instance;
import dev.pileus.api.MemberState;
import dev.pileus.api.Operation;
import dev.pileus.api.Resources;
import dev.pileus.api.Server;
import dev.pileus.api.Warning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a live image is read from. Every method blocks, may be called from several threads at once,
/// and throws [TroubleException] when it cannot read.
public interface ClusterSource {
    Server server();

    Cluster cluster();

    /// Empty on a server that is not clustered. A source that can fail over to other members learns
    /// their addresses here.
    List<ClusterMember> members();

    /// Empty on a server that is not clustered.
    List<ClusterGroup> groups();

    /// Of all projects, without their state.
    List<Instance> instances();

    /// Empty when there is no such instance.
    Optional<Instance> instance(InstanceKey key);

    /// Of all projects and all members that answer.
    List<Operation> operations();

    List<Warning> warnings();

    List<Certificate> certificates();

    MemberState state(String member, Duration patience);

    Resources resources(String member, Duration patience);

    /// Who answered last, as text for people.
    String endpoint();

    /// Lifecycle and operation events of all projects, until the subscription is closed. After a
    /// loss the source connects again by itself.
    Subscription listen(Listener listener);

    /// Is told of events, one after the other.
    interface Listener {
        /// Events arrive from now on. What happened before was missed.
        void connected();

        void event(Event event);

        /// No events arrive until [#connected()] is called again.
        void lost();
    }
}
