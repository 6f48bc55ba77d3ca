package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Decides what an evacuation does with an instance, as the servers do (Incus
/// `instance/drivers/driver_common.go` and `device/*.go`; LXD alike).
final class ActionRule {
    private static final String AUTO = "auto";

    /// Network types whose members all have the network.
    private static final List<String> SPECIAL_SOURCES =
            List.of("cloud-init:config", "agent:config");

    private ActionRule() {}

    record Decision(EvacuationAction action, Reason why) {}

    static Decision decide(Instance instance, EvacuationMode mode) {
        if (mode != EvacuationMode.AUTOMATIC) {
            return new Decision(
                    running(instance, action(mode.word())), new Reason.RequestedMode(mode));
        }
        var setting = instance.setting(Instance.EVACUATE);
        if (!setting.isEmpty() && !setting.equals(AUTO)) {
            return new Decision(running(instance, action(setting)), new Reason.OwnSetting(setting));
        }
        return automatic(instance);
    }

    private static Decision automatic(Instance instance) {
        var devices = new TreeMap<>(instance.expandedDevices());
        for (var device : devices.entrySet()) {
            var tie = tie(device.getKey(), device.getValue());
            if (tie.isPresent()) {
                return new Decision(EvacuationAction.STOP, tie.get());
            }
        }
        boolean live =
                instance.isVirtualMachine()
                        && instance.isRunning()
                        && isTrue(instance.setting("migration.stateful"));
        return live
                ? new Decision(EvacuationAction.LIVE_MIGRATE, new Reason.StatefulMigration())
                : new Decision(EvacuationAction.MIGRATE, new Reason.Automatic());
    }

    /// A stopped instance cannot move live.
    private static EvacuationAction running(Instance instance, EvacuationAction action) {
        return action.moves() && !instance.isRunning() ? EvacuationAction.MIGRATE : action;
    }

    /// A word that the server takes but does not know ends in a plain stop.
    private static EvacuationAction action(String word) {
        for (var action : EvacuationAction.values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        return EvacuationAction.STOP;
    }

    private static Optional<Reason> tie(String name, Map<String, String> device) {
        var type = device.getOrDefault("type", "");
        return switch (type) {
            case "none", "tpm" -> Optional.empty();
            case "disk" -> diskTie(name, device);
            case "nic" ->
                    nicMoves(device)
                            ? Optional.empty()
                            : Optional.of(
                                    new Reason.DeviceCannotMove(
                                            name, type, Reason.Tie.UNMANAGED_NETWORK));
            default -> Optional.of(new Reason.DeviceCannotMove(name, type, Reason.Tie.HARDWARE));
        };
    }

    private static Optional<Reason> diskTie(String name, Map<String, String> disk) {
        if (disk.getOrDefault("path", "").equals("/")) {
            return Optional.empty();
        }
        if (SPECIAL_SOURCES.contains(disk.getOrDefault("source", ""))) {
            return Optional.empty();
        }
        var pool = disk.getOrDefault("pool", "");
        return Optional.of(
                pool.isEmpty()
                        ? new Reason.DeviceCannotMove(name, "disk", Reason.Tie.HOST_PATH)
                        : new Reason.DiskMayMove(name, pool));
    }

    private static boolean nicMoves(Map<String, String> nic) {
        return !nic.getOrDefault("network", "").isEmpty()
                || nic.getOrDefault("nictype", "").equals("ovn");
    }

    private static boolean isTrue(String value) {
        return List.of("true", "1", "yes", "on").contains(value.toLowerCase(java.util.Locale.ROOT));
    }
}
