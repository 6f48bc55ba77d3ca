package dev.pileus.database.raft;

import dev.pileus.database.Example;
import dev.pileus.database.raft.wire.PeerChannel;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One member in a process of its own, which may be killed. Obeys lines on its input: `assign`,
/// `write`, `dump`; tells on its output what was acknowledged.
public final class MemberProgram {
    /// Three Java machines that start at a time keep a small computer busy.
    private static final RaftTiming PATIENT =
            new RaftTiming(
                    TestGroup.TIMING.electionMin(),
                    TestGroup.TIMING.electionMax(),
                    Duration.ofSeconds(45));

    private static final Set<Long> ALL = Set.of(1L, 2L, 3L);

    private final Path base;
    private final long member;
    private final PrintStream out;

    private MemberProgram(Path base, long member, PrintStream out) {
        this.base = base;
        this.member = member;
        this.out = out;
    }

    /// Runs until its input ends.
    ///
    /// @param arguments a folder for all members, this one's id, and `form`, `reopen` or the group
    ///   to join
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new MemberProgram(Path.of(arguments[0]), Long.parseLong(arguments[1]), out)
                .run(arguments[2]);
    }

    private void run(String beginning) throws IOException {
        var database = open(beginning);
        listen(database);
        out.println("ready " + database.group());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            switch (line) {
                case "assign" -> {
                    database.assign(
                            ALL.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Function.identity(), id -> RaftRole.VOTER)));
                    out.println("assigned");
                }
                case "write" -> write(database);
                case "dump" -> out.println("dump " + ids(database));
                default -> throw new IllegalArgumentException(line);
            }
        }
        database.close();
    }

    private ReplicatedDatabase open(String beginning) {
        return switch (beginning) {
            case "form" -> ReplicatedDatabase.form(settings());
            case "reopen" -> ReplicatedDatabase.reopen(settings());
            default -> ReplicatedDatabase.join(settings(), UUID.fromString(beginning));
        };
    }

    private void write(ReplicatedDatabase database) {
        // every start writes ids of its own
        var first = System.nanoTime() & ~0xfffffffL;
        var stream = WriteStream.start(8, first, () -> database);
        stream.onAcknowledged(id -> out.println("ack " + id));
    }

    private static String ids(ReplicatedDatabase database) {
        List<String> ids =
                database.readLatest(reader ->
                        reader.select("SELECT id FROM members ORDER BY id")
                                .list(row -> Long.toString(row.number("id"))));
        return String.join(",", ids);
    }

    private void listen(ReplicatedDatabase database) throws IOException {
        var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var fresh = base.resolve("port-" + member + ".new");
        Files.writeString(fresh, Integer.toString(listener.getLocalPort()));
        Files.move(fresh, port(member), StandardCopyOption.ATOMIC_MOVE);
        Thread.ofVirtual().start(() -> accept(listener, database));
    }

    private static void accept(ServerSocket listener, ReplicatedDatabase database) {
        try {
            while (true) {
                var socket = listener.accept();
                var from = new DataInputStream(socket.getInputStream()).readLong();
                database.accept(from, new TcpChannel(socket));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private PeerChannel connect(long to) throws IOException {
        var port = Integer.parseInt(Files.readString(port(to)));
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        new DataOutputStream(socket.getOutputStream()).writeLong(member);
        return new TcpChannel(socket);
    }

    private Path port(long id) {
        return base.resolve("port-" + id);
    }

    private RaftSettings settings() {
        return new RaftSettings(
                member,
                base.resolve("member" + member),
                Example.SCHEMA,
                this::connect,
                new PeerBook() {
                    @Override
                    public Set<Long> members() {
                        return ALL;
                    }

                    @Override
                    public Set<Long> databaseMembers() {
                        return ALL;
                    }
                },
                PATIENT,
                new SecureRandom(),
                new LogKeeping(500, 50, 16 << 10));
    }
}
