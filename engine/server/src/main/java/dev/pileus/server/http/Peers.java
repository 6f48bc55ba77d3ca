package dev.pileus.server.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;

/// Finds out what the operating system and the handshake know of the other end.
final class Peers {
    private Peers() {}

    static Peer of(Request exchange) {
        var connection = exchange.getConnectionMetaData();
        var endPoint = connection.getConnection().getEndPoint();
        if (connection.getConnector() instanceof UnixDomainServerConnector) {
            return new Peer.Local(username(endPoint));
        }
        var session = endPoint.getSslSessionData();
        var chain = session == null ? null : session.peerCertificates();
        return new Peer.Remote(
                address(connection.getRemoteSocketAddress()),
                chain == null || chain.length == 0 ? Optional.empty() : Optional.of(chain[0]));
    }

    private static String username(EndPoint endPoint) {
        try {
            if (endPoint.getTransport() instanceof SocketChannel channel) {
                return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
            }
        } catch (IOException | UnsupportedOperationException unknown) {
            // a name for the protocol of what happened; the socket's mode has decided who may speak
        }
        return "";
    }

    private static String address(java.net.SocketAddress address) {
        return address instanceof InetSocketAddress network
                ? Addresses.text(network)
                : String.valueOf(address);
    }
}
