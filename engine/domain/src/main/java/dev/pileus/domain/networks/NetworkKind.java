package dev.pileus.domain.networks;

import dev.pileus.api.ApiException;
import dev.pileus.database.Reader;
import dev.pileus.domain.definitions.Definition;
import dev.pileus.domain.definitions.DefinitionTables;
import dev.pileus.domain.definitions.Kind;
import dev.pileus.domain.definitions.NewDefinition;
import dev.pileus.domain.definitions.Part;
import dev.pileus.domain.definitions.Scope;
import dev.pileus.domain.definitions.Words;
import dev.pileus.domain.projects.Projects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Networks as definitions. What is done on hosts is done when instances need it: see
/// [NetworkHost].
final class NetworkKind implements Kind {
    static final String ENTITY = "network";
    static final String BRIDGE = "bridge";

    private static final DefinitionTables TABLES =
            new DefinitionTables("networks", "network_id", "type");
    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 15;

    private final RandomGenerator random;
    private final List<NetworkUse> uses;
    private final Words words = new NetworkWords();

    NetworkKind(RandomGenerator random, List<NetworkUse> uses) {
        this.random = random;
        this.uses = List.copyOf(uses);
    }

    @Override
    public String entity() {
        return ENTITY;
    }

    @Override
    public DefinitionTables tables() {
        return TABLES;
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public boolean isMemberSpecific(String key) {
        return NetworkOptions.isMemberSpecific(key);
    }

    @Override
    public void check(NewDefinition wanted) {
        checkName(wanted.name());
        if (!wanted.type().equals(BRIDGE)) {
            throw new ApiException(
                    400, "Network type \"%s\" is not available".formatted(wanted.type()));
        }
        NetworkOptions.check(wanted.name(), wanted.config());
    }

    /// A network's name becomes that of an interface.
    private static void checkName(String name) {
        refuseIf(name.isEmpty(), "No name provided");
        refuseIf(
                name.length() < SHORTEST,
                "Network interface is too short (minimum " + SHORTEST + " characters)");
        refuseIf(
                name.length() > LONGEST,
                "Network interface is too long (maximum " + LONGEST + " characters)");
        refuseIf(
                !INTERFACE.matcher(name).matches(),
                "Network interface contains invalid characters");
    }

    private static void refuseIf(boolean wrong, String text) {
        if (wrong) {
            throw new ApiException(400, text);
        }
    }

    @Override
    public void checkChange(Part part, Map<String, String> wanted) {}

    @Override
    public Map<String, String> complete(Reader reader, NewDefinition wanted) {
        var config = new TreeMap<>(wanted.config());
        for (var family : Addresses.Family.values()) {
            var prefix = family == Addresses.Family.IPV4 ? "ipv4" : "ipv6";
            var address = config.getOrDefault(prefix + ".address", Addresses.AUTO);
            if (address.equals(Addresses.AUTO)) {
                config.put(
                        prefix + ".address",
                        Addresses.random(family, random, taken(reader, prefix + ".address")));
                config.putIfAbsent(prefix + ".nat", "true");
            }
        }
        return config;
    }

    private static Set<String> taken(Reader reader, String key) {
        return new TreeSet<>(
                reader.select("SELECT value FROM networks_config WHERE key = ?", key)
                        .list(row -> row.text("value")));
    }

    @Override
    public List<String> usedBy(Reader reader, Scope scope, Definition network) {
        return usedBy(reader, scope.projectName(), network.name());
    }

    List<String> usedBy(Reader reader, String project, String network) {
        var owner = Projects.known(reader, project);
        return uses.stream()
                .flatMap(use -> use.urls(reader, owner, network).stream())
                .sorted()
                .toList();
    }

    @Override
    public Map<String, String> create(Definition network, Map<String, String> config) {
        return ofMember(config);
    }

    private static Map<String, String> ofMember(Map<String, String> config) {
        var own = new TreeMap<>(config);
        own.keySet().removeIf(key -> !NetworkOptions.isMemberSpecific(key));
        return own;
    }

    @Override
    public void delete(Definition network, Map<String, String> config) {}
}
