package dev.pileus.domain.instances.files;

/// What can be found at a path.
public enum FileKind {
    FILE("file"),
    DIRECTORY("directory"),
    SYMLINK("symlink"),
    /// A device, a pipe, a socket: never opened.
    OTHER("other");

    private final String word;

    FileKind(String word) {
        this.word = word;
    }

    /// As the REST API writes it.
    public String word() {
        return word;
    }
}
