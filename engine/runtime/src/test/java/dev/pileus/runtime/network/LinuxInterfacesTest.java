package dev.pileus.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.domain.networks.HostInterfaces.HostInterface;
import dev.pileus.runtime.FakeHost;
import dev.pileus.runtime.HostFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxInterfacesTest {
    @Test
    void tellsInterfacesApart(@TempDir Path root) {
        var net = "sys/class/net/";
        var files =
                new FakeHost(root)
                        .file(net + "lo/ifindex", "1")
                        .file(net + "eth0/ifindex", "9")
                        .link(net + "eth0/device", "sys/devices/eth0")
                        .file(net + "br0/ifindex", "4")
                        .file(net + "br0/bridge/stp_state", "0")
                        .file(net + "eth0.7/ifindex", "10")
                        .file(net + "eth0.7/uevent", "DEVTYPE=vlan\nINTERFACE=eth0.7")
                        .file(net + "bond0/ifindex", "5")
                        .file(net + "bond0/bonding/mode", "active-backup 1")
                        .file(net + "tun0/ifindex", "6")
                        .file(net + "bonding_masters", "bond0")
                        .files();
        assertThat(new LinuxInterfaces(files).list())
                .containsExactly(
                        new HostInterface("lo", "loopback"),
                        new HostInterface("br0", "bridge"),
                        new HostInterface("bond0", "bond"),
                        new HostInterface("tun0", "unknown"),
                        new HostInterface("eth0", "physical"),
                        new HostInterface("eth0.7", "vlan"));
    }

    @Test
    void readsTheLoopbackOfThisHost() {
        var here = new LinuxInterfaces(HostFiles.ofThisHost());
        assertThat(here.list()).contains(new HostInterface("lo", "loopback"));
        var state = here.state("lo").orElseThrow();
        assertThat(state.state()).isEqualTo("up");
        assertThat(state.addresses())
                .anyMatch(address ->
                        address.address().equals("127.0.0.1")
                                && address.netmask().equals("8")
                                && address.scope().equals("local"));
        assertThat(state.addresses())
                .filteredOn(address -> address.family().equals("inet6"))
                .allMatch(address -> address.address().equals("::1"));
        assertThat(here.state("nope")).isEmpty();
    }
}
