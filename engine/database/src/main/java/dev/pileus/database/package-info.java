/// The only door to what a cluster remembers: read, write, watch.
@NullMarked
package dev.pileus.database;

import org.jspecify.annotations.NullMarked;
