package dev.pileus.cli.init;

import dev.pileus.api.JoinToken;
import dev.pileus.api.MemberConfigKey;
import java.util.List;

/// What the questions need to know.
interface Surroundings {
    String hostName();

    /// An address of this host under which others may reach it.
    String address();

    /// Where pools are unless somebody wants otherwise.
    String poolDirectory();

    /// Whether this host has such an interface, and whether it is a bridge.
    InterfaceKind interfaceKind(String name);

    /// Has this server trusted by the cluster that a token is for.
    ///
    /// @throws dev.pileus.cli.CommandException when the cluster refuses
    Invitation redeem(JoinToken token);

    /// What an interface is.
    enum InterfaceKind {
        MISSING,
        BRIDGE,
        OTHER
    }

    /// What the cluster says to somebody whom it trusts.
    ///
    /// @param form the keys to fill in
    record Invitation(TargetMember target, List<MemberConfigKey> form) {
        public Invitation {
            form = List.copyOf(form);
        }
    }
}
