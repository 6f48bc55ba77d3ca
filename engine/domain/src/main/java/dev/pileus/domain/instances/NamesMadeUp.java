package dev.pileus.domain.instances;

import java.util.List;
import java.util.random.RandomGenerator;

/// Names for instances that nobody has named: a kind of cloud, and how it looks today.
final class NamesMadeUp {
    private static final List<String> LOOKS =
            List.of(
                    "amber",
                    "ample",
                    "bright",
                    "broken",
                    "calm",
                    "drifting",
                    "early",
                    "even",
                    "fair",
                    "fleecy",
                    "golden",
                    "grey",
                    "high",
                    "idle",
                    "ivory",
                    "late",
                    "lofty",
                    "lone",
                    "low",
                    "pale",
                    "quiet",
                    "rising",
                    "rosy",
                    "silver",
                    "slow",
                    "soft",
                    "steady",
                    "still",
                    "thin",
                    "towering",
                    "wandering",
                    "white");
    private static final List<String> CLOUDS =
            List.of(
                    "altocumulus",
                    "altostratus",
                    "anvil",
                    "arcus",
                    "banner",
                    "billow",
                    "cirrocumulus",
                    "cirrostratus",
                    "cirrus",
                    "congestus",
                    "cumulonimbus",
                    "cumulus",
                    "fibratus",
                    "fractus",
                    "haze",
                    "humilis",
                    "incus",
                    "lenticularis",
                    "mamma",
                    "mist",
                    "nimbostratus",
                    "pannus",
                    "pileus",
                    "plume",
                    "scud",
                    "spissatus",
                    "stratocumulus",
                    "stratus",
                    "tuba",
                    "uncinus",
                    "velum",
                    "virga");

    private NamesMadeUp() {}

    static String next(RandomGenerator random) {
        return LOOKS.get(random.nextInt(LOOKS.size()))
                + "-"
                + CLOUDS.get(random.nextInt(CLOUDS.size()))
                + "-"
                + random.nextInt(100);
    }
}
