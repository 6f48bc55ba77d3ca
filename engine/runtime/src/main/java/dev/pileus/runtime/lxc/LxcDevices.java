package dev.pileus.runtime.lxc;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.Launch;
import dev.pileus.domain.instances.LiveDevices;
import dev.pileus.domain.instances.Pids;
import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.runtime.files.MountPoints;
import dev.pileus.runtime.network.ContainerInterfaces;
import dev.pileus.runtime.posix.ErrnoException;
import dev.pileus.runtime.posix.MountView;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;

/// Changes containers that are up through the namespaces of their first process: their own programs
/// are not asked.
public final class LxcDevices implements LiveDevices {
    private final Pids pids;
    private final MountPoints places = new MountPoints();
    private final ContainerInterfaces interfaces = new ContainerInterfaces();

    public LxcDevices(Pids pids) {
        this.pids = pids;
    }

    @Override
    public void mount(String handle, Launch.Mount mount) {
        change(
                handle,
                mount.target(),
                (process, view) -> {
                    places.make(process, mount.target(), Files.isDirectory(mount.source()));
                    view.show(mount.source(), mount.target(), mount.readOnly(), mount.shifted());
                });
    }

    @Override
    public void unmount(String handle, String target) {
        change(handle, target, (process, view) -> view.hide(target));
    }

    @Override
    public void connect(String handle, Launch.Nic nic) {
        interfaces.connect(pid(handle), nic);
    }

    @Override
    public void disconnect(String handle, Launch.Nic nic) {
        interfaces.disconnect(pid(handle), nic);
    }

    /// Does something with what a container sees.
    @FunctionalInterface
    private interface Change {
        void make(long process, MountView view) throws IOException;
    }

    private void change(String handle, String target, Change change) {
        var process = pid(handle);
        try (var view = MountView.of(process)) {
            if (!pids.pid(handle).equals(OptionalLong.of(process))) {
                throw stopped();
            }
            change.make(process, view);
        } catch (ErrnoException e) {
            throw refused(target, e.words());
        } catch (IOException e) {
            throw refused(target, String.valueOf(e.getMessage()));
        } catch (FileProblem e) {
            throw refused(target, e.words());
        }
    }

    private long pid(String handle) {
        return pids.pid(handle).orElseThrow(LxcDevices::stopped);
    }

    private static ApiException stopped() {
        return new ApiException(400, "The instance has just stopped");
    }

    private static ApiException refused(String target, String why) {
        return new ApiException(
                500, "Disks at \"%s\" cannot be changed while it runs: %s".formatted(target, why));
    }
}
