/// What a user can do to what: offered alike by menus, inspector, command palette and keys.
@NullMarked
package dev.pileus.desktop.actions;

import org.jspecify.annotations.NullMarked;
