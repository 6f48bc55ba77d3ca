package dev.pileus.cli.sandbox;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Operation;
import dev.pileus.cli.CommandException;
import dev.pileus.client.Accepted;
import dev.pileus.client.ClientException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.ClusterJoin;
import dev.pileus.client.Failure;
import dev.pileus.client.OperationOutcome;
import dev.pileus.client.Pause;
import dev.pileus.client.ServerClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Makes one cluster of running members, the way an administrator would: bootstrap the first, then
/// let each other join with a token of its own. Members that are in it already are left alone; any
/// of them lets others in, since the first may have been removed.
final class SandboxFormation {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration JOINED = Duration.ofSeconds(90);
    private static final Duration SETTLED = Duration.ofSeconds(30);

    /// Three voters and two stand-bys.
    private static final int HOLDERS = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final List<SandboxMember> members;
    private final Consumer<String> progress;

    SandboxFormation(List<SandboxMember> members, Consumer<String> progress) {
        this.members = List.copyOf(members);
        this.progress = progress;
    }

    void form() {
        members.forEach(SandboxFormation::awaitReady);
        try {
            var clustered = members.stream().filter(SandboxFormation::isClustered).toList();
            var missing = new ArrayList<>(members);
            missing.removeAll(clustered);
            var host =
                    clustered.isEmpty() ? bootstrap(missing.removeFirst()) : awaitHost(clustered);
            for (var member : missing) {
                join(host, member);
            }
            awaitRoles(host);
        } catch (ClientException e) {
            throw new CommandException("the cluster cannot be formed: " + e.getMessage(), e);
        }
    }

    private SandboxMember bootstrap(SandboxMember first) {
        progress.accept("Forming the cluster on " + first.name() + " ...");
        try (var client = open(first)) {
            var server = client.server().get("");
            client.server().change(server, Map.of("core.https_address", first.address()), "");
            await(client, client.cluster().bootstrap(first.name()), first);
        }
        return first;
    }

    /// One that knows a leader: one that was removed by force takes itself for a member, too.
    private static SandboxMember awaitHost(List<SandboxMember> clustered) {
        var deadline = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < deadline) {
            var found = clustered.stream().filter(SandboxFormation::knowsLeader).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (!Pause.of(BETWEEN_LOOKS)) {
                throw new CommandException("interrupted while the members look for a leader");
            }
        }
        throw new CommandException("the members of the sandbox find no leader");
    }

    /// Waits for the leader to give out the database's roles: whoever stops a member before may
    /// stop the only one that has it. Settings may ask for fewer; it is not waited for long.
    private void awaitRoles(SandboxMember host) {
        var deadline = System.nanoTime() + SETTLED.toNanos();
        try (var client = open(host)) {
            while (holders(client) < Math.min(members.size(), HOLDERS)
                    && System.nanoTime() < deadline
                    && Pause.of(BETWEEN_LOOKS)) {
                // not yet
            }
        }
    }

    private static long holders(ServerClient client) {
        try {
            return client.members().list().stream()
                    .filter(member -> member.isVoter() || member.isStandby())
                    .count();
        } catch (ClientException notNow) {
            return 0;
        }
    }

    private static boolean isClustered(SandboxMember member) {
        try (var client = open(member)) {
            return client.cluster().get().enabled();
        }
    }

    private static boolean knowsLeader(SandboxMember member) {
        try (var client = open(member)) {
            return client.members().list().stream().anyMatch(ClusterMember::isLeader);
        } catch (ClientException notNow) {
            return false;
        }
    }

    private void join(SandboxMember host, SandboxMember member) {
        progress.accept(member.name() + " joins ...");
        try (var cluster = open(host);
                var joiner = open(member)) {
            var token = cluster.joinTokens().create(member.name());
            var certificate = cluster.server().get().environment().certificate();
            var join =
                    new ClusterJoin(
                            member.name(),
                            member.address(),
                            host.address(),
                            certificate,
                            token.encode(),
                            List.of());
            await(joiner, joiner.cluster().join(join), member);
        }
    }

    private static void awaitReady(SandboxMember member) {
        var deadline = System.nanoTime() + READY.toNanos();
        try (var client = open(member)) {
            while (true) {
                try {
                    client.server().get();
                    return;
                } catch (ClientException e) {
                    var gone = !new MemberProcess(member).isRunning();
                    if (gone || System.nanoTime() > deadline || !mayBeStarting(e.failure())) {
                        throw notReady(member, e);
                    }
                }
                if (!Pause.of(BETWEEN_LOOKS)) {
                    throw new CommandException("interrupted while " + member.name() + " starts");
                }
            }
        }
    }

    private static boolean mayBeStarting(Failure failure) {
        return switch (failure) {
            case Failure.Unreachable(var reason, var detail) ->
                    reason != Failure.Unreachable.Reason.SOCKET_FORBIDDEN;
            case Failure.NoAnswer silent -> true;
            case Failure.ConnectionLost lost -> true;
            case Failure.Refused(int status, String text) -> status == 503;
            default -> false;
        };
    }

    private static CommandException notReady(SandboxMember member, ClientException cause) {
        return new CommandException(
                "%s does not start (%s). The end of %s:%n%s"
                        .formatted(
                                member.name(),
                                cause.getMessage(),
                                member.log(),
                                new MemberProcess(member).lastWords()),
                cause);
    }

    private static void await(ServerClient client, Accepted accepted, SandboxMember member) {
        if (accepted instanceof Accepted.Running(Operation operation)
                && client.operations().await(operation, JOINED)
                        instanceof OperationOutcome.Failed(var ended, var words)) {
            throw new CommandException(member.name() + ": " + words);
        }
    }

    private static ServerClient open(SandboxMember member) {
        return ServerClient.open(ClientSettings.unix(member.socket()));
    }
}
