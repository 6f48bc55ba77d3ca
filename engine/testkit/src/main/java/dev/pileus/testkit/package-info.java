/// Real Incus and LXD clusters on this machine as JUnit fixtures: started in seconds, gone without
/// a trace.
@NullMarked
package dev.pileus.testkit;

import org.jspecify.annotations.NullMarked;
