/// Reading the remotes of the stock clients, with made-up homes and with the stock clients at work.
@NullMarked
package dev.pileus.client.remotes;

import org.jspecify.annotations.NullMarked;
