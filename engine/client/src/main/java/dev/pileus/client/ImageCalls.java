package dev.pileus.client;

import dev.pileus.api.Image;
import dev.pileus.api.ImageAlias;
import java.nio.file.Path;
import java.util.List;

/// `/1.0/images`, of the default project.
public final class ImageCalls {
    private final Calls calls;

    ImageCalls(Calls calls) {
        this.calls = calls;
    }

    public List<Image> list() {
        return calls.send(Request.of("GET", "images").query("recursion", "1")).listOf(Image.class);
    }

    public List<ImageAlias> aliases() {
        return calls.send(Request.of("GET", "images", "aliases").query("recursion", "1"))
                .listOf(ImageAlias.class);
    }

    /// Brings an image; the operation's metadata tell its `fingerprint`.
    ///
    /// @param tarball `metadata.yaml` and `rootfs` in one file
    public Accepted upload(Path tarball) {
        return calls.send(Request.of("POST", "images").body(tarball)).accepted();
    }

    /// Names an image.
    public void name(ImageAlias alias) {
        calls.change(Request.of("POST", "images", "aliases").body(alias));
    }
}
