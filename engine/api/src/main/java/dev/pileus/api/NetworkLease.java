package dev.pileus.api;

/// One of `GET /1.0/networks/NAME/leases`: an address that a network has given to somebody.
///
/// @param type `dynamic`, `static` or `gateway`
/// @param location the member that gave it
public record NetworkLease(
        String hostname, String hwaddr, String address, String type, String location) {
    public static final String DYNAMIC = "dynamic";

    public NetworkLease {
        hostname = Absent.text(hostname);
        hwaddr = Absent.text(hwaddr);
        address = Absent.text(address);
        type = Absent.text(type);
        location = Absent.text(location);
    }
}
