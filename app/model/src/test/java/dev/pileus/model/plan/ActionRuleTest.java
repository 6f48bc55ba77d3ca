package dev.pileus.model.plan;

import static dev.pileus.model.plan.EvacuationAction.FORCE_STOP;
import static dev.pileus.model.plan.EvacuationAction.LIVE_MIGRATE;
import static dev.pileus.model.plan.EvacuationAction.MIGRATE;
import static dev.pileus.model.plan.EvacuationAction.STOP;
import static dev.pileus.model.plan.Guest.running;
import static dev.pileus.model.plan.Guest.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pileus.model.plan.Reason.Tie;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActionRuleTest {
    private static final Guest C = running("c");

    static Stream<Arguments> instances() {
        return Stream.of(
                arguments("plain", C, MIGRATE, new Reason.Automatic()),
                arguments("stopped", stopped("c"), MIGRATE, new Reason.Automatic()),
                arguments(
                        "own setting",
                        C.with("cluster.evacuate", "stop"),
                        STOP,
                        new Reason.OwnSetting("stop")),
                arguments(
                        "own setting over a GPU",
                        C.with("cluster.evacuate", "migrate").device("g", "type=gpu"),
                        MIGRATE,
                        new Reason.OwnSetting("migrate")),
                arguments(
                        "force-stop",
                        C.with("cluster.evacuate", "force-stop"),
                        FORCE_STOP,
                        new Reason.OwnSetting("force-stop")),
                arguments(
                        "auto in words",
                        C.with("cluster.evacuate", "auto"),
                        MIGRATE,
                        new Reason.Automatic()),
                arguments(
                        "live, but stopped",
                        stopped("c").with("cluster.evacuate", "live-migrate"),
                        MIGRATE,
                        new Reason.OwnSetting("live-migrate")),
                arguments(
                        "VM that can move live",
                        C.vm().with("migration.stateful", "true"),
                        LIVE_MIGRATE,
                        new Reason.StatefulMigration()),
                arguments("VM that cannot", C.vm(), MIGRATE, new Reason.Automatic()),
                arguments(
                        "container with migration.stateful",
                        C.with("migration.stateful", "true"),
                        MIGRATE,
                        new Reason.Automatic()),
                arguments("GPU", C.device("g", "type=gpu"), STOP, tie("g", "gpu", Tie.HARDWARE)),
                arguments("USB", C.device("u", "type=usb"), STOP, tie("u", "usb", Tie.HARDWARE)),
                arguments(
                        "proxy",
                        C.device("p", "type=proxy"),
                        STOP,
                        tie("p", "proxy", Tie.HARDWARE)),
                arguments("TPM", C.device("t", "type=tpm"), MIGRATE, new Reason.Automatic()),
                arguments("none", C.device("n", "type=none"), MIGRATE, new Reason.Automatic()),
                arguments(
                        "managed network",
                        C.device("eth0", "type=nic", "network=br"),
                        MIGRATE,
                        new Reason.Automatic()),
                arguments(
                        "bridge of the host",
                        C.device("eth0", "type=nic", "nictype=bridged", "parent=br0"),
                        STOP,
                        tie("eth0", "nic", Tie.UNMANAGED_NETWORK)),
                arguments(
                        "path of the host",
                        C.device("d", "type=disk", "source=/srv", "path=/srv"),
                        STOP,
                        tie("d", "disk", Tie.HOST_PATH)),
                arguments(
                        "cloud-init disk",
                        C.device("d", "type=disk", "source=cloud-init:config"),
                        MIGRATE,
                        new Reason.Automatic()),
                arguments(
                        "volume of some pool",
                        C.device("d", "type=disk", "source=v", "pool=p", "path=/d"),
                        STOP,
                        new Reason.DiskMayMove("d", "p")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("instances")
    void followsTheServers(String name, Guest guest, EvacuationAction action, Reason why) {
        var decision = decide(Software.INCUS_6_0_4, guest, EvacuationMode.AUTOMATIC);

        assertThat(decision).isEqualTo(new ActionRule.Decision(action, why));
    }

    @Test
    void requestOverridesTheInstance() {
        var decision =
                decide(
                        Software.INCUS_6_0_4,
                        C.with("cluster.evacuate", "stop").device("g", "type=gpu"),
                        EvacuationMode.MIGRATE);

        assertThat(decision)
                .isEqualTo(
                        new ActionRule.Decision(
                                MIGRATE, new Reason.RequestedMode(EvacuationMode.MIGRATE)));
    }

    @Test
    void lxdTiesCloudInitDisks() {
        var disk = C.device("d", "type=disk", "source=cloud-init:config");

        assertThat(decide(Software.LXD_6_9, disk, EvacuationMode.AUTOMATIC).why())
                .isEqualTo(tie("d", "disk", Tie.HOST_PATH));
    }

    @ParameterizedTest
    @EnumSource(
            value = Software.class,
            names = {"LXD_5_0", "INCUS_6_0_0"})
    void oldServersCrashOverDisksOfTheHost(Software software) {
        var disk = C.device("d", "type=disk", "source=/srv", "path=/srv");

        assertThat(crashes(software, disk)).isTrue();
        assertThat(crashes(software, disk.with("cluster.evacuate", "stop"))).isFalse();
        assertThat(crashes(software, C)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Software.class,
            names = {"LXD_6_9", "INCUS_6_0_4", "INCUS_NEWEST"})
    void mendedServersDoNot(Software software) {
        assertThat(crashes(software, C.device("d", "type=disk", "source=/srv", "path=/srv")))
                .isFalse();
    }

    private static boolean crashes(Software software, Guest guest) {
        return new ActionRule(rules(software)).crashes(guest.instance());
    }

    private static ActionRule.Decision decide(Software software, Guest guest, EvacuationMode mode) {
        return new ActionRule(rules(software)).decide(guest.instance(), mode);
    }

    private static ServerRules rules(Software software) {
        return ServerRules.of(Scene.of(software, "m1").image().server());
    }

    private static Reason tie(String device, String type, Tie tie) {
        return new Reason.DeviceCannotMove(device, type, tie);
    }
}
