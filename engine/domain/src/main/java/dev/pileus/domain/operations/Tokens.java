package dev.pileus.domain.operations;

import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.events.EventHub;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Token operations. Storing and ending them are statements for the decision that they belong to,
/// so that a token is used up in the same write in which it trusts somebody. Safe for use by many
/// threads.
public final class Tokens {
    private record Ended(Token token, Instant at) {}

    private final ThisMember here;
    private final EventHub events;
    private final InstantSource time;
    private final Supplier<UUID> ids;
    private final Map<String, Ended> ended = new ConcurrentHashMap<>();

    public Tokens(ThisMember here, EventHub events, InstantSource time, Supplier<UUID> ids) {
        this.here = here;
        this.events = events;
        this.time = time;
        this.ids = ids;
    }

    /// A token that is not stored yet.
    public Token draft(
            String description, Map<String, List<String>> resources, Map<String, ?> metadata) {
        var values = new TreeMap<String, JsonNode>();
        metadata.forEach((key, value) -> values.put(key, Json.mapper().valueToTree(value)));
        return new Token(
                ids.get().toString(), description, time.instant(), here.name(), resources, values);
    }

    public Batch store(Token token) {
        return OperationsRepository.note(here.id(), token);
    }

    /// Keeps its new metadata; the write is undone if it has ended meanwhile.
    public Batch update(Token token) {
        return OperationsRepository.update(token);
    }

    /// All that wait, from all members, the oldest first.
    public List<Token> open(Reader reader) {
        return OperationsRepository.tokens(reader);
    }

    /// It is used, revoked or expired; the write is undone if somebody else was faster.
    public Batch end(Token token) {
        return OperationsRepository.use(token.id());
    }

    /// To be called when the write that stores it is done.
    public void tellStarted(Token token) {
        events.tell(token.running(), "");
    }

    /// To be called when the write that ends it is done.
    public void tellEnded(Token token) {
        var at = time.instant();
        ended.put(token.id(), new Ended(token, at));
        events.tell(token.cancelled(at), "");
    }

    /// Those that have ended here since then.
    List<Operation> endedSince(Instant moment) {
        ended.values().removeIf(end -> end.at.isBefore(moment));
        return ended.values().stream().map(end -> end.token.cancelled(end.at)).toList();
    }
}
