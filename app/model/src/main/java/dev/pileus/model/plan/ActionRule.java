package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Decides what an evacuation does with an instance, as the servers do (Incus and LXD:
/// `instance/drivers/driver_common.go` canMigrate, `device/*.go` CanMigrate).
///
/// A bridge that a network device names as its `parent` is taken for the host's own; few name a
/// managed one that way.
record ActionRule(ServerRules rules) {
    private static final String AUTO = "auto";

    /// Disks that the server makes itself, on every member.
    private static final Set<String> SPECIAL_SOURCES = Set.of("cloud-init:config", "agent:config");

    record Decision(EvacuationAction action, Reason why) {}

    Decision decide(Instance instance, EvacuationMode mode) {
        if (mode != EvacuationMode.AUTOMATIC) {
            return new Decision(possible(instance, mode.word()), new Reason.RequestedMode(mode));
        }
        if (!decidesByDevices(instance)) {
            var setting = instance.setting(Instance.EVACUATE);
            return new Decision(possible(instance, setting), new Reason.OwnSetting(setting));
        }
        for (var device : new TreeMap<>(instance.expandedDevices()).entrySet()) {
            var tie = tie(device.getKey(), device.getValue());
            if (tie.isPresent()) {
                return new Decision(EvacuationAction.STOP, tie.get());
            }
        }
        boolean live =
                instance.isVirtualMachine()
                        && instance.isUp()
                        && Settings.isTrue(instance.setting(Settings.STATEFUL_MIGRATION));
        return live
                ? new Decision(EvacuationAction.LIVE_MIGRATE, new Reason.StatefulMigration())
                : new Decision(EvacuationAction.MIGRATE, new Reason.Automatic());
    }

    /// Whether the server's daemon falls over this instance. It asks the devices before it looks at
    /// the mode of the request.
    boolean crashes(Instance instance) {
        return rules.fallsOverHostDisks()
                && decidesByDevices(instance)
                && instance.expandedDevices().values().stream().anyMatch(ActionRule::hasNoPool);
    }

    private static boolean decidesByDevices(Instance instance) {
        var setting = instance.setting(Instance.EVACUATE);
        return setting.isEmpty() || setting.equals(AUTO);
    }

    private static boolean hasNoPool(Map<String, String> device) {
        return text(device, "type").equals("disk")
                && !text(device, "path").equals("/")
                && text(device, "pool").isEmpty();
    }

    /// A stopped instance cannot move live; a word that the server takes but does not know ends in
    /// a plain stop.
    private static EvacuationAction possible(Instance instance, String word) {
        for (var action : EvacuationAction.values()) {
            if (action.word().equals(word)) {
                return action.moves() && !instance.isUp() ? EvacuationAction.MIGRATE : action;
            }
        }
        return EvacuationAction.STOP;
    }

    private Optional<Reason> tie(String name, Map<String, String> device) {
        var type = text(device, "type");
        return switch (type) {
            case "none", "tpm" -> Optional.empty();
            case "disk" -> diskTie(name, device);
            case "nic" ->
                    text(device, "network").isEmpty()
                            ? tied(name, type, Reason.Tie.UNMANAGED_NETWORK)
                            : Optional.empty();
            default -> tied(name, type, Reason.Tie.HARDWARE);
        };
    }

    private Optional<Reason> diskTie(String name, Map<String, String> disk) {
        boolean special = SPECIAL_SOURCES.contains(text(disk, "source"));
        if (text(disk, "path").equals("/") || (special && rules.movesSpecialDisks())) {
            return Optional.empty();
        }
        var pool = text(disk, "pool");
        return pool.isEmpty()
                ? tied(name, "disk", Reason.Tie.HOST_PATH)
                : Optional.of(new Reason.DiskMayMove(name, pool));
    }

    private static Optional<Reason> tied(String name, String type, Reason.Tie tie) {
        return Optional.of(new Reason.DeviceCannotMove(name, type, tie));
    }

    private static String text(Map<String, String> device, String key) {
        return device.getOrDefault(key, "");
    }
}
