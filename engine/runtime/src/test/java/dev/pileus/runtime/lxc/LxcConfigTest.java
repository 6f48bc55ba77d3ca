package dev.pileus.runtime.lxc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LxcConfigTest {
    private static final Launch.Limits SOME =
            new Launch.Limits(
                    "2",
                    new Launch.CpuShare(50_000, 100_000),
                    OptionalLong.of(1 << 20),
                    OptionalInt.of(50));

    @Test
    void shiftsOwnersUnlessPrivileged() {
        assertThat(config(false, Map.of(), List.of(), List.of()))
                .contains("lxc.idmap = u 0 1000000 1000000000")
                .contains("lxc.rootfs.options = idmap=container");
        assertThat(config(true, Map.of(), List.of(), List.of()))
                .doesNotContain("idmap")
                .contains("lxc.cap.drop = ");
    }

    @Test
    void hasControlGroupsOfTheMember() {
        assertThat(config(false, Map.of(), List.of(), List.of()))
                .contains("lxc.cgroup.dir.container = pileus-test/p_c1")
                .contains("lxc.cgroup.dir.monitor = pileus-test/p_c1.monitor");
    }

    @Test
    void limits() {
        assertThat(config(false, Map.of(), List.of(), List.of()))
                .contains("cpuset.cpus = 0,1")
                .contains("50000")
                .contains("1048576")
                .contains("pids.max = 50");
    }

    @Test
    void escapesSpacesInPaths() {
        var mount = new Launch.Mount(Path.of("/with space"), "/to here", true, true);
        assertThat(config(false, Map.of(), List.of(mount), List.of()))
                .contains(
                        "lxc.mount.entry = /with\\040space to\\040here none bind,create=file,ro,idmap=container 0 0");
    }

    @Test
    void connectsToBridges() {
        var nic =
                new Launch.Nic(
                        Launch.Nic.Kind.BRIDGED, "eth0", "br0", "10:66:6a:00:00:01", "veth1", 0);
        assertThat(config(false, Map.of(), List.of(), List.of(nic)))
                .contains(
                        "lxc.net.0.type = veth",
                        "lxc.net.0.link = br0",
                        "lxc.net.0.name = eth0",
                        "lxc.net.0.hwaddr = 10:66:6a:00:00:01",
                        "lxc.net.0.veth.pair = veth1");
        assertThat(config(false, Map.of(), List.of(), List.of()))
                .contains("lxc.net.0.type = empty");
    }

    @Test
    void letsNoValueBringLinesOfItsOwn() {
        assertThatThrownBy(() ->
                        config(false, Map.of("A", "b\nlxc.hook.start = /x"), List.of(), List.of()))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("control character");
    }

    private static String config(
            boolean privileged,
            Map<String, String> environment,
            List<Launch.Mount> mounts,
            List<Launch.Nic> nics) {
        var launch =
                new Launch(
                        "p_c1",
                        "c1",
                        Path.of("/pool/containers/p_c1/rootfs"),
                        privileged,
                        false,
                        SOME,
                        mounts,
                        nics,
                        environment,
                        Map.of(),
                        Map.of(),
                        List.of());
        return LxcConfig.of(
                launch, new ControlGroups("pileus-test"), new Limiting(4), Path.of("/logs"));
    }
}
