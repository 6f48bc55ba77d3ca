package dev.pileus.domain.certificates;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;

/// Join tokens, by which the certificates of newcomers come to be trusted.
@FunctionalInterface
public interface MemberTokens {
    /// Uses a token up.
    ///
    /// @throws dev.pileus.api.ApiException 403 if it does not fit
    Batch redeem(Reader reader, String name, String secret);
}
