/// From an address, a trust token, a unix socket or a remote of the stock clients to an open
/// cluster; and the saved connections in the cluster picker.
@NullMarked
package dev.pileus.desktop.wizards.connect;

import org.jspecify.annotations.NullMarked;
