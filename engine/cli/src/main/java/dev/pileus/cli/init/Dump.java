package dev.pileus.cli.init;

import dev.pileus.api.Project;
import dev.pileus.client.ServerApi;
import java.util.List;

/// Writes what a member is as a preseed.
final class Dump {
    private Dump() {}

    static Preseed of(ServerApi member) {
        var projects = member.projects().list();
        return new Preseed(
                member.server().get("").value().config(),
                projects.stream()
                        .flatMap(project ->
                                member.networks().list(project.name()).stream()
                                        .filter(network ->
                                                network.managed()
                                                        && network.project()
                                                                .equals(project.name())))
                        .map(network ->
                                new Preseed.NetworkSeed(
                                        network.name(),
                                        network.type(),
                                        network.project(),
                                        network.description(),
                                        network.config()))
                        .toList(),
                member.storagePools().list().stream()
                        .map(pool ->
                                new Preseed.PoolSeed(
                                        pool.name(),
                                        pool.driver(),
                                        pool.description(),
                                        pool.config()))
                        .toList(),
                projects.stream()
                        .flatMap(project ->
                                member.profiles().list(project.name()).stream()
                                        .filter(profile ->
                                                profile.project().equals(project.name())))
                        .map(profile ->
                                new Preseed.ProfileSeed(
                                        profile.name(),
                                        profile.project(),
                                        profile.description(),
                                        profile.config(),
                                        profile.devices()))
                        .toList(),
                projects.stream()
                        .map(project ->
                                new Preseed.ProjectSeed(
                                        project.name(), project.description(), project.config()))
                        .toList(),
                volumes(member, projects),
                member.certificates().list().stream()
                        .filter(entry -> !entry.type().equals("server"))
                        .toList(),
                groups(member),
                null);
    }

    private static List<Preseed.VolumeSeed> volumes(ServerApi member, List<Project> projects) {
        return member.storagePools().list().stream()
                .flatMap(pool ->
                        projects.stream()
                                .flatMap(project ->
                                        member.volumes().list(project.name(), pool.name()).stream()
                                                .filter(volume ->
                                                        volume.project().equals(project.name())))
                                .map(volume ->
                                        new Preseed.VolumeSeed(
                                                volume.name(),
                                                pool.name(),
                                                volume.project(),
                                                volume.type(),
                                                volume.contentType(),
                                                volume.description(),
                                                volume.config())))
                .toList();
    }

    /// Groups are there in a cluster only.
    private static List<Preseed.GroupSeed> groups(ServerApi member) {
        if (!member.server().get().environment().serverClustered()) {
            return List.of();
        }
        return member.groups().list().stream()
                .map(group ->
                        new Preseed.GroupSeed(group.name(), group.description(), group.config()))
                .toList();
    }
}
