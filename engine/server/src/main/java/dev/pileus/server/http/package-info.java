/// HTTP: listeners, routes, who asks, the envelope, and how refusals are answered. Routes see
/// neither Jetty nor sockets.
@NullMarked
package dev.pileus.server.http;

import org.jspecify.annotations.NullMarked;
