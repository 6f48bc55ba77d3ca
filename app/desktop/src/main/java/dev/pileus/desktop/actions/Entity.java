package dev.pileus.desktop.actions;

/// Something that can be selected and acted upon, by name: what it is like at the moment stands in
/// the cluster image.
public sealed interface Entity {
    /// As people call it.
    String name();

    /// The console itself.
    record Console() implements Entity {
        @Override
        public String name() {
            return "";
        }
    }

    /// The cluster that is open.
    record Cluster(String name) implements Entity {}

    record Member(String name) implements Entity {}

    record Instance(String project, String name) implements Entity {}

    record Group(String name) implements Entity {}

    record StoragePool(String name) implements Entity {}

    record Network(String project, String name) implements Entity {}

    record Operation(String name) implements Entity {}

    record Warning(String name) implements Entity {}

    record Certificate(String name) implements Entity {}
}
