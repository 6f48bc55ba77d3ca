package dev.pileus.cli.sandbox;

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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Makes one cluster of running members, the way an administrator would: bootstrap the first, then
/// let each other join with a token of its own. Members that are in it already are left alone.
final class SandboxFormation {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration JOINED = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final List<SandboxMember> members;
    private final Consumer<String> progress;

    SandboxFormation(List<SandboxMember> members, Consumer<String> progress) {
        this.members = List.copyOf(members);
        this.progress = progress;
    }

    void form() {
        members.forEach(SandboxFormation::awaitReady);
        var first = members.getFirst();
        try (var client = open(first)) {
            if (!client.cluster().get().enabled()) {
                progress.accept("Forming the cluster on " + first.name() + " ...");
                var server = client.server().get("");
                client.server().change(server, Map.of("core.https_address", first.address()), "");
                await(client, client.cluster().bootstrap(first.name()), first);
            }
            for (var member : members.subList(1, members.size())) {
                joinWhenMissing(client, first, member);
            }
        } catch (ClientException e) {
            throw new CommandException("the cluster cannot be formed: " + e.getMessage(), e);
        }
    }

    private void joinWhenMissing(ServerClient cluster, SandboxMember first, SandboxMember member) {
        try (var joiner = open(member)) {
            if (joiner.cluster().get().enabled()) {
                return;
            }
            progress.accept(member.name() + " joins ...");
            var token = cluster.joinTokens().create(member.name());
            var certificate = cluster.server().get().environment().certificate();
            var join =
                    new ClusterJoin(
                            member.name(),
                            member.address(),
                            first.address(),
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
