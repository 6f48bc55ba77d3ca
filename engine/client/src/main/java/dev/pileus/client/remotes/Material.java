package dev.pileus.client.remotes;

import dev.pileus.trust.IdentityException;
import dev.pileus.trust.IdentityFiles;
import dev.pileus.trust.PemCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The certificates and keys beside a `config.yml`; for one that everybody uses, the user's own
/// ones count as well.
final class Material {
    private final StockClient client;
    private final List<Path> directories;

    Material(StockClient client, Path directory, List<Path> userDirectories) {
        this.client = client;
        this.directories =
                userDirectories.contains(directory)
                        ? List.of(directory)
                        : Stream.concat(Stream.of(directory), userDirectories.stream()).toList();
    }

    /// What the server must present, if the stock client remembers that.
    Optional<X509Certificate> pin(String remote, Consumer<ConfigProblem> problems) {
        return directories.stream()
                .flatMap(dir -> fileFor(remote, dir.resolve("servercerts"), ".crt").stream())
                .filter(Files::exists)
                .findFirst()
                .flatMap(file -> read(file, problems));
    }

    /// A pair of its own (only `incus` knows those) wins over the common one.
    Optional<IdentityFiles> identity(String remote) {
        var own =
                client == StockClient.INCUS
                        ? directories.stream().flatMap(dir -> pairFor(remote, dir).stream())
                        : Stream.<IdentityFiles>empty();
        return Stream.concat(own, directories.stream().map(IdentityFiles::in))
                .filter(IdentityFiles::exist)
                .findFirst();
    }

    private static Optional<IdentityFiles> pairFor(String remote, Path directory) {
        var certificates = directory.resolve("clientcerts");
        return fileFor(remote, certificates, ".crt")
                .map(file -> IdentityFiles.named(certificates, remote));
    }

    /// Empty for names that would lead out of the directory.
    private static Optional<Path> fileFor(String remote, Path directory, String suffix) {
        var file = directory.resolve(remote + suffix).normalize();
        return directory.normalize().equals(file.getParent())
                ? Optional.of(file)
                : Optional.empty();
    }

    private static Optional<X509Certificate> read(Path file, Consumer<ConfigProblem> problems) {
        try {
            return Optional.of(PemCertificates.read(file).getFirst());
        } catch (IdentityException.Malformed e) {
            problems.accept(new ConfigProblem.Malformed(file, text(e)));
        } catch (IdentityException e) {
            problems.accept(new ConfigProblem.Unreadable(file, text(e)));
        }
        return Optional.empty();
    }

    private static String text(IdentityException e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }
}
