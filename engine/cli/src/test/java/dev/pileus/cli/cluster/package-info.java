/// Repairs of the database of a cluster.
@NullMarked
package dev.pileus.cli.cluster;

import org.jspecify.annotations.NullMarked;
