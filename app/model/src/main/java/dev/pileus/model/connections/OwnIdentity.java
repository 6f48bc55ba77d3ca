package dev.pileus.model.connections;

import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.IdentityFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The console's own certificate: made when it is needed first, then kept. Thread-safe.
public final class OwnIdentity {
    private final IdentityFiles files;
    private final ClientCertificates maker;
    private final String commonName;

    /// @param directory of the console's configuration
    /// @param commonName what people see in the servers' trust lists, usually `user@host`
    public OwnIdentity(Path directory, ClientCertificates maker, String commonName) {
        this.files = IdentityFiles.in(directory);
        this.maker = maker;
        this.commonName = commonName;
    }

    /// Where the pair lies, whether it exists or not.
    public IdentityFiles files() {
        return files;
    }

    /// A half or damaged pair is an error, never replaced: servers may trust it.
    public synchronized ClientIdentity get() throws IOException {
        if (!Files.exists(files.certificate()) && !Files.exists(files.key())) {
            var made = maker.create(commonName);
            files.save(made);
            return made;
        }
        return files.load();
    }
}
