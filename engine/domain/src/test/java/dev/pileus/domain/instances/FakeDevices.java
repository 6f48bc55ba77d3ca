package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Devices that only remember what is done with them.
final class FakeDevices implements LiveDevices {
    /// In order.
    final List<String> done = new ArrayList<>();

    /// Targets of disks and names of interfaces that are refused.
    final Set<String> refused = new HashSet<>();

    @Override
    public void mount(String handle, Launch.Mount mount) {
        demandPossible(mount.target());
        done.add("mount " + mount.target());
    }

    @Override
    public void unmount(String handle, String target) {
        done.add("unmount " + target);
    }

    @Override
    public void connect(String handle, Launch.Nic nic) {
        demandPossible(nic.name());
        done.add("connect " + nic.name() + " " + nic.hostName());
    }

    @Override
    public void disconnect(String handle, Launch.Nic nic) {
        done.add("disconnect " + nic.name() + " " + nic.hostName());
    }

    private void demandPossible(String what) {
        if (refused.contains(what)) {
            throw new ApiException(500, "no " + what);
        }
    }
}
