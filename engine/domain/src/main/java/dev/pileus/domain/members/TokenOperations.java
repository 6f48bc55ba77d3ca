package dev.pileus.domain.members;

import dev.pileus.api.JoinToken;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.util.List;

/// Join tokens are operations of class `token` (CONTRACT 8.4), kept in the cluster's database: they
/// outlive a restart of the member that issued them.
public interface TokenOperations {
    /// Tokens that have neither been used nor revoked; also expired ones.
    List<Open> open(Reader reader);

    /// A new operation that runs until its token is used, revoked or expired.
    New start(Reader reader, JoinToken token);

    /// The token is used or revoked.
    Batch cancel(Reader reader, Open token);

    /// An open token and its operation.
    record Open(String operation, JoinToken token) {}

    /// What stores the operation, and how it is shown.
    record New(Batch batch, Operation operation) {}
}
