/// Clusters that the console knows or is told of, and how a connection to one is opened step by
/// step: address, certificate, trust.
@NullMarked
package dev.pileus.model.connections;

import org.jspecify.annotations.NullMarked;
