package dev.pileus.domain.instances.files;

/// Why something cannot be done with a file.
public final class FileProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// Tells of a problem.
    ///
    /// @param words for people, such as `directory not empty`
    public FileProblem(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    /// What clients treat differently.
    public enum Kind {
        /// There is nothing, or no directory on the way.
        ABSENT,
        /// There is something already, or something in it.
        PRESENT,
        /// Nobody may do that.
        DENIED,
        /// It cannot be done, whoever asks.
        IMPOSSIBLE
    }

    public Kind kind() {
        return kind;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
