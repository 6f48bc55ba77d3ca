/// Custom volumes: what people keep on storage pools apart from instances (CONTRACT 13.4).
@NullMarked
package dev.pileus.domain.volumes;

import org.jspecify.annotations.NullMarked;
