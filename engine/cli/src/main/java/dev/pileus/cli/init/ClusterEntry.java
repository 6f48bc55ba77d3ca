package dev.pileus.cli.init;

import dev.pileus.api.InvalidTokenException;
import dev.pileus.api.JoinToken;
import dev.pileus.api.Operation;
import dev.pileus.cli.CommandException;
import dev.pileus.client.Accepted;
import dev.pileus.client.ClusterJoin;
import dev.pileus.client.OperationOutcome;
import dev.pileus.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Makes a member the first of a cluster, or one more.
final class ClusterEntry {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String LISTEN_KEY = "core.https_address";

    private final ServerApi member;
    private final Preseed.ClusterSeed seed;
    private final Map<String, String> config;

    /// @param config of the same preseed
    ClusterEntry(ServerApi member, Preseed.ClusterSeed seed, Map<String, String> config) {
        this.member = member;
        this.seed = seed;
        this.config = config;
    }

    Step step() {
        if (!seed.joins()) {
            return new Step(
                    "begin a cluster as " + seed.serverName(),
                    () -> await(member.cluster().bootstrap(seed.serverName())));
        }
        return seed.clusterToken().isEmpty()
                ? new Step("join the cluster at " + seed.clusterAddress(), this::joinByPassword)
                : new Step("join the cluster", this::joinByToken);
    }

    private void joinByToken() {
        var token = token(seed.clusterToken());
        var name = seed.serverName().isEmpty() ? token.serverName() : seed.serverName();
        if (!name.equals(token.serverName())) {
            throw new CommandException(
                    "the token is for a member called %s, not %s"
                            .formatted(token.serverName(), name));
        }
        var target = TargetMember.of(token);
        await(
                member.cluster()
                        .join(
                                new ClusterJoin(
                                        name,
                                        serverAddress(),
                                        target.address(),
                                        target.certificate(),
                                        seed.clusterToken(),
                                        seed.memberConfig())));
    }

    /// With the password of the cluster, or when the cluster trusts this server already.
    private void joinByPassword() {
        await(
                member.cluster()
                        .joinWithPassword(
                                new ClusterJoin(
                                        seed.serverName(),
                                        serverAddress(),
                                        seed.clusterAddress(),
                                        certificate(),
                                        seed.clusterPassword(),
                                        seed.memberConfig())));
    }

    private String serverAddress() {
        return seed.serverAddress().isEmpty()
                ? config.getOrDefault(LISTEN_KEY, "")
                : seed.serverAddress();
    }

    private String certificate() {
        if (seed.clusterCertificatePath().isEmpty()) {
            return seed.clusterCertificate();
        }
        try {
            return Files.readString(Path.of(seed.clusterCertificatePath()));
        } catch (IOException e) {
            throw new CommandException(
                    "the certificate cannot be read: " + seed.clusterCertificatePath(), e);
        }
    }

    static JoinToken token(String text) {
        try {
            return JoinToken.decode(text);
        } catch (InvalidTokenException e) {
            throw new CommandException("Invalid join token: " + e.getMessage(), e);
        }
    }

    private void await(Accepted accepted) {
        if (accepted instanceof Accepted.Running(Operation operation)) {
            switch (member.operations().await(operation, PATIENCE)) {
                case OperationOutcome.Succeeded done -> {}
                case OperationOutcome.Failed(Operation ended, String error) ->
                        throw new CommandException(error);
                case OperationOutcome.StillRunning running ->
                        throw new CommandException(
                                "it still goes on after " + PATIENCE.toMinutes() + " minutes");
                // a daemon that changes its listeners may forget; the cluster itself tells
                case OperationOutcome.Forgotten forgotten -> {
                    if (!member.cluster().get().enabled()) {
                        throw new CommandException("the server does not say why; see its log");
                    }
                }
            }
        }
    }
}
