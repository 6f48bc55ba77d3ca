package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.Instance;
import dev.pileus.api.InstanceSource;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.NewInstance;
import dev.pileus.database.Reader;
import dev.pileus.domain.members.Architecture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Works out what a new instance is to be, from what is wanted and what it is made from.
public final class Drafts {
    private static final List<String> DEFAULT_PROFILES = List.of("default");

    private final ImageSource images;
    private final Architecture architecture;
    private final Supplier<UUID> ids;
    private final RandomGenerator random;
    private final NicNames nics;

    /// Works for one server.
    ///
    /// @param architecture of instances that are made from nothing
    public Drafts(
            ImageSource images,
            Architecture architecture,
            Supplier<UUID> ids,
            RandomGenerator random) {
        this.images = images;
        this.architecture = architecture;
        this.ids = ids;
        this.random = random;
        this.nics = new NicNames(random);
    }

    /// Works it out; a name that is missing is made up.
    Draft of(Reader reader, String project, NewInstance wanted) {
        if (!wanted.type().equals(Instance.CONTAINER)) {
            throw new ApiException(
                    400,
                    "Instances of type \"%s\" are not supported by this server"
                            .formatted(wanted.type()));
        }
        if (wanted.stateful()) {
            throw new ApiException(400, "Stateful instances are not supported by this server");
        }
        var name = wanted.name().isEmpty() ? NamesMadeUp.next(random) : wanted.name();
        InstanceNames.check(name);
        return switch (wanted.source().type()) {
            case "image" -> fromImage(reader, project, name, wanted);
            case "copy" -> copy(reader, project, name, wanted);
            case "none" -> fromNothing(name, wanted);
            default ->
                    throw new ApiException(
                            400, "Unknown source type \"%s\"".formatted(wanted.source().type()));
        };
    }

    private Draft fromImage(Reader reader, String project, String name, NewInstance wanted) {
        var image =
                images.find(reader, project, wanted.source())
                        .orElseThrow(() -> unknownImage(wanted.source()));
        if (!image.type().equals(Instance.CONTAINER)) {
            throw new ApiException(400, "The image is not one of a container");
        }
        var config = new TreeMap<String, String>();
        image.properties().forEach((key, value) -> config.put("image." + key, value));
        config.putAll(wanted.config());
        config.put("volatile.base_image", image.fingerprint());
        var profiles =
                Optional.ofNullable(wanted.profiles())
                        .orElse(image.profiles().isEmpty() ? DEFAULT_PROFILES : image.profiles());
        var own = own(wanted, image.architecture(), config, wanted.devices(), profiles);
        return new Draft(name, own, Optional.of(image), Optional.empty(), "");
    }

    private static ApiException unknownImage(InstanceSource source) {
        if (!source.server().isEmpty()) {
            return new ApiException(
                    400, "Images of other servers have to be imported first (incus image copy)");
        }
        var name = source.alias().isEmpty() ? source.fingerprint() : source.alias();
        return name.isEmpty()
                ? new ApiException(400, "Image not provided for instance creation")
                : new ApiException(404, "Image \"%s\" not found".formatted(name));
    }

    private Draft fromNothing(String name, NewInstance wanted) {
        var word = wanted.architecture().isEmpty() ? architecture.word() : wanted.architecture();
        var profiles = Optional.ofNullable(wanted.profiles()).orElse(DEFAULT_PROFILES);
        var own = own(wanted, word, wanted.config(), wanted.devices(), profiles);
        return new Draft(name, own, Optional.empty(), Optional.empty(), "");
    }

    /// What the copy is not told otherwise it has from its original.
    private Draft copy(Reader reader, String project, String name, NewInstance wanted) {
        var source = wanted.source();
        var parts = source.source().split("/", 2);
        var home = source.project().isEmpty() ? project : source.project();
        var original = Instances.known(reader, home, parts[0]);
        var snapshot = parts.length > 1 ? parts[1] : "";
        var model =
                snapshot.isEmpty()
                        ? original.own()
                        : SnapshotsRepository.find(reader, original, snapshot)
                                .orElseThrow(
                                        () -> new ApiException(404, "Instance snapshot not found"))
                                .content();
        var config = new TreeMap<String, String>();
        model.config()
                .forEach((key, value) -> {
                    if (!key.startsWith("volatile.") || key.equals("volatile.base_image")) {
                        config.put(key, value);
                    }
                });
        config.putAll(wanted.config());
        var devices = new TreeMap<>(model.devices());
        devices.putAll(wanted.devices());
        var profiles = Optional.ofNullable(wanted.profiles()).orElse(model.profiles());
        var own = own(wanted, model.architecture(), config, devices, profiles);
        return new Draft(name, own, Optional.empty(), Optional.of(original), snapshot);
    }

    private InstanceUpdate own(
            NewInstance wanted,
            String word,
            Map<String, String> config,
            Map<String, Map<String, String>> devices,
            List<String> profiles) {
        var keys = new TreeMap<>(config);
        var id = ids.get().toString();
        keys.put("volatile.uuid", id);
        keys.put("volatile.uuid.generation", id);
        keys.putIfAbsent("volatile.idmap.base", "0");
        keys.values().removeIf(String::isEmpty);
        return new InstanceUpdate(
                word, keys, devices, wanted.ephemeral(), profiles, false, wanted.description(), "");
    }

    /// Hardware addresses for the interfaces that have none.
    Map<String, String> addresses(Map<String, Map<String, String>> devices) {
        return nics.addresses(Map.of(), devices);
    }
}
