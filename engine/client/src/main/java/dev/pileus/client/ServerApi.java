package dev.pileus.client;

import java.util.List;
import java.util.Set;

/// The REST API of one server or cluster, by feature. Every call blocks until the server answered
/// and throws [ClientException]; interrupting the calling thread ends it at once. Names that no
/// server can address (empty, `.`, `..`) are an IllegalArgumentException. Thread-safe.
public sealed class ServerApi permits ServerClient {
    private final Calls calls;

    ServerApi(Calls calls) {
        this.calls = calls;
    }

    /// The same server with other time limits.
    public final ServerApi within(Timeouts timeouts) {
        return new ServerApi(new Calls(calls.transport(), timeouts));
    }

    /// The same server, asked at one endpoint only: what one member says, or whether it answers.
    public final ServerApi only(Endpoint endpoint) {
        return new ServerApi(calls.only(endpoint));
    }

    /// Where the next request goes first, then the others in order.
    public final List<Endpoint> endpoints() {
        return calls.transport().addresses().inOrder();
    }

    public final ServerCalls server() {
        return new ServerCalls(calls);
    }

    public final ClusterCalls cluster() {
        return new ClusterCalls(calls);
    }

    public final MemberCalls members() {
        return new MemberCalls(calls);
    }

    public final GroupCalls groups() {
        return new GroupCalls(calls);
    }

    public final OperationCalls operations() {
        return new OperationCalls(calls);
    }

    public final InstanceCalls instances() {
        return new InstanceCalls(calls);
    }

    public final ImageCalls images() {
        return new ImageCalls(calls);
    }

    public final JoinTokenCalls joinTokens() {
        return new JoinTokenCalls(calls);
    }

    public final CertificateCalls certificates() {
        return new CertificateCalls(calls);
    }

    public final WarningCalls warnings() {
        return new WarningCalls(calls);
    }

    public final StoragePoolCalls storagePools() {
        return new StoragePoolCalls(calls);
    }

    public final VolumeCalls volumes() {
        return new VolumeCalls(calls);
    }

    public final NetworkCalls networks() {
        return new NetworkCalls(calls);
    }

    public final ProfileCalls profiles() {
        return new ProfileCalls(calls);
    }

    public final ProjectCalls projects() {
        return new ProjectCalls(calls);
    }

    public final InternalCalls internal() {
        return new InternalCalls(calls);
    }

    /// Begins to follow the events of all members and projects. Returns at once.
    ///
    /// @param types e.g. `lifecycle`, `operation`; none means all that the client may see
    public final EventStream events(Set<String> types, EventReceiver receiver) {
        return EventStream.start(calls, types, receiver);
    }
}
