package dev.pileus.cli.init;

import dev.pileus.client.ServerApi;

/// Writes what a member is as a preseed.
final class Dump {
    private Dump() {}

    static Preseed of(ServerApi member) {
        var projects = member.projects().list();
        return Preseed.of(
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
                null);
    }
}
