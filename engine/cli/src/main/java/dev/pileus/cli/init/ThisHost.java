package dev.pileus.cli.init;

import dev.pileus.api.JoinToken;
import dev.pileus.cli.CommandException;
import dev.pileus.client.ClientException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.client.ServerApi;
import dev.pileus.client.ServerClient;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.IdentityException;
import dev.pileus.trust.IdentityFiles;
import dev.pileus.trust.ServerTrust;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;

/// The member whose directory was given, and the host it runs on.
final class ThisHost implements Surroundings {
    private static final String LOOPBACK = "127.0.0.1";

    private final ServerApi member;
    private final Path directory;

    ThisHost(ServerApi member, Path directory) {
        this.member = member;
        this.directory = directory;
    }

    @Override
    public String hostName() {
        return member.server().get().environment().serverName();
    }

    @Override
    public String address() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address ->
                            !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .min((a, b) ->
                            Boolean.compare(a instanceof Inet6Address, b instanceof Inet6Address))
                    .map(InetAddress::getHostAddress)
                    .map(text -> text.split("%", 2)[0])
                    .map(text -> text.contains(":") ? "[" + text + "]" : text)
                    .orElse(LOOPBACK);
        } catch (SocketException e) {
            return LOOPBACK;
        }
    }

    @Override
    public String poolDirectory() {
        return directory.resolve("storage-pools").toString();
    }

    @Override
    public InterfaceKind interfaceKind(String name) {
        return member.networks().list("default").stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .map(network ->
                        network.type().equals("bridge")
                                ? InterfaceKind.BRIDGE
                                : InterfaceKind.OTHER)
                .orElse(InterfaceKind.MISSING);
    }

    /// With the member's own key: whoever may read that may speak for the member.
    @Override
    public Invitation redeem(JoinToken token) {
        var target = TargetMember.of(token);
        try {
            var identity = IdentityFiles.named(directory, "server").load();
            var settings =
                    ClientSettings.https(
                            List.of(Endpoint.parse(target.address())),
                            ServerTrust.pinned(Fingerprint.parse(token.fingerprint())),
                            identity);
            try (var cluster = ServerClient.open(settings)) {
                cluster.certificates().addMemberWithToken(token.serverName(), token.encode());
                return new Invitation(target, cluster.cluster().get().memberConfig());
            }
        } catch (IdentityException e) {
            throw new CommandException(
                    "the member's own certificate cannot be read: " + e.getMessage(), e);
        } catch (ClientException e) {
            throw new CommandException("the cluster refuses the token: " + e.getMessage(), e);
        }
    }
}
