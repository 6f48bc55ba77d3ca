package dev.pileus.domain.images;

import dev.pileus.api.ApiException;
import dev.pileus.api.ImageAlias;
import dev.pileus.api.ImageAliasUpdate;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import java.util.List;
import java.util.function.UnaryOperator;

/// Names for images (CONTRACT 17). Each call names the project somebody works in; which project
/// owns its images is found here. Refusals are [ApiException]s. Safe for use by many threads.
public final class ImageAliasesService {
    private final Database database;
    private final EventHub events;

    public ImageAliasesService(Database database, EventHub events) {
        this.database = database;
        this.events = events;
    }

    /// By name.
    public List<ImageAlias> list(String project) {
        return database.read(reader ->
                AliasesRepository.all(reader, ImageSelection.owner(reader, project)).stream()
                        .map(AliasesRepository.Stored::alias)
                        .toList());
    }

    public ImageAlias get(String project, String name) {
        return database.read(
                reader -> known(reader, ImageSelection.owner(reader, project), name).alias());
    }

    public void create(String project, ImageAlias wanted) {
        checkName(wanted.name());
        var owner =
                database.decide(reader -> {
                    var home = ImageSelection.owner(reader, project);
                    demandFree(reader, home, wanted.name());
                    var target = target(reader, project, wanted.target());
                    return new Decision<>(
                            AliasesRepository.insert(
                                    home,
                                    target.fingerprint(),
                                    wanted.name(),
                                    wanted.description()),
                            home);
                });
        events.tell(happening("image-alias-created", owner, wanted.name()));
    }

    /// Changes target and description.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(String project, String name, UnaryOperator<ImageAliasUpdate> edit) {
        var owner =
                database.decide(reader -> {
                    var home = ImageSelection.owner(reader, project);
                    var alias = known(reader, home, name);
                    var wanted = edit.apply(alias.alias().writable());
                    var target = target(reader, project, wanted.target());
                    return new Decision<>(
                            AliasesRepository.update(alias, target, wanted.description()), home);
                });
        events.tell(happening("image-alias-updated", owner, name));
    }

    public void rename(String project, String name, String newName) {
        checkName(newName);
        var owner =
                database.decide(reader -> {
                    var home = ImageSelection.owner(reader, project);
                    var alias = known(reader, home, name);
                    demandFree(reader, home, newName);
                    return new Decision<>(AliasesRepository.rename(alias, newName), home);
                });
        events.tell(happening("image-alias-renamed", owner, newName).with("old_name", name));
    }

    public void delete(String project, String name) {
        var owner =
                database.decide(reader -> {
                    var home = ImageSelection.owner(reader, project);
                    return new Decision<>(
                            AliasesRepository.delete(known(reader, home, name)), home);
                });
        events.tell(happening("image-alias-deleted", owner, name));
    }

    static void demandFree(Reader reader, String owner, String name) {
        if (AliasesRepository.find(reader, owner, name).isPresent()) {
            throw new ApiException(409, "Alias \"%s\" already exists".formatted(name));
        }
    }

    static void checkName(String name) {
        if (name.isBlank()) {
            throw new ApiException(400, "Alias name can't be empty");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new ApiException(400, "Invalid alias name \"%s\"".formatted(name.strip()));
        }
    }

    private static StoredImage target(Reader reader, String project, String prefix) {
        return ImageSelection.find(ImageSelection.in(reader, project), prefix)
                .orElseThrow(() -> new ApiException(404, "Image not found"));
    }

    private static AliasesRepository.Stored known(Reader reader, String owner, String name) {
        return AliasesRepository.find(reader, owner, name)
                .orElseThrow(() -> new ApiException(404, "Image alias not found"));
    }

    static Happening happening(String action, String owner, String alias) {
        return Happening.of(action, Urls.in(owner, "images", "aliases", alias)).in(owner);
    }
}
