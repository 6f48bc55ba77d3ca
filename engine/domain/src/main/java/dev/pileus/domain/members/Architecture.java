package dev.pileus.domain.members;

import java.util.Arrays;
import java.util.Locale;

/// Processor architectures; `nodes.arch` stores their numbers.
public enum Architecture {
    /// Before the member has told.
    UNKNOWN(0, ""),
    I686(1, "i686"),
    X86_64(2, "x86_64"),
    ARMV7L(3, "armv7l"),
    AARCH64(4, "aarch64"),
    PPC64LE(7, "ppc64le"),
    S390X(8, "s390x"),
    RISCV64(12, "riscv64"),
    LOONGARCH64(15, "loongarch64");

    private final int number;
    private final String word;

    Architecture(int number, String word) {
        this.number = number;
        this.word = word;
    }

    public static Architecture of(long number) {
        return Arrays.stream(values())
                .filter(architecture -> architecture.number == number)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /// By the name that this Java runtime gives its machine (`os.arch`) or the kernel does.
    public static Architecture named(String name) {
        var word = name.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "amd64" -> X86_64;
            case "x86", "i386" -> I686;
            case "arm" -> ARMV7L;
            case "arm64" -> AARCH64;
            default ->
                    Arrays.stream(values())
                            .filter(architecture -> architecture.word.equals(word))
                            .findFirst()
                            .orElse(UNKNOWN);
        };
    }

    public int number() {
        return number;
    }

    /// As the REST API names it.
    public String word() {
        return word;
    }
}
