package dev.pileus.domain.instances;

/// Changes what containers see of the host while they are up. Refusals are
/// [dev.pileus.api.ApiException]s.
public interface LiveDevices {
    /// Shows it something of the host; where there is no place for it yet, one is made.
    void mount(String handle, Launch.Mount mount);

    /// Takes away what it sees there, if anything.
    void unmount(String handle, String target);

    /// Gives it one more interface.
    void connect(String handle, Launch.Nic nic);

    /// Takes an interface away.
    void disconnect(String handle, Launch.Nic nic);
}
