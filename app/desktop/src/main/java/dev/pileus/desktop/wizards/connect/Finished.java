package dev.pileus.desktop.wizards.connect;

import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.SavedConnection;

/// What comes out of the wizard. Whoever gets it closes the cluster connection.
///
/// @param connection as it was saved, or as it was picked
record Finished(ClusterConnection cluster, SavedConnection connection) {}
