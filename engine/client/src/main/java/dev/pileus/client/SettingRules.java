package dev.pileus.client;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which server settings can be changed without harm. A change that Incus 6.0 refuses makes it
/// forget its own addresses and drop out of the cluster, so nothing is sent that it might refuse:
/// keys whose values cannot be checked here are left to the stock client (CONTRACT 4.2, 12).
public final class SettingRules {
    private static final Pattern EXPIRY = Pattern.compile("\\d+[MHdwmy]( \\d+[MHdwmy])*");
    private static final int LONGEST_NUMBER = 9;

    private static final Map<String, Predicate<String>> RULES =
            Map.ofEntries(
                    entry("cluster.max_voters", number(3, 999).and(SettingRules::isOdd)),
                    entry("cluster.max_standby", number(0, 5)),
                    entry("cluster.offline_threshold", number(11, 999_999)),
                    entry("cluster.healing_threshold", number(0, 999_999)),
                    entry("cluster.join_token_expiry", SettingRules::isExpiry),
                    entry(
                            "cluster.images_minimal_replica",
                            number(1, 999).or(value -> value.equals("-1"))),
                    entry("cluster.rebalance.batch", number(1, 999)),
                    entry("cluster.rebalance.cooldown", SettingRules::isExpiry),
                    entry("cluster.rebalance.interval", number(0, 999_999)),
                    entry("cluster.rebalance.threshold", number(10, 100)),
                    entry("core.remote_token_expiry", SettingRules::isExpiry),
                    entry("core.trust_password", value -> true),
                    entry("core.trust_ca_certificates", SettingRules::isBoolean),
                    entry("core.metrics_authentication", SettingRules::isBoolean),
                    entry("core.shutdown_timeout", number(0, 999_999)),
                    entry("core.https_address", SettingRules::isAddress),
                    entry("core.https_allowed_headers", value -> true),
                    entry("core.https_allowed_methods", value -> true),
                    entry("core.https_allowed_origin", value -> true),
                    entry("core.https_allowed_credentials", SettingRules::isBoolean),
                    entry("core.proxy_http", value -> true),
                    entry("core.proxy_https", value -> true),
                    entry("core.proxy_ignore_hosts", value -> true),
                    entry("images.auto_update_cached", SettingRules::isBoolean),
                    entry("images.auto_update_interval", number(0, 999_999)),
                    entry("images.remote_cache_expiry", number(0, 999_999)),
                    entry("instances.nic.host_name", List.of("random", "mac")::contains),
                    entry("instances.lxcfs.per_instance", SettingRules::isBoolean));

    private SettingRules() {}

    /// The settings among `changes` that must not be sent. An empty value unsets a known key.
    public static List<InvalidSetting> check(Map<String, String> changes) {
        return changes.entrySet().stream()
                .filter(change -> !isFine(change.getKey(), change.getValue()))
                .map(change ->
                        new InvalidSetting(change.getKey(), RULES.containsKey(change.getKey())))
                .toList();
    }

    private static boolean isFine(String key, String value) {
        if (key.startsWith("user.")) {
            return true;
        }
        var rule = RULES.get(key);
        return rule != null && (value.isEmpty() || rule.test(value));
    }

    private static Predicate<String> number(int least, int most) {
        return value ->
                value.matches("\\d{1," + LONGEST_NUMBER + "}")
                        && Integer.parseInt(value) >= least
                        && Integer.parseInt(value) <= most;
    }

    private static boolean isOdd(String number) {
        return Integer.parseInt(number) % 2 == 1;
    }

    private static boolean isExpiry(String value) {
        return EXPIRY.matcher(value).matches();
    }

    private static boolean isBoolean(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean isAddress(String value) {
        try {
            return Endpoint.parse(value) instanceof Endpoint.Https && !value.contains("/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// A setting that must not be sent.
    ///
    /// @param known whether the key can be changed here at all; if so, its value is the problem
    public record InvalidSetting(String key, boolean known) {}
}
