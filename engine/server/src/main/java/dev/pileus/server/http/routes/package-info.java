/// The paths of the REST API: each takes a request apart, calls one service and answers.
@NullMarked
package dev.pileus.server.http.routes;

import org.jspecify.annotations.NullMarked;
