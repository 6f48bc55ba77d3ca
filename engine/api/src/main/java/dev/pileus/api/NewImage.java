package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Body of `POST /1.0/images` when no file is sent (CONTRACT 17).
public record NewImage(
        String filename,
        @JsonProperty("public") boolean isPublic,
        boolean autoUpdate,
        Map<String, String> properties,
        Instant expiresAt,
        List<String> profiles,
        List<Image.Alias> aliases,
        String compressionAlgorithm,
        Source source) {
    public NewImage {
        filename = Absent.text(filename);
        properties = Absent.map(properties);
        expiresAt = expiresAt == null ? Image.NEVER : expiresAt;
        profiles = Absent.list(profiles);
        aliases = Absent.list(aliases);
        compressionAlgorithm = Absent.text(compressionAlgorithm);
        source = source == null ? Source.NONE : source;
    }

    /// Where it comes from.
    ///
    /// @param type `instance`, `snapshot`, `image` or `url`
    /// @param name of an instance, or `INSTANCE/SNAPSHOT`
    /// @param mode of an image: `pull` or `push`
    /// @param server URL of another server
    /// @param certificate of that server, as PEM
    /// @param secret with which that server gives an image away that is not public
    /// @param project of an image or instance elsewhere
    public record Source(
            String type,
            String name,
            String mode,
            String server,
            String protocol,
            String certificate,
            String secret,
            String alias,
            String fingerprint,
            String project,
            String url) {
        static final Source NONE = new Source("", "", "", "", "", "", "", "", "", "", "");

        public Source {
            type = Absent.text(type);
            name = Absent.text(name);
            mode = Absent.text(mode);
            server = Absent.text(server);
            protocol = Absent.text(protocol);
            certificate = Absent.text(certificate);
            secret = Absent.text(secret);
            alias = Absent.text(alias);
            fingerprint = Absent.text(fingerprint);
            project = Absent.text(project);
            url = Absent.text(url);
        }

        /// Without the secret.
        @Override
        public String toString() {
            return "Source[" + type + " " + name + server + fingerprint + alias + "]";
        }
    }
}
