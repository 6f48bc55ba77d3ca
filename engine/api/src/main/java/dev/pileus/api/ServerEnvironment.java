package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// What a server tells about itself and its host.
///
/// @param addresses where it listens, `host:port`
/// @param certificate PEM of the certificate presented on the network
/// @param serverName member name when clustered, else the host name
/// @param serverEventMode `full-mesh`, `hub-server` or `hub-client`
public record ServerEnvironment(
        List<String> addresses,
        List<String> architectures,
        String certificate,
        String certificateFingerprint,
        String driver,
        String driverVersion,
        String kernel,
        String kernelArchitecture,
        String kernelVersion,
        Map<String, String> kernelFeatures,
        String osName,
        String osVersion,
        String project,
        String server,
        boolean serverClustered,
        String serverEventMode,
        String serverName,
        long serverPid,
        String serverVersion) {
    static final ServerEnvironment NONE =
            new ServerEnvironment(
                    List.of(), List.of(), "", "", "", "", "", "", "", Map.of(), "", "", "", "",
                    false, "", "", 0, "");

    public ServerEnvironment {
        addresses = Absent.list(addresses);
        architectures = Absent.list(architectures);
        certificate = Absent.text(certificate);
        certificateFingerprint = Absent.text(certificateFingerprint);
        driver = Absent.text(driver);
        driverVersion = Absent.text(driverVersion);
        kernel = Absent.text(kernel);
        kernelArchitecture = Absent.text(kernelArchitecture);
        kernelVersion = Absent.text(kernelVersion);
        kernelFeatures = Absent.map(kernelFeatures);
        osName = Absent.text(osName);
        osVersion = Absent.text(osVersion);
        project = Absent.text(project);
        server = Absent.text(server);
        serverEventMode = Absent.text(serverEventMode);
        serverName = Absent.text(serverName);
        serverVersion = Absent.text(serverVersion);
    }
}
