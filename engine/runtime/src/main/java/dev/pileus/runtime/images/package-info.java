/// Image files on this host: kept, checked, unpacked, packed.
@NullMarked
package dev.pileus.runtime.images;

import org.jspecify.annotations.NullMarked;
