package dev.pileus.client;

import dev.pileus.api.JoinToken;
import dev.pileus.api.Operation;
import java.util.List;
import java.util.Map;

/// Tokens with which servers may join the cluster. They live in the memory of the member that
/// issued them, as operations.
public final class JoinTokenCalls {
    private final Calls calls;

    JoinTokenCalls(Calls calls) {
        this.calls = calls;
    }

    /// Issues a token; an older one for the same name ends.
    ///
    /// @param memberName the name under which the server will join
    public JoinToken create(String memberName) {
        if (memberName.isBlank()) {
            throw new IllegalArgumentException("A member needs a name");
        }
        var request =
                Request.of("POST", "cluster", "members").body(Map.of("server_name", memberName));
        var answer = calls.send(request);
        return Tokens.join(answer.as(Operation.class))
                .orElseThrow(() -> answer.failed(new Failure.Unreadable("no token in the answer")));
    }

    /// The open ones.
    public List<JoinToken> list() {
        return open().stream().flatMap(operation -> Tokens.join(operation).stream()).toList();
    }

    /// Ends the open tokens for a member name.
    ///
    /// @return whether there was one
    public boolean revoke(String memberName) {
        var found =
                open().stream()
                        .filter(operation -> operation.text(Tokens.MEMBER).equals(memberName))
                        .toList();
        found.forEach(operation -> new OperationCalls(calls).cancel(operation.id()));
        return !found.isEmpty();
    }

    private List<Operation> open() {
        return Tokens.openJoins(new OperationCalls(calls).list());
    }
}
