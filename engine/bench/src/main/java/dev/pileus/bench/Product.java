package dev.pileus.bench;

import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealCluster;

/// Who is measured.
enum Product {
    PILEUS("Pileus"),
    INCUS("Incus"),
    /// Two members, the others have three: more would not change what is measured.
    LXD("LXD");

    private final String title;

    Product(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// Forms its cluster.
    ///
    /// @throws IllegalStateException when it cannot run here, saying why
    RealCluster cluster() {
        return switch (this) {
            case PILEUS -> PileusCluster.start();
            case INCUS -> IncusCluster.start();
            case LXD -> LxdCluster.start();
        };
    }
}
