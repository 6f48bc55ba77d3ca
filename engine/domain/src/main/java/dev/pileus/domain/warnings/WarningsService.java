package dev.pileus.domain.warnings;

import dev.pileus.api.ApiException;
import dev.pileus.api.Warning;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Warnings (CONTRACT 18). Refusals are [ApiException]s. Safe for use by many threads.
public final class WarningsService {
    /// How long a resolved warning can still be looked at.
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final EventHub events;

    public WarningsService(
            Database database, InstantSource clock, Supplier<UUID> ids, EventHub events) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    public List<Warning> list() {
        return database.read(reader ->
                WarningsRepository.all(reader).stream()
                        .map(WarningsRepository.Stored::shown)
                        .toList());
    }

    public Warning get(String uuid) {
        return database.read(reader -> known(reader, uuid).shown());
    }

    /// Warns, or notes that it was seen once more. What was resolved is new again; what was
    /// acknowledged stays so.
    public void raise(Subject subject, String message) {
        var now = clock.instant();
        var uuid = ids.get().toString();
        database.decide(reader ->
                new Decision<>(
                        WarningsRepository.find(reader, subject)
                                .map(warning ->
                                        WarningsRepository.seenAgain(
                                                warning,
                                                warning.status() == Status.RESOLVED
                                                        ? Status.NEW
                                                        : warning.status(),
                                                message,
                                                now))
                                .orElseGet(() ->
                                        WarningsRepository.insert(uuid, subject, message, now)),
                        ""));
    }

    /// Notes that there is nothing to warn of any more, whoever had noticed it.
    public void resolve(WarningType type, String entityUrl) {
        var now = clock.instant();
        database.decide(reader -> {
            var batch = Batch.builder();
            WarningsRepository.all(reader).stream()
                    .filter(warning -> warning.status() != Status.RESOLVED)
                    .filter(warning ->
                            warning.shown().type().equals(type.title())
                                    && warning.shown().entityUrl().equals(entityUrl))
                    .forEach(warning ->
                            batch.add(WarningsRepository.status(warning, Status.RESOLVED, now)));
            return new Decision<>(batch.build(), "");
        });
    }

    /// What is warned of at present: URLs of the objects concerned.
    List<String> unresolved(WarningType type) {
        return list().stream()
                .filter(warning -> warning.type().equals(type.title()))
                .filter(warning -> !warning.status().equals(Status.RESOLVED.word()))
                .map(Warning::entityUrl)
                .distinct()
                .toList();
    }

    /// What an admin says of it.
    ///
    /// @param status `acknowledged` or `new`
    public void setStatus(String uuid, String status) {
        var wanted = Status.settable(status);
        var now = clock.instant();
        database.decide(reader ->
                new Decision<>(WarningsRepository.status(known(reader, uuid), wanted, now), ""));
        tell(wanted == Status.NEW ? "warning-reset" : "warning-acknowledged", uuid);
    }

    public void delete(String uuid) {
        database.decide(reader ->
                new Decision<>(
                        WarningsRepository.delete(List.of(known(reader, uuid).shown().uuid())),
                        ""));
        tell("warning-deleted", uuid);
    }

    private void tell(String action, String uuid) {
        events.tell(Happening.of(action, Urls.of("warnings", uuid)));
    }

    /// Forgets what has been resolved for a day. To be called now and then.
    public void forgetResolved() {
        if (!database.read(this::outdated).isEmpty()) {
            database.decide(
                    reader -> new Decision<>(WarningsRepository.delete(outdated(reader)), ""));
        }
    }

    private List<String> outdated(Reader reader) {
        var before = clock.instant().minus(MEMORY);
        return WarningsRepository.all(reader).stream()
                .filter(warning ->
                        warning.status() == Status.RESOLVED && warning.updated().isBefore(before))
                .map(warning -> warning.shown().uuid())
                .toList();
    }

    private static WarningsRepository.Stored known(Reader reader, String uuid) {
        return WarningsRepository.find(reader, uuid)
                .orElseThrow(() -> new ApiException(404, "Warning not found"));
    }
}
