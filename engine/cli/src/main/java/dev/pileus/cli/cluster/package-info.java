/// `cluster`: looks at a member's part in the database, and mends it where the cluster cannot.
@NullMarked
package dev.pileus.cli.cluster;

import org.jspecify.annotations.NullMarked;
