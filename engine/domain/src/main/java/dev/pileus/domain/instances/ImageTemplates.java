package dev.pileus.domain.instances;

/// Files that images want written into their instances: names of hosts, what `cloud-init` reads.
public interface ImageTemplates {
    /// The key that keeps an occasion until the instance starts.
    String DUE = "volatile.apply_template";

    String CREATE = "create";
    String COPY = "copy";
    String RENAME = "rename";
    String START = "start";

    /// Writes those that an occasion asks for. What cannot be written is told in the log: an
    /// instance without it is worth more than none.
    void apply(Volume volume, StoredInstance instance, String occasion);
}
