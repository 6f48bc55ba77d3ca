package dev.pileus.cli.sandbox;

import dev.pileus.api.ClusterMember;
import dev.pileus.client.ClientException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.ServerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a person wants to know of a sandbox: members, where they answer, and what to type next.
final class SandboxReport {
    private SandboxReport() {}

    /// @param options which sandbox, as the command takes them; with a space before
    static String of(String options, List<SandboxMember> members) {
        var running = members.stream().filter(m -> new MemberProcess(m).isRunning()).toList();
        var seen = running.isEmpty() ? Map.<String, ClusterMember>of() : look(running.getFirst());
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("MEMBER", "ADDRESS", "SOCKET", "STATE"));
        for (var member : members) {
            var state = running.contains(member) ? state(seen, member) : "stopped";
            rows.add(
                    List.of(
                            member.name(),
                            "https://" + member.address(),
                            member.socket().toString(),
                            state));
        }
        return table(rows)
                + (running.isEmpty() ? again(options) : next(running.getFirst(), options));
    }

    private static String state(Map<String, ClusterMember> seen, SandboxMember member) {
        var found = seen.get(member.name());
        if (found == null) {
            return "runs";
        }
        return found.isLeader() ? found.status() + ", leader" : found.status();
    }

    private static Map<String, ClusterMember> look(SandboxMember at) {
        var found = new TreeMap<String, ClusterMember>();
        try (var client = ServerClient.open(ClientSettings.unix(at.socket()))) {
            client.members().list().forEach(member -> found.put(member.serverName(), member));
        } catch (ClientException noCluster) {
            // not formed yet, or without a quorum: then only the processes can be told
            return Map.of();
        }
        return found;
    }

    private static String next(SandboxMember member, String options) {
        return """

        Look at it:  ./pileus --connect unix:%s
        Drive it:    INCUS_DIR=%s incus cluster list
        Stop it:     ./pileus sandbox down%s
        """
                .formatted(member.socket(), member.folder(), options);
    }

    private static String again(String options) {
        return """

        Start it:    ./pileus sandbox up%s
        """
                .formatted(options);
    }

    private static String table(List<List<String>> rows) {
        var text = new StringBuilder();
        for (var row : rows) {
            for (var i = 0; i < row.size(); i++) {
                var column = i;
                var width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
                var last = i == row.size() - 1;
                text.append(last ? row.get(i) : ("%-" + (width + 2) + "s").formatted(row.get(i)));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }
}
