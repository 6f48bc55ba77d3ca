package dev.pileus.domain.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ApiException;
import dev.pileus.api.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeSettingsTest {
    @Test
    void aNetworkAsTheStockClientsMakeItGivesAddressesAndHidesItsInstances() {
        var bridge =
                bridge(
                        Map.of(
                                "ipv4.address",
                                "10.1.2.1/24",
                                "ipv4.nat",
                                "true",
                                "ipv6.address",
                                "fd42:1:2:3::1/64",
                                "ipv6.nat",
                                "yes"));
        assertThat(bridge)
                .isEqualTo(
                        new Bridge(
                                "br1",
                                0,
                                "",
                                List.of(),
                                Optional.of(
                                        new Bridge.Ipv4(
                                                "10.1.2.1/24",
                                                true,
                                                true,
                                                Optional.of(
                                                        new Bridge.Leases(
                                                                List.of(
                                                                        new Bridge.Range(
                                                                                "10.1.2.2",
                                                                                "10.1.2.254")),
                                                                "1h",
                                                                "")))),
                                Optional.of(new Bridge.Ipv6("fd42:1:2:3::1/64", true, true, true)),
                                Optional.of(new Bridge.Names("incus")),
                                ""));
        assertThat(bridge.serves()).isTrue();
        assertThat(bridge.hides()).isTrue();
    }

    @Test
    void aNetworkWithoutAddressesIsABareBridge() {
        var bridge = bridge(Map.of("ipv4.address", "none", "ipv6.address", "none"));
        assertThat(bridge.ipv4()).isEmpty();
        assertThat(bridge.ipv6()).isEmpty();
        assertThat(bridge.serves()).isFalse();
        assertThat(bridge.hides()).isFalse();
    }

    @Test
    void obeysItsKeys() {
        var bridge =
                bridge(
                        Map.of(
                                "bridge.mtu",
                                "1400",
                                "bridge.external_interfaces",
                                "eth1, eth2",
                                "ipv4.address",
                                "10.1.2.1/24",
                                "ipv4.dhcp.ranges",
                                "10.1.2.10-10.1.2.20, 10.1.2.40-10.1.2.50",
                                "ipv4.dhcp.expiry",
                                "2h",
                                "ipv4.dhcp.gateway",
                                "10.1.2.254",
                                "dns.mode",
                                "none"));
        assertThat(bridge.mtu()).isEqualTo(1400);
        assertThat(bridge.ports()).containsExactly("eth1", "eth2");
        assertThat(bridge.names()).isEmpty();
        assertThat(bridge.ipv4().flatMap(Bridge.Ipv4::leases))
                .contains(
                        new Bridge.Leases(
                                List.of(
                                        new Bridge.Range("10.1.2.10", "10.1.2.20"),
                                        new Bridge.Range("10.1.2.40", "10.1.2.50")),
                                "2h",
                                "10.1.2.254"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.1/24, 10.1.2.2, 10.1.2.254",
        "10.1.2.77/24, 10.1.2.1, 10.1.2.254",
        "192.168.255.1/16, 192.168.0.1, 192.168.255.254",
        "200.1.2.1/30, 200.1.2.2, 200.1.2.2",
    })
    void givesOutTheAddressesOfItsNetwork(String own, String first, String last) {
        assertThat(Addresses.hosts(own)).contains(new Bridge.Range(first, last));
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThat(refusal("tunnel.a.protocol", "vxlan"))
                .isEqualTo(
                        "Network \"br1\": option \"tunnel.a.protocol\" is not supported by this server");
        assertThat(refusal("bridge.driver", "openvswitch")).contains("\"bridge.driver\"");
        assertThat(refusal("ipv4.address", "10.1.2.1/32"))
                .isEqualTo("Network \"br1\": 10.1.2.1/32 has no room for instances");
        assertThat(refusal("dns.domain", "a\ndhcp-script=/evil"))
                .isEqualTo("Network \"br1\": option \"dns.domain\" has a control character");
    }

    private static String refusal(String key, String value) {
        var thrown = new ApiException[1];
        assertThatThrownBy(() -> bridge(Map.of(key, value)))
                .isInstanceOfSatisfying(ApiException.class, e -> thrown[0] = e);
        return thrown[0].text();
    }

    private static Bridge bridge(Map<String, String> config) {
        return BridgeSettings.of(
                new Network(
                        config, "", "br1", "bridge", List.of(), true, "Created", List.of(), ""));
    }
}
