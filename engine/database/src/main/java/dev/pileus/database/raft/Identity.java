package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a member's folder says about itself: a small text file, for people to read as well.
///
/// @param roles of the whole group as last known here; only a hint, Raft's own files decide
record Identity(long member, UUID group, boolean replica, Map<Long, RaftRole> roles) {
    private static final String FILE = "identity";
    private static final String FORMAT = "1";

    Identity {
        roles = Map.copyOf(roles);
    }

    Identity with(Map<Long, RaftRole> newRoles) {
        return new Identity(member, group, replica, newRoles);
    }

    Identity withReplica(boolean has) {
        return new Identity(member, group, has, has ? roles : Map.of());
    }

    boolean isOnlyVoter() {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue() == RaftRole.VOTER)
                .map(Map.Entry::getKey)
                .toList()
                .equals(List.of(member));
    }

    /// @throws DatabaseException if the file is damaged or newer than this program
    static Optional<Identity> read(Path folder) {
        var file = folder.resolve(FILE);
        try {
            return Optional.of(parse(file, Files.readAllLines(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DatabaseException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    void write(Path folder) {
        var lines = new ArrayList<String>();
        lines.add("format " + FORMAT);
        lines.add("member " + member);
        lines.add("group " + group);
        lines.add("replica " + replica);
        new TreeMap<>(roles).forEach((id, role) -> lines.add("role " + id + " " + role));
        var file = folder.resolve(FILE);
        var fresh = folder.resolve(FILE + ".new");
        try {
            Files.write(fresh, lines);
            SyncedFiles.replace(fresh, file);
        } catch (IOException e) {
            throw new DatabaseException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static Identity parse(Path file, List<String> lines) {
        try {
            var values =
                    lines.stream()
                            .filter(line -> !line.startsWith("role "))
                            .map(line -> line.split(" ", 2))
                            .collect(Collectors.toMap(words -> words[0], words -> words[1]));
            if (!FORMAT.equals(values.get("format"))) {
                throw new DatabaseException(
                        "%s has format %s, this program knows format %s: it is left as it is"
                                .formatted(file, values.get("format"), FORMAT));
            }
            return new Identity(
                    Long.parseLong(required(values, "member")),
                    UUID.fromString(required(values, "group")),
                    Boolean.parseBoolean(required(values, "replica")),
                    roles(lines));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException e) {
            throw new DatabaseException(file + " is damaged and is left as it is", e);
        }
    }

    private static Map<Long, RaftRole> roles(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("role "))
                .map(line -> line.split(" ", 3))
                .collect(
                        Collectors.toMap(
                                words -> Long.parseLong(words[1]),
                                words -> RaftRole.valueOf(words[2])));
    }

    private static String required(Map<String, String> values, String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }
}
