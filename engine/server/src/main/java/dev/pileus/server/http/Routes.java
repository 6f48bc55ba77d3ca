package dev.pileus.server.http;

/// The paths of one feature.
@FunctionalInterface
public interface Routes {
    void addTo(RouteTable.Builder table);
}
