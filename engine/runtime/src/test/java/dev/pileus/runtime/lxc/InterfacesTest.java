package dev.pileus.runtime.lxc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.InstanceState.Address;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InterfacesTest {
    private static final String JSON =
            """
            [{"ifname":"lo","flags":["LOOPBACK","UP"],"mtu":65536,"link_type":"loopback",
              "addr_info":[{"family":"inet","local":"127.0.0.1","prefixlen":8,"scope":"host"}],
              "stats64":{"rx":{"bytes":1,"packets":2,"errors":3,"dropped":4},"tx":{"bytes":5,"packets":6,"errors":7,"dropped":8}}},
             {"ifname":"eth0","flags":["BROADCAST"],"mtu":1500,"link_type":"ether","address":"10:66:6a:00:00:01","addr_info":[]}]
            """;

    @Test
    void readsWhatTheProgramTells() {
        var found = Interfaces.parse(JSON, HostEnds.NONE);
        var loopback = Objects.requireNonNull(found.get("lo"));
        var card = Objects.requireNonNull(found.get("eth0"));
        assertThat(loopback.addresses())
                .containsExactly(new Address("inet", "127.0.0.1", "8", "local"));
        assertThat(loopback.type()).isEqualTo("loopback");
        assertThat(loopback.counters().bytesSent()).isEqualTo(5);
        assertThat(card.hwaddr()).isEqualTo("10:66:6a:00:00:01");
        assertThat(card.state()).isEqualTo("down");
        assertThat(card.mtu()).isEqualTo(1500);
    }
}
