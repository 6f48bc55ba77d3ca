package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.YamlText;
import dev.pileus.database.raft.RaftRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.resolver.Resolver;

/// The members of a cluster and their parts in its database, as `show` writes and `edit` reads it.
record MemberList(List<Entry> members) {
    MemberList {
        members = List.copyOf(members);
    }

    /// @param address `host:port`
    record Entry(long id, String name, String address, RaftRole role) {}

    Optional<Entry> find(long id) {
        return members.stream().filter(member -> member.id() == id).findFirst();
    }

    List<Entry> with(RaftRole role) {
        return members.stream().filter(member -> member.role() == role).toList();
    }

    String yaml() {
        return YamlText.of(Map.of("members", members.stream().map(MemberList::row).toList()));
    }

    /// @throws CommandException if the text is no such list
    static MemberList parse(String text) {
        try {
            var tree = YamlText.reader(new Resolver()).<Object>load(text);
            if (tree instanceof Map<?, ?> map && map.get("members") instanceof List<?> rows) {
                var members = new ArrayList<Entry>();
                for (var row : rows) {
                    members.add(entry(row));
                }
                return new MemberList(members);
            }
        } catch (YAMLException e) {
            throw new CommandException("This is no YAML: " + YamlText.problem(e), e);
        }
        throw new CommandException("This is no list of members: it begins with \"members:\"");
    }

    private static Map<String, Object> row(Entry member) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", member.id());
        row.put("name", member.name());
        row.put("address", member.address());
        row.put("role", word(member.role()));
        return row;
    }

    private static Entry entry(@Nullable Object row) {
        if (row instanceof Map<?, ?> map && map.get("id") instanceof Number id) {
            return new Entry(
                    id.longValue(),
                    text(map, "name"),
                    text(map, "address"),
                    role(text(map, "role")));
        }
        throw new CommandException("A member without an id: " + row);
    }

    private static String text(Map<?, ?> map, String key) {
        var value = map.get(key);
        if (value == null) {
            throw new CommandException("Member %s has no %s".formatted(map.get("id"), key));
        }
        return value.toString();
    }

    static String word(RaftRole role) {
        return switch (role) {
            case VOTER -> "voter";
            case STANDBY -> "stand-by";
            case SPARE -> "spare";
        };
    }

    private static RaftRole role(String word) {
        return switch (word) {
            case "voter" -> RaftRole.VOTER;
            case "stand-by" -> RaftRole.STANDBY;
            case "spare" -> RaftRole.SPARE;
            default ->
                    throw new CommandException(
                            "\"%s\" is no role: voter, stand-by, spare".formatted(word));
        };
    }
}
