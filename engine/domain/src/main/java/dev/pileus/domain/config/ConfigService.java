package dev.pileus.domain.config;

import dev.pileus.api.ApiException;
import dev.pileus.database.Decision;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.config.ConfigKey.Scope;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// Shows and changes the configuration (CONTRACT 4.2, 12). Everything is checked before anything is
/// written: first the values, then whether the new address can be listened on, then the cluster's
/// table is written, which may fail without a leader, and the member's own last. Safe for use by
/// many threads.
public final class ConfigService {
    /// How secrets are shown, and sent back by clients that do not change them.
    public static final String SECRET = "true";

    private final Settings cluster;
    private final Settings member;
    private final ThisMember here;
    private final Listener listener;
    private final UnaryOperator<String> hash;
    private final List<ConfigCheck> checks;
    private final EventHub events;
    private final ReentrantLock changing = new ReentrantLock();

    /// Puts the service together.
    ///
    /// @param cluster the replicated table
    /// @param member this member's own table
    /// @param hash what is kept of a secret
    public ConfigService(
            Settings cluster,
            Settings member,
            ThisMember here,
            Listener listener,
            UnaryOperator<String> hash,
            List<ConfigCheck> checks,
            EventHub events) {
        this.cluster = cluster;
        this.member = member;
        this.here = here;
        this.listener = listener;
        this.hash = hash;
        this.checks = List.copyOf(checks);
        this.events = events;
    }

    /// What has been set, for the cluster and for this member; secrets only as being there.
    public Map<String, String> shown() {
        var shown = stored();
        shown.replaceAll((key, value) -> isSecret(key) ? SECRET : value);
        return shown;
    }

    public static boolean isSecret(String key) {
        return Keys.find(key).map(ConfigKey::secret).orElse(false);
    }

    /// Sets what is named, unsets everything else.
    public void replace(Map<String, String> wanted) {
        change(stored -> {
            var changes = new TreeMap<String, String>();
            stored.keySet().forEach(key -> changes.put(key, ""));
            changes.putAll(wanted);
            return changes;
        });
    }

    /// Sets what is named; an empty value unsets.
    public void patch(Map<String, String> changes) {
        change(stored -> new TreeMap<>(changes));
    }

    private void change(UnaryOperator<Map<String, String>> plan) {
        changing.lock();
        try {
            var stored = stored();
            var changes = plan.apply(stored);
            changes.entrySet().removeIf(change -> isSame(stored, change));
            check(changes);
            changes.replaceAll(Keys::normal);
            checkClusterAddress(changes);
            checks.forEach(feature -> feature.check(changes));
            changes.replaceAll(
                    (key, value) -> isSecret(key) && !value.isEmpty() ? hash.apply(value) : value);
            apply(stored.getOrDefault(Keys.HTTPS_ADDRESS, ""), changes);
        } finally {
            changing.unlock();
        }
    }

    private static boolean isSame(Map<String, String> stored, Map.Entry<String, String> change) {
        var current = stored.getOrDefault(change.getKey(), "");
        var kept =
                isSecret(change.getKey()) && !current.isEmpty() && change.getValue().equals(SECRET);
        return (kept || current.equals(Keys.normal(change.getKey(), change.getValue())))
                && Keys.find(change.getKey()).isPresent();
    }

    private static void check(Map<String, String> changes) {
        var complaints = new ArrayList<String>();
        changes.forEach((name, value) -> {
            var complaint =
                    Keys.find(name)
                            .map(key ->
                                    value.isEmpty() ? "" : key.rule().complaint(value).orElse(""))
                            .orElse("unknown key");
            if (!complaint.isEmpty()) {
                complaints.add("cannot set '%s' to '%s': %s".formatted(name, value, complaint));
            }
        });
        if (!complaints.isEmpty()) {
            var more = complaints.size() - 1;
            throw new ApiException(
                    400,
                    complaints.getFirst()
                            + (more > 0 ? " (and %d more errors)".formatted(more) : ""));
        }
    }

    private void checkClusterAddress(Map<String, String> changes) {
        if (here.isClustered() && changes.containsKey(Keys.CLUSTER_ADDRESS)) {
            throw new ApiException(
                    500, "Changing cluster.https_address is currently not supported");
        }
    }

    private void apply(String listeningOn, Map<String, String> changes) {
        var address = changes.get(Keys.HTTPS_ADDRESS);
        if (address != null) {
            listener.moveTo(address);
        }
        try {
            write(cluster, Scope.CLUSTER, changes);
            write(member, Scope.MEMBER, changes);
        } catch (RuntimeException e) {
            if (address != null) {
                listener.moveTo(listeningOn);
            }
            throw e;
        }
        if (!changes.isEmpty()) {
            events.tell(Happening.of("config-updated", "/1.0"));
        }
    }

    private static void write(Settings settings, Scope scope, Map<String, String> changes) {
        var own = new TreeMap<>(changes);
        own.keySet().removeIf(name -> Keys.find(name).orElseThrow().scope() != scope);
        if (own.isEmpty()) {
            return;
        }
        settings.database()
                .decide(reader -> {
                    var current = ConfigRepository.all(reader);
                    var next = new TreeMap<>(current);
                    next.putAll(own);
                    next.values().removeIf(String::isEmpty);
                    return new Decision<>(ConfigRepository.change(current, next), own);
                });
        settings.changed();
    }

    private Map<String, String> stored() {
        var stored = new TreeMap<>(cluster.stored());
        stored.putAll(member.stored());
        return stored;
    }
}
