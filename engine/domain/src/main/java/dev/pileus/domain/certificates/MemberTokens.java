package dev.pileus.domain.certificates;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.members.Newcomer;

/// Join tokens, by which the certificates of newcomers come to be trusted.
@FunctionalInterface
public interface MemberTokens {
    /// Binds a token to the newcomer: as long as that one is trusted, nobody else can use it.
    ///
    /// @throws dev.pileus.api.ApiException 403 if it does not fit, 409 if such a member is there:
    ///   the token is not used then
    Batch redeem(Reader reader, Newcomer newcomer, String secret);
}
