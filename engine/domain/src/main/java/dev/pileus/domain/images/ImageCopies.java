package dev.pileus.domain.images;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which members hold the files of which image: as many as `cluster.images_minimal_replica` says,
/// all of them when it says -1, and whoever has needed it. Safe for use by many threads.
public final class ImageCopies {
    private static final Logger LOG = LoggerFactory.getLogger(ImageCopies.class);
    private static final int EVERYWHERE = -1;

    private final Database database;
    private final ThisMember here;
    private final ImageFiles files;
    private final ImageMembers members;
    private final Settings settings;
    private final ImageLocks locks = new ImageLocks();
    private final AtomicBoolean repairing = new AtomicBoolean();

    /// Keeps the copies of one cluster.
    ///
    /// @param settings the cluster's
    public ImageCopies(
            Database database,
            ThisMember here,
            ImageFiles files,
            ImageMembers members,
            Settings settings) {
        this.database = database;
        this.here = here;
        this.files = files;
        this.members = members;
        this.settings = settings;
    }

    /// Puts what has come in among this member's files; the work notes it in the database. If it
    /// fails, the files go again, unless somebody else has use for them.
    void keep(Parcel parcel, String fingerprint, Runnable noting) {
        locks.with(
                fingerprint,
                () -> {
                    if (!files.has(fingerprint)) {
                        files.keep(parcel, fingerprint);
                    }
                    try {
                        noting.run();
                    } catch (RuntimeException e) {
                        deleteUnlessUsed(fingerprint);
                        throw e;
                    }
                });
    }

    /// Sees to it that this member has the files of an image that the database knows; takes them
    /// from another member where it has not.
    ///
    /// @throws ApiException 404 when no member that can be reached has it
    public void demandHere(String fingerprint) {
        locks.with(
                fingerprint,
                () -> {
                    var holders = database.readLatest(ImageCopies::holders).get(fingerprint);
                    if (holders == null) {
                        throw new ApiException(404, "Image not found");
                    }
                    if (!files.has(fingerprint)) {
                        fetch(fingerprint, holders);
                    }
                    if (!holders.contains(here.id())) {
                        database.decide(reader ->
                                new Decision<>(
                                        ImagesRepository.arrived(fingerprint, here.id()),
                                        fingerprint));
                    }
                });
    }

    private void fetch(String fingerprint, Set<Long> holders) {
        var faults = new ArrayList<String>();
        for (var member : members.online()) {
            if (holders.contains(member.id())) {
                try {
                    take(member, fingerprint);
                    return;
                } catch (ApiException e) {
                    faults.add(member.name() + ": " + e.text());
                }
            }
        }
        throw new ApiException(
                404,
                "Image \"%s\" lies on no member that can be reached%s"
                        .formatted(
                                fingerprint,
                                faults.isEmpty() ? "" : " (" + String.join("; ", faults) + ")"));
    }

    private void take(Member from, String fingerprint) {
        var parcel = files.expect();
        try {
            var filled = members.take(from, fingerprint, parcel);
            var came = files.fingerprint(filled);
            if (!came.equals(fingerprint)) {
                throw new ApiException(
                        500,
                        "fingerprints don't match, got %s expected %s"
                                .formatted(came, fingerprint));
            }
            files.keep(filled, fingerprint);
        } finally {
            files.giveUp(parcel);
        }
    }

    /// Gives a new image to as many members as shall have it. Whom it does not reach gets it later,
    /// from [#repair].
    ///
    /// @param progress takes a text for people from time to time
    void spread(String fingerprint, Consumer<String> progress) {
        copy(
                fingerprint,
                missing(Set.of(fingerprint)).getOrDefault(fingerprint, List.of()),
                progress);
    }

    /// Gives every image that too few members have to more of them: after joins and removals, and
    /// when somebody was away. The leader's work; returns at once.
    public void repair() {
        if (repairing.compareAndSet(false, true)) {
            var ignored =
                    Thread.ofVirtual()
                            .name("image-copies")
                            .start(() -> {
                                try {
                                    missing(Set.of())
                                            .forEach((image, lacking) ->
                                                    copy(image, lacking, text -> {}));
                                } catch (RuntimeException e) {
                                    LOG.warn("Cannot look after images: {}", e.getMessage());
                                } finally {
                                    repairing.set(false);
                                }
                            });
        }
    }

    /// Gives away what only one member has that is about to leave.
    public void rescue(Member leaving) {
        var heirs =
                members.online().stream().filter(member -> member.id() != leaving.id()).toList();
        database.readLatest(ImageCopies::holders)
                .forEach((fingerprint, holders) -> {
                    if (holders.equals(Set.of(leaving.id()))) {
                        if (leaving.id() != here.id()) {
                            copyHere(fingerprint);
                        } else if (!heirs.isEmpty()) {
                            copy(fingerprint, List.of(heirs.getFirst()), text -> {});
                        }
                    }
                });
    }

    private void copy(String fingerprint, List<Member> targets, Consumer<String> progress) {
        for (var member : targets) {
            progress.accept("Copying the image to " + member.name());
            if (member.id() == here.id()) {
                copyHere(fingerprint);
                continue;
            }
            try {
                members.haveFetched(member, fingerprint);
            } catch (ApiException e) {
                LOG.warn("Cannot copy image {} to {}: {}", fingerprint, member.name(), e.text());
            }
        }
    }

    private void copyHere(String fingerprint) {
        try {
            demandHere(fingerprint);
        } catch (ApiException e) {
            LOG.warn("Cannot copy image {} to this member: {}", fingerprint, e.text());
        }
    }

    /// The members that shall get a copy, those with the fewest images first.
    ///
    /// @param only empty: of all images
    private Map<String, List<Member>> missing(Set<String> only) {
        var present = present();
        var wanted = settings.number("cluster.images_minimal_replica");
        var missing = new TreeMap<String, List<Member>>();
        var holders = database.readLatest(ImageCopies::holders);
        holders.forEach((fingerprint, having) -> {
            var lacking =
                    wanted == EVERYWHERE ? present.size() : Math.max(0, wanted - having.size());
            var chosen =
                    present.stream()
                            .filter(member -> !having.contains(member.id()))
                            .sorted(Comparator.comparingLong(member -> load(holders, member)))
                            .limit(lacking)
                            .toList();
            if (!chosen.isEmpty() && (only.isEmpty() || only.contains(fingerprint))) {
                missing.put(fingerprint, chosen);
            }
        });
        return missing;
    }

    private static long load(Map<String, Set<Long>> holders, Member member) {
        return holders.values().stream().filter(having -> having.contains(member.id())).count();
    }

    private List<Member> present() {
        var present = new ArrayList<>(members.online());
        database.read(MembersReader::all).stream()
                .filter(member -> member.id() == here.id())
                .forEach(present::add);
        present.sort(Comparator.comparingLong(Member::id));
        return present;
    }

    /// The files of an image that is there no more; also those on other members. Who is away
    /// forgets at its next start.
    void forgetEverywhere(StoredImage image) {
        forget(image.fingerprint());
        for (var member : members.online()) {
            if (image.members().contains(member.id())) {
                try {
                    members.haveForgotten(member, image.fingerprint());
                } catch (ApiException e) {
                    LOG.warn(
                            "Image {} stays on {}: {}",
                            image.fingerprint(),
                            member.name(),
                            e.text());
                }
            }
        }
    }

    /// Deletes this member's files of an image, unless there is still such an image.
    public void forget(String fingerprint) {
        locks.with(fingerprint, () -> deleteUnlessUsed(fingerprint));
    }

    private void deleteUnlessUsed(String fingerprint) {
        var holders = database.readLatest(ImageCopies::holders);
        if (!holders.getOrDefault(fingerprint, Set.of()).contains(here.id())) {
            files.delete(fingerprint);
        }
    }

    /// Deletes the files of images that were deleted while this member was away; to be called once,
    /// at the start.
    public void tidy() {
        files.fingerprints().forEach(this::forget);
    }

    /// Deletes everything: this member leaves the cluster.
    void leave() {
        files.fingerprints().forEach(files::delete);
    }

    /// Fingerprint to the rows of the members that hold it.
    static Map<String, Set<Long>> holders(Reader reader) {
        var holders = new HashMap<String, Set<Long>>();
        ImagesRepository.all(reader)
                .forEach(image ->
                        holders.computeIfAbsent(image.fingerprint(), key -> new HashSet<>())
                                .addAll(image.members()));
        return holders;
    }
}
