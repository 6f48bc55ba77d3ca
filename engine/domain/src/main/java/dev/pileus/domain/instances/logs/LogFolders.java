package dev.pileus.domain.instances.logs;

import dev.pileus.domain.instances.Guest;
import java.nio.file.Path;
import java.util.List;

/// The folders in which instances of this member leave what they write down.
public interface LogFolders {
    /// Names of the files in it, sorted; none when nothing was ever written.
    List<String> names(Path folder);

    /// Removes one.
    void remove(Path file);

    /// Empties one, which somebody may still be writing.
    void empty(Path file);

    /// Its logs.
    Path logs(Guest guest);

    /// The output of commands.
    Path output(Guest guest);
}
