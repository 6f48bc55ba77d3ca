package dev.pileus.runtime.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.HostResources;
import dev.pileus.api.Json;
import dev.pileus.runtime.FakeHost;
import dev.pileus.runtime.HostFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxHostTest {
    private static final String CPUS = "sys/devices/system/cpu/";

    @TempDir Path root;
    private FakeHost fake;

    @BeforeEach
    void make() {
        fake = new FakeHost(root);
    }

    @Test
    void countsSocketsCoresAndThreads() {
        for (var id = 0; id < 4; id++) {
            fake.file(CPUS + "cpu" + id + "/topology/physical_package_id", "" + id / 2)
                    .file(CPUS + "cpu" + id + "/topology/core_id", "0")
                    .file(CPUS + "cpu" + id + "/topology/die_id", "-1");
        }
        fake.file(CPUS + "cpu3/online", "0")
                .file(CPUS + "isolated", "1-2")
                .file(CPUS + "cpu0/cache/index0/level", "1")
                .file(CPUS + "cpu0/cache/index0/type", "Data")
                .file(CPUS + "cpu0/cache/index0/size", "32K")
                .file(CPUS + "cpu0/cpufreq/scaling_cur_freq", "2400000")
                .file(
                        "proc/cpuinfo",
                        """
                        processor\t: 0
                        vendor_id\t: AuthenticAMD
                        model name\t: AMD EPYC

                        processor\t: 2
                        model name\t: Other\
                        """);
        var cpu = resources().cpu();
        assertThat(cpu.total()).isEqualTo(4);
        assertThat(cpu.sockets())
                .extracting(HostResources.Socket::name)
                .containsExactly("AMD EPYC", "Other");
        var first = cpu.sockets().getFirst();
        assertThat(first.vendor()).isEqualTo("AuthenticAMD");
        assertThat(first.frequency()).isEqualTo(2400);
        assertThat(first.cache()).containsExactly(new HostResources.Cache(1, "Data", 32768));
        assertThat(first.cores()).hasSize(1);
        assertThat(first.cores().getFirst().threads())
                .containsExactly(
                        new HostResources.HardwareThread(0, 0, 0, true, false),
                        new HostResources.HardwareThread(1, 0, 1, true, true));
        var last = cpu.sockets().getLast().cores().getFirst().threads().getLast();
        assertThat(last.online()).isFalse();
    }

    @Test
    void readsMemoryAndLoad() {
        fake.file(
                        "proc/meminfo",
                        """
                        MemTotal:       1000 kB
                        MemFree:         300 kB
                        MemAvailable:    600 kB
                        Buffers:          10 kB
                        Shmem:            20 kB
                        SwapTotal:        50 kB
                        SwapFree:         40 kB
                        Active(anon):    100 kB
                        HugePages_Total:   8
                        HugePages_Free:    3
                        Hugepagesize:   2048 kB\
                        """)
                .file(
                        "sys/devices/system/node/node0/meminfo",
                        "Node 0 MemTotal: 1000 kB\nNode 0 MemUsed: 400 kB")
                .file("proc/loadavg", "0.22 0.11 0.03 1/69 4711")
                .file("proc/uptime", "806.34 1500.02");
        var memory = resources().memory();
        assertThat(memory.total()).isEqualTo(1_024_000);
        assertThat(memory.used()).isEqualTo(409_600);
        assertThat(memory.hugepagesUsed()).isEqualTo(5);
        assertThat(memory.hugepagesSize()).isEqualTo(2_097_152);
        assertThat(memory.nodes())
                .containsExactly(new HostResources.NumaNode(0, 0, 0, 409_600, 1_024_000));
        var load = host().load();
        assertThat(load.uptime()).isEqualTo(806);
        assertThat(load.loadAverages()).containsExactly(0.22, 0.11, 0.03);
        assertThat(load.processes()).isEqualTo(69);
        assertThat(load.freeRam()).isEqualTo(307_200);
        assertThat(load.totalSwap()).isEqualTo(51_200);
        assertThat(resources().load().average1Min()).isEqualTo(0.22);
    }

    @Test
    void findsCardsAndDisks() {
        fake.file("sys/class/net/lo/address", "00:00:00:00:00:00")
                .link("sys/class/net/eth0/device", "sys/devices/pci0000:00/0000:00:03.0/virtio0")
                .link("sys/devices/pci0000:00/0000:00:03.0/virtio0/driver", "sys/bus/virtio_net")
                .file("sys/class/net/eth0/address", "02:fc:00:00:00:01")
                .file("sys/class/net/eth0/type", "1")
                .file("sys/class/net/eth0/carrier", "1")
                .file("sys/class/net/eth0/speed", "-1")
                .link("sys/class/block/vda/device", "sys/devices/virtio1")
                .link("sys/devices/virtio1/subsystem", "sys/bus/virtio")
                .file("sys/class/block/vda/dev", "254:0")
                .file("sys/class/block/vda/size", "2048")
                .file("sys/class/block/vda/vda1/partition", "1")
                .file("sys/class/block/vda/vda1/size", "1024")
                .file("sys/class/block/loop0/size", "8")
                .file("proc/self/mounts", "/dev/vda1 / ext4 rw 0 0");
        var card = resources().network().cards().getFirst();
        assertThat(card.driver()).isEqualTo("virtio_net");
        assertThat(card.pciAddress()).isEqualTo("0000:00:03.0");
        var port = card.ports().getFirst();
        assertThat(port.id()).isEqualTo("eth0");
        assertThat(port.linkDetected()).isTrue();
        assertThat(port.linkSpeed()).isNull();
        assertThat(resources().network().total()).isEqualTo(1);
        var disk = resources().storage().disks().getFirst();
        assertThat(disk.id()).isEqualTo("vda");
        assertThat(disk.type()).isEqualTo("virtio");
        assertThat(disk.size()).isEqualTo(1_048_576);
        assertThat(disk.partitions()).hasSize(1);
        assertThat(disk.partitions().getFirst().mounted()).isTrue();
        assertThat(resources().storage().total()).isEqualTo(1);
    }

    @Test
    void toleratesAHostThatTellsNothing() {
        var nothing = resources();
        assertThat(nothing.cpu().sockets()).isEmpty();
        assertThat(nothing.memory().total()).isZero();
        assertThat(nothing.system().type()).isEqualTo("physical");
        assertThat(host().load().loadAverages()).isEqualTo(List.of(0.0, 0.0, 0.0));
    }

    @Test
    void toleratesNonsense() {
        fake.file("proc/loadavg", "busy")
                .file("proc/meminfo", "MemTotal: lots")
                .file(CPUS + "isolated", "a-b,,7-")
                .file(CPUS + "cpu0/topology/core_id", "x");
        assertThat(resources().cpu().total()).isEqualTo(1);
        assertThat(resources().load().processes()).isZero();
    }

    @Test
    void readsThisHost() {
        var here = new LinuxHost(HostFiles.ofThisHost(), System.getProperty("os.arch"));
        var resources = here.resources();
        assertThat(resources.cpu().total())
                .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(resources.memory().used()).isBetween(1L, resources.memory().total());
        assertThat(here.load().uptime()).isPositive();
        assertThat(Json.mapper().writeValueAsString(resources))
                .contains("\"Average1Min\":", "\"numa_node\":", "\"link_detected\":");
    }

    private HostResources resources() {
        return host().resources();
    }

    private LinuxHost host() {
        return new LinuxHost(fake.files(), "x86_64");
    }
}
