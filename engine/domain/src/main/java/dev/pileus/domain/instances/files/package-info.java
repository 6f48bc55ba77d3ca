/// The files of instances, up or not (CONTRACT 16.2).
@NullMarked
package dev.pileus.domain.instances.files;

import org.jspecify.annotations.NullMarked;
