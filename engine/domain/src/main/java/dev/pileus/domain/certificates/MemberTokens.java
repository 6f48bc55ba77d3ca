package dev.pileus.domain.certificates;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;

/// Join tokens, by which the certificates of newcomers come to be trusted.
@FunctionalInterface
public interface MemberTokens {
    /// Uses a token up.
    ///
    /// @param address where the newcomer will live; may be empty
    /// @throws dev.pileus.api.ApiException 403 if it does not fit, 409 if such a member is there:
    ///   the token is not used then
    Batch redeem(Reader reader, String name, String address, String secret);
}
