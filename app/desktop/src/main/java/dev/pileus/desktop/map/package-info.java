/// The map: lanes, member cards, raft edges, drag to evacuate and restore, and what it shows as
/// JSON.
@NullMarked
package dev.pileus.desktop.map;

import org.jspecify.annotations.NullMarked;
