package dev.pileus.model.store;

import dev.pileus.api.Certificate;
import dev.pileus.api.ClusterGroup;
import dev.pileus.api.Instance;
import dev.pileus.api.Operation;
import dev.pileus.api.Warning;
import java.util.List;

/// What differs between two images of a cluster. It is computed from the images alone, so a resync
/// after lost events is told the same way as a single event.
///
/// @param link whether the connection changed
/// @param server whether the server's or the cluster's own document changed
/// @param members a member changes also when only its load does
/// @param unread whether other parts are readable than before, or for other reasons
public record ClusterDelta(
        boolean link,
        boolean server,
        Changes<MemberImage> members,
        Changes<ClusterGroup> groups,
        Changes<Instance> instances,
        Changes<Operation> operations,
        Changes<Warning> warnings,
        Changes<Certificate> certificates,
        boolean unread) {

    public static ClusterDelta between(ClusterImage before, ClusterImage after) {
        return new ClusterDelta(
                !before.link().equals(after.link()),
                !before.server().equals(after.server())
                        || !before.cluster().equals(after.cluster()),
                Changes.between(before.members(), after.members(), MemberImage::name),
                Changes.between(before.groups(), after.groups(), ClusterGroup::name),
                Changes.between(before.instances(), after.instances(), InstanceKey::of),
                Changes.between(before.operations(), after.operations(), Operation::id),
                Changes.between(before.warnings(), after.warnings(), Warning::uuid),
                Changes.between(
                        before.certificates(), after.certificates(), Certificate::fingerprint),
                !before.unread().equals(after.unread()));
    }

    public boolean isEmpty() {
        return !link
                && !server
                && !unread
                && members.isEmpty()
                && groups.isEmpty()
                && instances.isEmpty()
                && operations.isEmpty()
                && warnings.isEmpty()
                && certificates.isEmpty();
    }

    /// The instances that are on another member than before; part of [#instances()] as well.
    public List<Change<Instance>> moved() {
        return instances.changed().stream()
                .filter(change -> !change.before().location().equals(change.after().location()))
                .toList();
    }

    /// The members whose status is another than before; part of [#members()] as well.
    public List<Change<MemberImage>> turned() {
        return members.changed().stream()
                .filter(change -> change.before().condition() != change.after().condition())
                .toList();
    }
}
