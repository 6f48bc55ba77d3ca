package dev.pileus.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The bridges that a cluster made on the host, and their firewall rules. They outlive the daemons.
///
/// Ours is what a member keeps a directory for under `networks`, unless the host had a link of this
/// name before: a daemon that was refused because of such a link has the directory as well.
///
/// @param root the directory of the cluster
record HostLinks(Path root) {
    private static final Path LINKS = Path.of("/sys/class/net");
    private static final String OTHERS = "links";

    /// Firewall tables of the two products; other daemons of the host may use them as well.
    private static final List<String> TABLES = List.of("incus", "lxd");

    /// Before the first daemon starts.
    void rememberOthers() throws IOException {
        Files.write(root.resolve(OTHERS), namesIn(LINKS));
    }

    /// Once no daemon runs any more.
    void deleteOurs() {
        try {
            for (var link : ours()) {
                if (Files.exists(LINKS.resolve(link))) {
                    Command.of("ip", "link", "delete", link).output();
                }
                deleteRules(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the bridges", e);
        }
    }

    private Set<String> ours() throws IOException {
        var others = root.resolve(OTHERS);
        if (Files.notExists(others)) {
            // the files are deleted after the links: those are gone already
            return Set.of();
        }
        var names = new TreeSet<String>();
        for (var member : namesIn(root)) {
            var networks = root.resolve(member).resolve("networks");
            if (Files.isDirectory(networks)) {
                names.addAll(namesIn(networks));
            }
        }
        Files.readAllLines(others).forEach(names::remove);
        return names;
    }

    /// The chains of a bridge are called `in.NAME`, `out.NAME` and so on. A table without chains is
    /// of no use to anybody; its daemon makes it when it needs it.
    private static void deleteRules(String link) {
        if (Programs.find("nft").isEmpty()) {
            return;
        }
        // our engine gives each network a table of its own
        nft("delete", "table", "inet", "pileus_" + link);
        for (var table : TABLES) {
            var chains = chainsOf(table);
            chains.stream()
                    .filter(chain -> chain.endsWith("." + link))
                    .forEach(chain -> nft("delete", "chain", "inet", table, chain));
            if (!chains.isEmpty() && chainsOf(table).isEmpty()) {
                nft("delete", "table", "inet", table);
            }
        }
    }

    /// Empty as well when there is no such table.
    private static List<String> chainsOf(String table) {
        return nft("list", "table", "inet", table)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("chain "))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    private static String nft(String... arguments) {
        var words = Stream.concat(Stream.of("nft"), Stream.of(arguments)).toList();
        return Command.of(words).run().output();
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
