/// Who is who on the wire: key pairs, certificates, fingerprints and pinning. No network I/O.
@NullMarked
package dev.pileus.trust;

import org.jspecify.annotations.NullMarked;
