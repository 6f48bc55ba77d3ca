package dev.pileus.domain.instances.files;

import java.util.List;

/// The files of one instance. Paths are the instance's own, from its `/`; a relative one begins
/// there, too. None of them ever leads out of the instance, links and all. Owners are numbers as
/// the instance sees them. What cannot be done is a [FileProblem]. Belongs to one thread.
public interface FileTree extends AutoCloseable {
    /// What is there.
    ///
    /// @param follow whether a link at the end leads on
    FileEntry entry(String path, boolean follow);

    /// Names in a directory, sorted.
    List<String> names(String path);

    /// Where a link leads.
    String target(String path);

    /// Opens a regular file, and nothing else; links at the end lead on.
    OpenFile open(String path, Opening opening);

    /// Makes a directory, owned by root.
    void makeDirectory(String path, int mode);

    /// Makes a symbolic link, owned by root.
    void makeLink(String path, String target);

    /// Gives a file a second name.
    void makeName(String path, String existing);

    /// Removes what is no directory.
    void removeFile(String path);

    /// Removes an empty directory.
    void removeDirectory(String path);

    /// Moves it.
    ///
    /// @param replace whether what is at the new place may vanish
    void rename(String from, String to, boolean replace);

    /// Changes it.
    ///
    /// @param follow whether a link at the end leads on
    void change(String path, boolean follow, FileChange change);

    @Override
    void close();
}
