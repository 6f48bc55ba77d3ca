package dev.pileus.server.sftp;

import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.domain.instances.files.OpenFile;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/// What a client has open, by the names that it was given.
final class Handles implements AutoCloseable {
    private static final int MOST = 256;

    private final Map<String, OpenFile> files = new HashMap<>();
    private final Map<String, Listing> listings = new HashMap<>();
    private long last;

    /// A directory that is being read.
    record Listing(String path, Iterator<String> names) {}

    String add(OpenFile file) {
        var handle = next();
        files.put(handle, file);
        return handle;
    }

    String add(Listing listing) {
        var handle = next();
        listings.put(handle, listing);
        return handle;
    }

    /// Whether there is room for one more.
    boolean isFull() {
        return files.size() + listings.size() >= MOST;
    }

    private String next() {
        last++;
        return Long.toString(last);
    }

    OpenFile file(String handle) {
        var file = files.get(handle);
        if (file == null) {
            throw unknown();
        }
        return file;
    }

    Listing listing(String handle) {
        var listing = listings.get(handle);
        if (listing == null) {
            throw unknown();
        }
        return listing;
    }

    void close(String handle) {
        var file = files.remove(handle);
        if (file != null) {
            file.close();
        } else if (listings.remove(handle) == null) {
            throw unknown();
        }
    }

    private static FileProblem unknown() {
        return new FileProblem(FileProblem.Kind.IMPOSSIBLE, "nothing is open by that name");
    }

    @Override
    public void close() {
        files.values().forEach(OpenFile::close);
        files.clear();
        listings.clear();
    }
}
