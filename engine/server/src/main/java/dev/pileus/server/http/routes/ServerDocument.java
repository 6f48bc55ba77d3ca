package dev.pileus.server.http.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /1.0` (CONTRACT 4). Strangers get it without configuration and environment.
///
/// @param config texts; a secret may be a yes
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServerDocument(
        Map<String, Object> config,
        List<String> apiExtensions,
        String apiStatus,
        String apiVersion,
        String auth,
        @JsonProperty("public") boolean isPublic,
        List<String> authMethods,
        @Nullable String authUserName,
        @Nullable String authUserMethod,
        @Nullable Environment environment) {
    /// What the server tells of itself and its host.
    record Environment(
            List<String> addresses,
            List<String> architectures,
            String certificate,
            String certificateFingerprint,
            String driver,
            String driverVersion,
            String firewall,
            String kernel,
            String kernelArchitecture,
            String kernelVersion,
            Map<String, String> kernelFeatures,
            Map<String, String> lxcFeatures,
            String osName,
            String osVersion,
            String project,
            String server,
            boolean serverClustered,
            String serverEventMode,
            String serverName,
            long serverPid,
            String serverVersion,
            String storage,
            String storageVersion,
            List<StorageDriver> storageSupportedDrivers) {}

    /// A driver that pools can have; the names begin with capitals on the wire.
    record StorageDriver(
            @JsonProperty("Name") String name,
            @JsonProperty("Version") String version,
            @JsonProperty("Remote") boolean remote) {}
}
