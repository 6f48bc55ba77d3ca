/// Plans carried out: what is sent, how it ends, and what was done and what not.
@NullMarked
package dev.pileus.model.actions;

import org.jspecify.annotations.NullMarked;
