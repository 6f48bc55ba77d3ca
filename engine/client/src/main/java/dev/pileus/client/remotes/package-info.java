/// Reads the remotes of the stock clients `incus` and `lxc`: where servers are, as whom to connect,
/// what they should present. Never writes.
@NullMarked
package dev.pileus.client.remotes;

import org.jspecify.annotations.NullMarked;
