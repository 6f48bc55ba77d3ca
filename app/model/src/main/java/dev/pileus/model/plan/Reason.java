package dev.pileus.model.plan;

/// Why an instance gets its action.
public sealed interface Reason {
    /// The default rule: everything it has can move.
    record Automatic() implements Reason {}

    /// Its own `cluster.evacuate`, or that of a profile.
    ///
    /// @param value as set, also when this server does not know it
    record OwnSetting(String value) implements Reason {}

    /// The mode of this request overrides what the instance says.
    record RequestedMode(EvacuationMode mode) implements Reason {}

    /// A virtual machine with `migration.stateful`.
    record StatefulMigration() implements Reason {}

    /// The default rule: a device ties it to the member.
    ///
    /// @param device its name in the instance
    /// @param type of the device, e.g. `gpu`, `disk`, `nic`
    /// @param tie what is meant, in detail
    record DeviceCannotMove(String device, String type, Tie tie) implements Reason {}

    /// The default rule: it depends on a pool of which the console does not know whether it is
    /// shared. The forecast takes it for local.
    record DiskMayMove(String device, String pool) implements Reason {}

    /// There is no other member in the cluster.
    record OnlyMember() implements Reason {}

    /// What holds a device on its member.
    enum Tie {
        /// Hardware or a host resource: GPU, USB, PCI, unix device, proxy, …
        HARDWARE,
        /// A directory or device file of the host.
        HOST_PATH,
        /// A volume of a pool that is not shared.
        LOCAL_VOLUME,
        /// A host interface that the server does not manage.
        UNMANAGED_NETWORK
    }
}
