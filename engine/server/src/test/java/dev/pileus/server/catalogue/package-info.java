/// Projects, profiles, pools, networks, warnings and resources, as the stock clients use them.
@NullMarked
package dev.pileus.server.catalogue;

import org.jspecify.annotations.NullMarked;
