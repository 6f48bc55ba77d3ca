package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The part of `GET /1.0/resources?target=MEMBER` that the console shows (CONTRACT 18).
public record Resources(Cpu cpu, Memory memory, Load load) {
    public Resources {
        cpu = cpu == null ? new Cpu("", 0) : cpu;
        memory = memory == null ? new Memory(0, 0) : memory;
        load = load == null ? new Load(0, 0, 0, 0) : load;
    }

    /// The processors.
    ///
    /// @param total number of hardware threads
    public record Cpu(String architecture, int total) {
        public Cpu {
            architecture = Absent.text(architecture);
        }
    }

    /// Bytes.
    public record Memory(long used, long total) {}

    /// Load averages; all 0 where the server lacks the extension `resources_load`.
    public record Load(
            @JsonProperty("Average1Min") double average1Min,
            @JsonProperty("Average5Min") double average5Min,
            @JsonProperty("Average10Min") double average10Min,
            @JsonProperty("Processes") int processes) {}
}
