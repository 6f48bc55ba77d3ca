package dev.pileus.domain.images;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/// One at a time for each image: whoever puts its files in place, or takes them away, looks into
/// the database and touches the files as one. Images may share a lock, so nobody holds two.
final class ImageLocks {
    private static final int COUNT = 64;

    private final List<ReentrantLock> locks =
            IntStream.range(0, COUNT).mapToObj(number -> new ReentrantLock()).toList();

    void with(String fingerprint, Runnable work) {
        var lock = locks.get(Math.floorMod(fingerprint.hashCode(), COUNT));
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
