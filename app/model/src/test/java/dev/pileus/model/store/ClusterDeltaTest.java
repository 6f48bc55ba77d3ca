package dev.pileus.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Instance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterDeltaTest {
    @Test
    void isEmptyBetweenEqualImages() {
        var once = Images.withMembers("m1", "m2");
        var again = Images.withMembers("m1", "m2");
        assertThat(ClusterDelta.between(once, again).isEmpty()).isTrue();
    }

    @Test
    void tellsWhichMembersCameAndWent() {
        var delta =
                ClusterDelta.between(
                        Images.withMembers("m1", "m2"), Images.withMembers("m2", "m3"));
        assertThat(delta.members().added()).extracting(MemberImage::name).containsExactly("m3");
        assertThat(delta.members().removed()).extracting(MemberImage::name).containsExactly("m1");
        assertThat(delta.members().changed()).isEmpty();
    }

    @Test
    void tellsWhichMemberTurnedOffline() {
        var offline =
                new MemberImage(
                        Images.member("m1", "Offline", "No heartbeat for 30s"),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        var delta =
                ClusterDelta.between(
                        Images.withMembers("m1", "m2"),
                        Images.with(List.of(offline, Images.image("m2")), List.of()));
        assertThat(delta.turned())
                .extracting(change -> change.after().name())
                .containsExactly("m1");
    }

    @Test
    void tellsAMovedInstanceApartFromAChangedOne() {
        var before = withInstances(Images.running("i1", "m1"), Images.running("i2", "m1"));
        var after = withInstances(Images.running("i1", "m2"), Images.instance("i2", "m1", 102));
        var delta = ClusterDelta.between(before, after);
        assertThat(delta.instances().changed()).hasSize(2);
        assertThat(delta.moved()).extracting(change -> change.after().name()).containsExactly("i1");
        assertThat(delta.instances().addedOrChanged()).containsExactlyElementsOf(after.instances());
    }

    private static ClusterImage withInstances(Instance... instances) {
        return Images.with(List.of(), List.of(instances));
    }
}
