package dev.pileus.runtime.files;

import java.util.List;

/// How numbers of users or groups in a container relate to those that the host sees.
record IdMap(List<Range> ranges) {
    /// What the kernel shows for numbers that mean nothing where one looks from.
    static final long NOBODY = 65534;

    static final IdMap SAME = new IdMap(List.of(new Range(0, 0, 1L << 32)));

    IdMap {
        ranges = List.copyOf(ranges);
    }

    /// Numbers in the container from `inside`, on the host from `outside`.
    record Range(long inside, long outside, long count) {}

    /// Reads `/proc/PID/uid_map`.
    static IdMap parse(String text) {
        return new IdMap(
                text.lines()
                        .map(line -> line.strip().split(" +", -1))
                        .map(fields ->
                                new Range(
                                        Long.parseLong(fields[0]),
                                        Long.parseLong(fields[1]),
                                        Long.parseLong(fields[2])))
                        .toList());
    }

    /// What the container sees.
    long inside(long outside) {
        for (var range : ranges) {
            var offset = outside - range.outside;
            if (offset >= 0 && offset < range.count) {
                return range.inside + offset;
            }
        }
        return NOBODY;
    }

    /// What the host sees; -1 when the container has no such number.
    long outside(long inside) {
        for (var range : ranges) {
            var offset = inside - range.inside;
            if (offset >= 0 && offset < range.count) {
                return range.outside + offset;
            }
        }
        return -1;
    }
}
