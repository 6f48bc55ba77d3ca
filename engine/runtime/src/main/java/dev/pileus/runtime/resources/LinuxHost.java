package dev.pileus.runtime.resources;

import dev.pileus.api.HostResources;
import dev.pileus.api.MemberState.SystemInfo;
import dev.pileus.domain.resources.Host;
import dev.pileus.runtime.HostFiles;
import java.util.List;

/// A Linux host. Everything is read anew for each question.
public final class LinuxHost implements Host {
    private final Processors processors;
    private final Memory memory;
    private final NetworkCards cards;
    private final Disks disks;
    private final Firmware firmware;
    private final Load load;

    /// Looks at a host.
    ///
    /// @param architecture as the kernel names it, such as `x86_64`
    public LinuxHost(HostFiles files, String architecture) {
        processors = new Processors(files, architecture);
        memory = new Memory(files);
        cards = new NetworkCards(files);
        disks = new Disks(files);
        firmware = new Firmware(files);
        load = new Load(files);
    }

    @Override
    public HostResources resources() {
        return new HostResources(
                processors.read(),
                memory.read(),
                new HostResources.Gpu(List.of(), 0),
                cards.read(),
                disks.read(),
                new HostResources.Usb(List.of(), 0),
                new HostResources.Pci(List.of(), 0),
                firmware.read(),
                load.averages());
    }

    @Override
    public SystemInfo load() {
        return load.read(memory.figures());
    }
}
