package dev.pileus.domain.instances.logs;

import dev.pileus.api.ApiException;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.Guest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What the instances of this member have left in writing. Thread-safe.
public final class LogsService {
    private static final String CONSOLE = "console.log";

    /// Written as long as there is an instance.
    private static final Set<String> KEPT = Set.of("lxc.log");

    private static final Pattern LOG = Pattern.compile("(lxc|console)\\.log(\\.old)?");
    private static final Pattern OUTPUT = Pattern.compile("exec_[0-9a-f-]{36}\\.(stdout|stderr)");

    private final LogFolders folders;
    private final EventHub events;

    public LogsService(LogFolders folders, EventHub events) {
        this.folders = folders;
        this.events = events;
    }

    /// The logs' URLs.
    public List<String> logs(Guest guest) {
        return folders.names(folders.logs(guest)).stream()
                .filter(file -> LOG.matcher(file).matches())
                .map(file -> Urls.in(guest.project(), "instances", guest.name(), "logs", file))
                .toList();
    }

    /// The URLs of what commands have written.
    public List<String> output(Guest guest) {
        return folders.names(folders.output(guest)).stream()
                .filter(file -> OUTPUT.matcher(file).matches())
                .map(file ->
                        Urls.in(
                                guest.project(),
                                "instances",
                                guest.name(),
                                "logs",
                                "exec-output",
                                file))
                .toList();
    }

    /// One of the logs.
    public Path log(Guest guest, String file) {
        return there(folders.logs(guest), checkLog(file));
    }

    public void removeLog(Guest guest, String file) {
        if (KEPT.contains(checkLog(file))) {
            throw new ApiException(
                    400, "Only log files excluding qemu.log and lxc.log may be deleted");
        }
        folders.remove(there(folders.logs(guest), file));
        tell("instance-log-deleted", guest);
    }

    /// What one command has written.
    public Path outputFile(Guest guest, String file) {
        return there(folders.output(guest), checkOutput(file));
    }

    public void removeOutput(Guest guest, String file) {
        folders.remove(there(folders.output(guest), checkOutput(file)));
        tell("instance-log-deleted", guest);
    }

    /// What its console has said; a file that need not be there.
    public Path console(Guest guest) {
        tell("instance-console-retrieved", guest);
        return folders.logs(guest).resolve(CONSOLE);
    }

    public void emptyConsole(Guest guest) {
        folders.empty(there(folders.logs(guest), CONSOLE));
        tell("instance-console-reset", guest);
    }

    private void tell(String action, Guest guest) {
        events.tell(Happening.of(action, guest.url()).in(guest.project()));
    }

    private static String checkLog(String file) {
        return check(LOG, file, "Log file name \"%s\" not valid");
    }

    private static String checkOutput(String file) {
        return check(OUTPUT, file, "Exec record-output file name \"%s\" not valid");
    }

    /// Nothing else becomes a path.
    private static String check(Pattern shape, String file, String complaint) {
        if (!shape.matcher(file).matches()) {
            throw new ApiException(400, complaint.formatted(file.replaceAll("\\p{C}", "?")));
        }
        return file;
    }

    private Path there(Path folder, String file) {
        if (!folders.names(folder).contains(file)) {
            throw new ApiException(404, "Not Found");
        }
        return folder.resolve(file);
    }
}
