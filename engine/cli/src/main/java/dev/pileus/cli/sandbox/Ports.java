package dev.pileus.cli.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports of the loopback interface.
final class Ports {
    private Ports() {}

    static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            // a port whose last connections are still closing is free for a server
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
