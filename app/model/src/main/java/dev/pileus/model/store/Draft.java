package dev.pileus.model.store;

import dev.pileus.api.Certificate;
import dev.pileus.api.Cluster;
import dev.pileus.api.ClusterGroup;
import dev.pileus.api.Instance;
import dev.pileus.api.Operation;
import dev.pileus.api.Server;
import dev.pileus.api.Warning;
import dev.pileus.model.store.UnreadPart.Part;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The next image while it is made. Parts that are given anew but equal the old ones stay the same
/// objects, which makes the delta cheap.
final class Draft {
    private Instant takenAt;
    private Link link;
    private Server server;
    private Cluster cluster;
    private List<MemberImage> members;
    private List<ClusterGroup> groups;
    private List<Instance> instances;
    private List<Operation> operations;
    private List<Warning> warnings;
    private List<Certificate> certificates;
    private List<UnreadPart> unread;

    Draft(ClusterImage image) {
        takenAt = image.takenAt();
        link = image.link();
        server = image.server();
        cluster = image.cluster();
        members = image.members();
        groups = image.groups();
        instances = image.instances();
        operations = image.operations();
        warnings = image.warnings();
        certificates = image.certificates();
        unread = image.unread();
    }

    ClusterImage image() {
        return new ClusterImage(
                takenAt,
                link,
                server,
                cluster,
                members,
                groups,
                instances,
                operations,
                warnings,
                certificates,
                unread);
    }

    void takenAt(Instant time) {
        takenAt = time;
    }

    Link link() {
        return link;
    }

    void link(Link now) {
        link = now;
    }

    void server(Server now) {
        server = now;
    }

    void cluster(Cluster now) {
        cluster = now;
    }

    void members(List<MemberImage> now) {
        members = sameIfEqual(members, now);
    }

    void groups(List<ClusterGroup> now) {
        groups = sameIfEqual(groups, now);
    }

    List<Instance> instances() {
        return instances;
    }

    void instances(List<Instance> now) {
        instances = sameIfEqual(instances, now);
    }

    void operations(List<Operation> now) {
        operations = sameIfEqual(operations, now);
    }

    void warnings(List<Warning> now) {
        warnings = sameIfEqual(warnings, now);
    }

    void certificates(List<Certificate> now) {
        certificates = sameIfEqual(certificates, now);
    }

    void read(Part part) {
        unread = unread.stream().filter(each -> each.part() != part).toList();
    }

    void unread(Part part, String reason) {
        var others = unread.stream().filter(each -> each.part() != part);
        unread =
                Stream.concat(others, Stream.of(new UnreadPart(part, reason)))
                        .sorted(Comparator.comparing(UnreadPart::part))
                        .toList();
    }

    private static <T> List<T> sameIfEqual(List<T> before, List<T> now) {
        return before.equals(now) ? before : now;
    }
}
