package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/// `GET /1.0` (CONTRACT 4). An untrusted client gets neither configuration nor environment.
///
/// @param config global keys and the local ones of the answering member, merged
/// @param auth `trusted` or `untrusted`
public record Server(
        Map<String, String> config,
        List<String> apiExtensions,
        String apiStatus,
        String apiVersion,
        String auth,
        @JsonProperty("public") boolean isPublic,
        List<String> authMethods,
        String authUserName,
        String authUserMethod,
        ServerEnvironment environment) {
    public Server {
        config = Absent.map(config);
        apiExtensions = Absent.list(apiExtensions);
        apiStatus = Absent.text(apiStatus);
        apiVersion = Absent.text(apiVersion);
        auth = Absent.text(auth);
        authMethods = Absent.list(authMethods);
        authUserName = Absent.text(authUserName);
        authUserMethod = Absent.text(authUserMethod);
        environment = environment == null ? ServerEnvironment.NONE : environment;
    }

    public boolean isTrusted() {
        return auth.equals("trusted");
    }

    /// Test for an extension, never for a version number.
    public boolean has(String extension) {
        return apiExtensions.contains(extension);
    }

    public Product product() {
        return Product.of(environment.server());
    }
}
