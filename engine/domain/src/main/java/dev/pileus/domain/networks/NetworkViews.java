package dev.pileus.domain.networks;

import dev.pileus.api.Network;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.definitions.Definition;
import dev.pileus.domain.definitions.Part;
import dev.pileus.domain.definitions.Scope;
import dev.pileus.domain.definitions.Stage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Networks as clients see them.
final class NetworkViews {
    private final ThisMember self;
    private final NetworkKind kind;

    NetworkViews(ThisMember self, NetworkKind kind) {
        this.self = self;
        this.kind = kind;
    }

    /// One that is managed: as the only server has it, or what all members have in common.
    Network of(Reader reader, Scope scope, Definition network) {
        if (!self.isClustered()) {
            var own = network.on(self.id());
            if (own.isPresent()) {
                return of(reader, scope, network, own.get());
            }
        }
        return shown(reader, scope, network, network.config(), network.stage());
    }

    /// One that is managed, as a member has it.
    Network of(Reader reader, Scope scope, Definition network, Part part) {
        return shown(reader, scope, network, network.config(part), part.stage());
    }

    private Network shown(
            Reader reader,
            Scope scope,
            Definition network,
            Map<String, String> config,
            Stage stage) {
        return new Network(
                new TreeMap<>(config),
                network.description(),
                network.name(),
                network.type(),
                kind.usedBy(reader, scope, network),
                true,
                stage.status(),
                network.locations(),
                scope.projectName());
    }

    /// What the host has without us.
    Network unmanaged(Reader reader, Scope scope, HostInterfaces.HostInterface found) {
        return new Network(
                Map.of(),
                "",
                found.name(),
                found.type(),
                kind.usedBy(reader, scope.projectName(), found.name()),
                false,
                "",
                List.of(),
                scope.projectName());
    }
}
