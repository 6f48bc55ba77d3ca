package dev.pileus.model.plan;

import dev.pileus.api.MemberStatus;
import dev.pileus.api.Operation;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import java.util.List;

/// Evacuations and restores that run right now. Older servers show the member as Evacuated all the
/// while, so the operations tell (CONTRACT 23, client 6).
final class Underway {
    private static final String EVACUATING = "Evacuating cluster member";
    private static final String RESTORING = "Restoring cluster member";

    private Underway() {}

    static boolean on(ClusterImage image, MemberImage member) {
        return member.condition() == MemberStatus.EVACUATING
                || member.condition() == MemberStatus.RESTORING
                || operations(image, member.name()).stream()
                        .anyMatch(one ->
                                one.description().equals(EVACUATING)
                                        || one.description().equals(RESTORING));
    }

    /// Members that are being evacuated.
    static List<String> evacuating(ClusterImage image) {
        return image.members().stream()
                .filter(member ->
                        member.condition() == MemberStatus.EVACUATING
                                || operations(image, member.name()).stream()
                                        .anyMatch(one -> one.description().equals(EVACUATING)))
                .map(MemberImage::name)
                .toList();
    }

    /// Work that runs on a member and does not end by a client's wish only (tokens do).
    static List<Operation> operations(ClusterImage image, String member) {
        return image.operations().stream()
                .filter(operation -> operation.location().equals(member))
                .filter(operation -> !operation.isFinished())
                .filter(operation -> !operation.operationClass().equals(Operation.CLASS_TOKEN))
                .toList();
    }
}
