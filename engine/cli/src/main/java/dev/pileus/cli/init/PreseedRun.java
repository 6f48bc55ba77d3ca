package dev.pileus.cli.init;

import dev.pileus.api.ConfigPatch;
import dev.pileus.api.NewNetwork;
import dev.pileus.api.NewProfile;
import dev.pileus.api.NewProject;
import dev.pileus.api.ProfilePatch;
import dev.pileus.cli.CommandException;
import dev.pileus.client.ClientException;
import dev.pileus.client.ServerApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a member what a preseed says, step by step. What is there already is added to. A step that
/// fails ends it: what was done stays, and is told.
final class PreseedRun {
    private final ServerApi member;
    private final Preseed preseed;

    PreseedRun(ServerApi member, Preseed preseed) {
        this.member = member;
        this.preseed = preseed;
    }

    void run() {
        var steps = steps();
        for (var i = 0; i < steps.size(); i++) {
            try {
                steps.get(i).action().run();
            } catch (ClientException e) {
                throw failed(steps, i, CommandException.of(e));
            } catch (CommandException e) {
                throw failed(steps, i, e);
            }
        }
    }

    private List<Step> steps() {
        var cluster = Optional.ofNullable(preseed.cluster()).filter(Preseed.ClusterSeed::enabled);
        if (cluster.filter(Preseed.ClusterSeed::joins).isPresent() && preseed.hasObjects()) {
            throw new CommandException(
                    "pools, volumes, networks, profiles, projects, certificates and groups come from"
                            + " the cluster that is joined: take them out of the preseed");
        }
        if (!preseed.clusterGroups().isEmpty() && cluster.isEmpty() && !isClustered()) {
            throw new CommandException(
                    "cluster_groups need a cluster: add \"cluster: {enabled: true, server_name: NAME}\" to the"
                            + " preseed, or leave them out");
        }
        var steps = new ArrayList<Step>();
        if (!preseed.config().isEmpty()) {
            steps.add(
                    new Step("set the configuration", () -> member.server().set(preseed.config())));
        }
        preseed.projects().forEach(seed -> steps.add(project(seed)));
        var storage = new StorageSteps(member);
        preseed.storagePools().forEach(seed -> steps.add(storage.pool(seed)));
        preseed.storageVolumes().forEach(seed -> steps.add(storage.volume(seed)));
        preseed.networks().forEach(seed -> steps.add(network(seed)));
        preseed.profiles().forEach(seed -> steps.add(profile(seed)));
        cluster.ifPresent(
                seed -> steps.add(new ClusterEntry(member, seed, preseed.config()).step()));
        var access = new AccessSteps(member);
        preseed.certificates().forEach(entry -> steps.add(access.certificate(entry)));
        preseed.clusterGroups().forEach(seed -> steps.add(access.group(seed)));
        return steps;
    }

    private boolean isClustered() {
        return member.server().get().environment().serverClustered();
    }

    private Step project(Preseed.ProjectSeed seed) {
        return new Step(
                "set up project " + seed.name(),
                () -> {
                    var exists =
                            member.projects().list().stream()
                                    .anyMatch(project -> project.name().equals(seed.name()));
                    if (exists) {
                        member.projects()
                                .change(seed.name(), patch(seed.description(), seed.config()));
                    } else {
                        member.projects()
                                .create(
                                        new NewProject(
                                                seed.name(), seed.description(), seed.config()));
                    }
                });
    }

    private Step network(Preseed.NetworkSeed seed) {
        return new Step(
                "set up network " + seed.name() + in(seed.project()),
                () -> {
                    var exists =
                            member.networks().list(seed.project()).stream()
                                    .anyMatch(network ->
                                            network.managed()
                                                    && network.name().equals(seed.name()));
                    if (exists) {
                        member.networks()
                                .change(
                                        seed.project(),
                                        seed.name(),
                                        patch(seed.description(), seed.config()));
                    } else {
                        member.networks()
                                .create(
                                        seed.project(),
                                        new NewNetwork(
                                                seed.name(),
                                                seed.type(),
                                                seed.description(),
                                                seed.config()));
                    }
                });
    }

    private Step profile(Preseed.ProfileSeed seed) {
        return new Step(
                "set up profile " + seed.name() + in(seed.project()),
                () -> {
                    var exists =
                            member.profiles().list(seed.project()).stream()
                                    .anyMatch(profile -> profile.name().equals(seed.name()));
                    if (exists) {
                        var description = seed.description().isEmpty() ? null : seed.description();
                        member.profiles()
                                .change(
                                        seed.project(),
                                        seed.name(),
                                        new ProfilePatch(
                                                description, seed.config(), seed.devices()));
                    } else {
                        member.profiles()
                                .create(
                                        seed.project(),
                                        new NewProfile(
                                                seed.name(),
                                                seed.description(),
                                                seed.config(),
                                                seed.devices()));
                    }
                });
    }

    /// What a preseed leaves empty stays as it is.
    static ConfigPatch patch(String description, Map<String, String> config) {
        return new ConfigPatch(description.isEmpty() ? null : description, config);
    }

    static String in(String project) {
        return project.equals("default") ? "" : " in project " + project;
    }

    private static CommandException failed(List<Step> steps, int failed, CommandException cause) {
        var why = cause.getMessage();
        var text = new StringBuilder("cannot " + steps.get(failed).what() + ": " + why);
        tell(text, "Done before, and left as it is", steps.subList(0, failed));
        tell(text, "Not tried", steps.subList(failed + 1, steps.size()));
        return new CommandException(text.toString(), cause);
    }

    private static void tell(StringBuilder text, String title, List<Step> steps) {
        if (!steps.isEmpty()) {
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(title)
                    .append(": ")
                    .append(String.join(", ", steps.stream().map(Step::what).toList()));
        }
    }
}
