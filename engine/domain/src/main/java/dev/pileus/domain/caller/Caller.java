package dev.pileus.domain.caller;

import dev.pileus.api.Lifecycle.Requestor;
import java.util.Optional;

/// Who asks. Bound to the thread while a request, or the work that it started, runs; events tell of
/// it as the requestor.
///
/// @param username name of the local user, or fingerprint of the client's certificate
/// @param protocol `unix`, `tls` or `cluster`
/// @param address where the request came from; `@` for a unix socket
public record Caller(String username, String protocol, String address, Trust trust) {
    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /// Somebody on this host, through the unix socket.
    public static Caller local(String username) {
        return new Caller(username, "unix", "@", new Trust.Full());
    }

    public static Caller stranger(String address) {
        return new Caller("", "tls", address, new Trust.None());
    }

    /// Absent where the server acts by itself.
    public static Optional<Caller> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Does something in the name of this caller.
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public Requestor requestor() {
        return new Requestor(username, protocol, address);
    }

    public boolean isTrusted() {
        return !(trust instanceof Trust.None);
    }

    /// Whether what belongs to a project may be seen and changed.
    public boolean mayUse(String project) {
        return switch (trust) {
            case Trust.Full full -> true;
            case Trust.Member member -> true;
            case Trust.Restricted restricted -> restricted.projects().contains(project);
            case Trust.None none -> false;
        };
    }

    public boolean isUnrestricted() {
        return trust instanceof Trust.Full || trust instanceof Trust.Member;
    }
}
