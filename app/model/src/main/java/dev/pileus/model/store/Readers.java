package dev.pileus.model.store;

import dev.pileus.model.store.UnreadPart.Part;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What reads the parts, each at its own pace and on its own thread, so that a part that hangs or
/// fails holds up no other.
final class Readers implements AutoCloseable {
    private static final Duration NEVER = Duration.ofDays(365);

    private final ClusterSource source;
    private final Board board;
    private final Intervals intervals;
    private final LinkWatch link;
    private final MemberBook members = new MemberBook();
    private final OperationBook operations;
    private final InstanceReader instances;
    private final Map<Part, Repeater> parts = new EnumMap<>(Part.class);
    private final Repeater load;
    private final Repeater loadNews;
    private final Set<Part> unread = ConcurrentHashMap.newKeySet();
    private final CountDownLatch firstRound = new CountDownLatch(Part.values().length);

    Readers(
            ClusterSource source,
            Board board,
            Intervals intervals,
            LinkWatch link,
            OperationBook operations,
            InstanceReader instances) {
        this.source = source;
        this.board = board;
        this.intervals = intervals;
        this.link = link;
        this.operations = operations;
        this.instances = instances;
        loadNews =
                new Repeater(
                        "load-news",
                        NEVER,
                        intervals.gap(),
                        () -> board.change(draft -> draft.members(members.images())));
        var watch = new LoadWatch(source, board, members, intervals.loadPatience(), loadNews::ask);
        load = new Repeater("load", intervals.load(), intervals.gap(), watch::ask);
        addParts();
    }

    private void addParts() {
        add(Part.SERVER, this::readServer);
        add(Part.MEMBERS, intervals.members(), this::readMembers, link::unreadable);
        add(Part.INSTANCES, intervals.instances(), instances::read, (draft, trouble) -> {});
        add(Part.OPERATIONS, this::readOperations);
        add(
                Part.GROUPS,
                () -> {
                    var groups = source.groups();
                    return draft -> draft.groups(groups);
                });
        add(
                Part.WARNINGS,
                () -> {
                    var warnings = source.warnings();
                    return draft -> draft.warnings(warnings);
                });
        add(
                Part.CERTIFICATES,
                () -> {
                    var certificates = source.certificates();
                    return draft -> draft.certificates(certificates);
                });
    }

    private void add(Part part, Supplier<Consumer<Draft>> read) {
        add(part, intervals.rest(), read, (draft, trouble) -> {});
    }

    private void add(
            Part part,
            Duration interval,
            Supplier<Consumer<Draft>> read,
            BiConsumer<Draft, Trouble> failed) {
        var reader = new PartReader(board, part, read, failed, () -> attempted(part));
        unread.add(part);
        parts.put(part, new Repeater(part.name(), interval, intervals.gap(), reader));
    }

    private void attempted(Part part) {
        if (unread.remove(part)) {
            firstRound.countDown();
        }
    }

    private Consumer<Draft> readServer() {
        var server = source.server();
        var cluster = source.cluster();
        return draft -> {
            draft.server(server);
            draft.cluster(cluster);
        };
    }

    private Consumer<Draft> readMembers() {
        // the first list of the instances is read at the same moment
        var first = unread.contains(Part.MEMBERS);
        var turned = members.seen(source.members(), board.time().instant());
        if (turned) {
            if (!first) {
                // an instance's status follows that of its member
                askAllInstances();
            }
            load.ask();
        }
        if (board.image().link() instanceof Link.Interrupted) {
            askAll();
        }
        return draft -> {
            draft.members(members.images());
            link.readable(draft);
        };
    }

    private Consumer<Draft> readOperations() {
        var asked = board.time().instant();
        var listed = source.operations();
        operations.listed(listed, asked, board.time().instant());
        return draft -> draft.operations(operations.operations(board.time().instant()));
    }

    void start() {
        parts.values().forEach(Repeater::start);
        load.start();
        loadNews.start();
    }

    void ask(Part part) {
        var reader = parts.get(part);
        if (reader != null) {
            reader.ask();
        }
    }

    void askAll() {
        instances.nameAll();
        parts.values().forEach(Repeater::ask);
        load.ask();
    }

    private void askAllInstances() {
        instances.nameAll();
        ask(Part.INSTANCES);
    }

    /// Whether every part was read, or could not be read, within that time.
    boolean awaitFirst(Duration limit) throws InterruptedException {
        return firstRound.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        parts.values().forEach(Repeater::close);
        load.close();
        loadNews.close();
    }
}
