package dev.pileus.domain.config;

import dev.pileus.domain.options.ValueRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every key that can be set (CONTRACT 12.1, 12.2).
final class Keys {
    static final String HTTPS_ADDRESS = "core.https_address";
    static final String CLUSTER_ADDRESS = "cluster.https_address";
    static final String TRUST_PASSWORD = "core.trust_password";

    private static final int SHORTEST_OFFLINE_THRESHOLD = 10;
    private static final Map<String, ConfigKey> KEYS = new LinkedHashMap<>();

    static {
        cluster("cluster.max_voters", "3", voters());
        cluster("cluster.max_standby", "2", between(0, 5));
        cluster("cluster.offline_threshold", "20", offlineThreshold());
        cluster("cluster.healing_threshold", "0", Rules.integer());
        cluster("cluster.join_token_expiry", "3H", Rules.expiry());
        cluster("cluster.images_minimal_replica", "3", replicas());
        cluster("cluster.rebalance.batch", "1", Rules.integer());
        cluster("cluster.rebalance.cooldown", "6H", Rules.expiry());
        cluster("cluster.rebalance.interval", "0", Rules.integer());
        cluster("cluster.rebalance.threshold", "20", between(10, 100));
        cluster("core.remote_token_expiry", "", Rules.expiry());
        secret(TRUST_PASSWORD);
        cluster("core.trust_ca_certificates", "false", Rules.bool());
        cluster("core.metrics_authentication", "true", Rules.bool());
        cluster("core.shutdown_timeout", "5", Rules.integer());
        cluster("core.shutdown_action", "shutdown", ValueRule.oneOf("shutdown", "evacuate"));
        for (var free :
                List.of(
                        "core.https_allowed_credentials",
                        "core.https_allowed_headers",
                        "core.https_allowed_methods",
                        "core.https_allowed_origin",
                        "core.https_trusted_proxy",
                        "core.proxy_http",
                        "core.proxy_https",
                        "core.proxy_ignore_hosts")) {
            cluster(free, "", ValueRule.anything());
        }
        cluster("images.auto_update_cached", "true", Rules.bool());
        cluster("images.auto_update_interval", "6", Rules.integer());
        cluster("images.compression_algorithm", "gzip", ValueRule.anything());
        cluster(
                "images.default_architecture",
                "",
                ValueRule.oneOf(
                        "x86_64", "i686", "aarch64", "armv7l", "ppc64le", "s390x", "riscv64"));
        cluster("images.remote_cache_expiry", "10", Rules.integer());
        cluster("instances.placement.scriptlet", "", Rules.unsupported("A placement scriptlet"));
        cluster("instances.nic.host_name", "random", ValueRule.oneOf("random", "mac"));
        cluster("instances.lxcfs.per_instance", "false", Rules.bool());

        member(HTTPS_ADDRESS, Rules.address());
        member(CLUSTER_ADDRESS, Rules.reachableAddress());
        for (var address :
                List.of(
                        "core.bgp_address",
                        "core.debug_address",
                        "core.dns_address",
                        "core.metrics_address",
                        "core.storage_buckets_address")) {
            member(address, Rules.address());
        }
        member("core.bgp_routerid", ValueRule.anything());
        member("core.syslog_socket", Rules.bool());
        member("network.ovs.connection", ValueRule.anything());
        member("storage.backups_volume", ValueRule.anything());
        member("storage.images_volume", ValueRule.anything());
    }

    private Keys() {}

    static Optional<ConfigKey> find(String name) {
        if (name.startsWith("user.") && name.length() > "user.".length()) {
            return Optional.of(
                    new ConfigKey(name, ConfigKey.Scope.CLUSTER, "", ValueRule.anything(), false));
        }
        return Optional.ofNullable(KEYS.get(name));
    }

    /// As it is kept: an address always with its port.
    static String normal(String name, String value) {
        return name.endsWith("_address") && !value.isEmpty()
                ? ListenAddress.parse(value).map(ListenAddress::text).orElse(value)
                : value;
    }

    private static void cluster(String name, String initial, ValueRule rule) {
        KEYS.put(name, new ConfigKey(name, ConfigKey.Scope.CLUSTER, initial, rule, false));
    }

    private static void secret(String name) {
        KEYS.put(
                name, new ConfigKey(name, ConfigKey.Scope.CLUSTER, "", ValueRule.anything(), true));
    }

    private static void member(String name, ValueRule rule) {
        KEYS.put(name, new ConfigKey(name, ConfigKey.Scope.MEMBER, "", rule, false));
    }

    private static ValueRule voters() {
        return Rules.integer(
                count -> count >= 3 && count % 2 == 1,
                "Value must be an odd number equal to or higher than 3");
    }

    private static ValueRule between(long least, long most) {
        return Rules.integer(
                value -> value >= least && value <= most,
                "Value must be between %d and %d".formatted(least, most));
    }

    private static ValueRule offlineThreshold() {
        return Rules.integer(
                seconds -> seconds > SHORTEST_OFFLINE_THRESHOLD, "Value must be greater than '10'");
    }

    private static ValueRule replicas() {
        return Rules.integer(
                count -> count >= 1 || count == -1, "Invalid value for image replica count");
    }
}
