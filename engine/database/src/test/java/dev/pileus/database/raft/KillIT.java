package dev.pileus.database.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes are killed (SIGKILL) while eight threads write.
class KillIT {
    @TempDir Path folder;

    private final Map<Long, Member> members = new HashMap<>();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

    @AfterEach
    void end() throws Exception {
        for (var member : members.values()) {
            member.kill();
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenMembersAreKilled() throws Exception {
        var group = start(1, "form").expect("ready ");
        start(2, group).expect("ready ");
        start(3, group).expect("ready ");
        member(1).tell("assign").expect("assigned");

        // the leader, while another member writes
        member(2).tell("write");
        awaitMore();
        restart(1);
        awaitMore();
        // whoever writes
        restart(2);
        member(1).tell("write");
        awaitMore();
        // all at once
        for (var member : members.values()) {
            member.kill();
        }
        for (var id : List.of(1L, 2L, 3L)) {
            start(id, "reopen").expect("ready ");
        }
        var dumps =
                members.values().stream()
                        .map(member -> ids(member.tell("dump").expect("dump ")))
                        .toList();
        assertThat(dumps.get(0)).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(dumps.get(1)).isEqualTo(dumps.get(0));
        assertThat(dumps.get(2)).isEqualTo(dumps.get(0));
    }

    private void restart(long id) throws Exception {
        member(id).kill();
        start(id, "reopen").expect("ready ");
    }

    private void awaitMore() {
        var before = acknowledged.size();
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > before + 200);
    }

    private Member member(long id) {
        return Objects.requireNonNull(members.get(id));
    }

    private Member start(long id, String beginning) throws IOException {
        var member = new Member(folder, id, beginning, acknowledged);
        members.put(id, member);
        return member;
    }

    private static Collection<Long> ids(String dump) {
        return Stream.of(dump.split(",", -1)).map(Long::valueOf).toList();
    }

    private static final class Member {
        private final Process process;
        private final PrintStream in;
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final Thread reader;

        Member(Path folder, long id, String beginning, Set<Long> acknowledged) throws IOException {
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-Xmx128m",
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    MemberProgram.class.getName(),
                                    folder.toString(),
                                    Long.toString(id),
                                    beginning)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            reader = Thread.ofVirtual().start(() -> read(acknowledged));
        }

        Member tell(String line) {
            in.println(line);
            return this;
        }

        String expect(String beginning) {
            try {
                var answer = answers.poll(60, TimeUnit.SECONDS);
                assertThat(answer).startsWith(beginning);
                return answer.substring(beginning.length());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /// What was said before the end is read to the end.
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
            reader.join();
        }

        private void read(Set<Long> acknowledged) {
            try (var out =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith("ack ")) {
                        acknowledged.add(Long.valueOf(line.substring(4)));
                    } else {
                        answers.add(line);
                    }
                }
            } catch (IOException | NumberFormatException e) {
                // killed in the middle of a line
            }
        }
    }
}
