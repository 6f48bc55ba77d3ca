package dev.pileus.cli.cluster;

import picocli.CommandLine.Command;

/// `cluster`: who holds the database, and what to do when it has lost its majority (CONTRACT 19.4).
@Command(
        name = "cluster",
        description = "Low-level administration of the cluster's database.",
        subcommands = {
            ListDatabaseCommand.class,
            ShowCommand.class,
            EditCommand.class,
            RecoverCommand.class,
            RemoveRaftNodeCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ClusterCommand {}
