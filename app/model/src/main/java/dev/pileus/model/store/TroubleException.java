package dev.pileus.model.store;

/// A [ClusterSource] could not read.
public final class TroubleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    public TroubleException(Trouble trouble, Throwable cause) {
        super(trouble.words(), cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
