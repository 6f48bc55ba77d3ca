package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.StockClients;
import dev.pileus.testkit.StockHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the stock clients do inside of a container of a server on its own.
@StockClients
@RealContainers
class ReachingIT {
    @TempDir static Path folder;
    private static LoneServer server;
    private static StockHome home;

    @BeforeAll
    static void launch() throws IOException {
        server = LoneServer.start(folder);
        home = server.home();
        incus("launch", "busybox", "c1", "-q");
    }

    @AfterAll
    static void stop() {
        incus("delete", "c1", "--force");
        server.close();
    }

    @AfterEach
    void nothingIsLeft() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(ProcessHandle.current().children())
                            .filteredOn(child -> child.info().command().orElse("").contains("lxc-"))
                            .isEmpty();
                    assertThat(Thread.getAllStackTraces().keySet())
                            .extracting(Thread::getName)
                            .noneMatch(
                                    name -> name.equals("output") || name.startsWith("process-"));
                });
    }

    @Test
    void runsCommands() {
        var ended = exec("sh", "-c", "echo out; echo err >&2; exit 3");
        assertThat(ended.output()).isEqualTo("out\n");
        assertThat(ended.errors()).isEqualTo("err\n");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(exec("sh", "-c", "kill -9 $$").exitCode()).isEqualTo(137);
        // more than sockets hold
        assertThat(exec("sh", "-c", "yes | head -c 20000000").output()).hasSize(20_000_000);
        assertThat(exec("nope").exitCode()).isEqualTo(127);
        assertThat(exec("/etc/passwd").exitCode()).isEqualTo(126);
        assertThat(lxc("exec", "c1", "ls", "/")).contains("bin", "etc", "proc");
    }

    @Test
    void carriesWhatGoesInAndComesOut() {
        var much = "0123456789abcdef".repeat(1 << 16);
        var ended = home.incus("exec", "c1", "--", "cat").reading(much).run();
        assertThat(ended.output()).isEqualTo(much);
    }

    @Test
    void runsThemAsWhomAndWhereItIsTold() {
        var told =
                incus(
                        "exec",
                        "c1",
                        "--user",
                        "5",
                        "--group",
                        "6",
                        "--cwd",
                        "/tmp",
                        "--env",
                        "A=b c",
                        "--",
                        "sh",
                        "-c",
                        "id -u; id -g; pwd; echo $A");
        assertThat(told).isEqualTo("5\n6\n/tmp\nb c");
        assertThat(incus("exec", "c1", "--", "sh", "-c", "echo $HOME $USER; pwd"))
                .isEqualTo("/root root\n/");
    }

    @Test
    void givesATerminal() {
        var told = onTerminal("incus exec c1 -t -- sh -c 'tty; stty size; exit 7'");
        assertThat(told.output()).contains("/dev/pts/", "31 91");
        assertThat(told.exitCode()).isEqualTo(7);
    }

    @Test
    void endsWhatAClientLeaves() {
        var abandoned =
                home.incus("exec", "c1", "--", "sh", "-c", "sleep 4321")
                        .within(Duration.ofSeconds(2));
        assertThat(catchThrowable(abandoned::run)).isNotNull();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(exec("ps").output()).doesNotContain("sleep 4321"));
    }

    @Test
    void recordsOutput() {
        incus(
                "query",
                "-X",
                "POST",
                "--wait",
                "-d",
                "{\"command\":[\"sh\",\"-c\",\"echo o; echo e >&2\"],\"record-output\":true}",
                "/1.0/instances/c1/exec");
        var files = incus("query", "/1.0/instances/c1/logs/exec-output");
        assertThat(files).contains(".stdout", ".stderr");
        var file = files.replaceFirst("(?s).*\"(/1.0/[^\"]*stdout)\".*", "$1");
        assertThat(incus("query", "--raw", file)).isEqualTo("o");
        incus("query", "-X", "DELETE", file);
        assertThat(incus("query", "/1.0/instances/c1/logs/exec-output")).doesNotContain(".stdout");
    }

    @Test
    void pushesPullsAndDeletesFiles() throws IOException {
        var here = Files.writeString(folder.resolve("motd"), "hello");
        incus(
                "file",
                "push",
                here.toString(),
                "c1/new/dir/motd",
                "-p",
                "--uid",
                "5",
                "--mode",
                "0640");
        assertThat(incus("exec", "c1", "--", "ls", "-ln", "/new/dir"))
                .contains("-rw-r-----", " 5 ");
        assertThat(incus("file", "pull", "c1/new/dir/motd", "-")).isEqualTo("hello");
        var copy = Files.createDirectories(folder.resolve("copy"));
        incus("file", "pull", "-r", "c1/new", copy.toString());
        assertThat(copy.resolve("new/dir/motd")).hasContent("hello");
        incus("file", "push", "-r", copy.resolve("new").toString(), "c1/tmp/");
        assertThat(incus("exec", "c1", "--", "cat", "/tmp/new/dir/motd")).isEqualTo("hello");
        home.incus("file", "edit", "c1/new/dir/motd").reading("edited").output();
        assertThat(lxc("file", "pull", "c1/new/dir/motd", "-")).isEqualTo("edited");
        incus("file", "create", "c1/tmp/link", "/etc/passwd", "--type", "symlink");
        assertThat(incus("exec", "c1", "--", "sh", "-c", "readlink /tmp/link"))
                .isEqualTo("/etc/passwd");
        lxc("file", "push", here.toString(), "c1/new/dir/motd2");
        lxc("file", "delete", "c1/new/dir/motd2");
        incus("file", "delete", "c1/new/dir/motd");
        assertThat(incus("exec", "c1", "--", "ls", "/new/dir")).isEmpty();
    }

    @Test
    void reachesFilesOfWhatIsDown() {
        incus("launch", "busybox", "down", "-q");
        incus("stop", "down", "--force");
        try {
            assertThat(lxc("file", "pull", "down/etc/passwd", "-")).contains("root:x:0");
            assertThat(incus("file", "pull", "down/etc/passwd", "-")).contains("root:x:0");
            var refused = home.incus("exec", "down", "--", "true").run();
            assertThat(refused.errors()).contains("Instance is not running");
        } finally {
            incus("delete", "down");
        }
    }

    @Test
    void leavesTheHostAlone() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "the host's own");
        incus("exec", "c1", "--", "sh", "-c", "ln -s / /tmp/top; ln -s " + secret + " /tmp/out");
        for (var path : new String[] {"c1/tmp/top" + secret, "c1/../../../.." + secret}) {
            assertThat(home.lxc("file", "pull", path, "-").run().errors()).contains("Not Found");
            assertThat(home.incus("file", "pull", path, "-").run().exitCode()).isNotZero();
        }
        assertThat(home.incus("file", "push", secret.toString(), "c1/tmp/out").run().exitCode())
                .isNotZero();
        assertThat(secret).hasContent("the host's own");
    }

    @Test
    void showsTheConsole() {
        incus("exec", "c1", "--", "sh", "-c", "echo spoken > /dev/console");
        assertThat(incus("console", "c1", "--show-log")).contains("spoken");
        var keys = "sleep 1; printf '\\001'; sleep 0.5; printf q; sleep 1";
        var seen =
                Command.of("sh", "-c", "(" + keys + ") | script -qec 'incus console c1' /dev/null")
                        .in(home.incus("version").environment())
                        .within(Duration.ofSeconds(30))
                        .run();
        assertThat(seen.output()).contains("To detach");
        assertThat(seen.exitCode()).isZero();
        incus("query", "-X", "DELETE", "/1.0/instances/c1/console");
        assertThat(incus("console", "c1", "--show-log")).doesNotContain("spoken");
    }

    private static Command.Result exec(String... command) {
        var words = new String[command.length + 3];
        words[0] = "exec";
        words[1] = "c1";
        words[2] = "--";
        System.arraycopy(command, 0, words, 3, command.length);
        return home.incus(words).run();
    }

    /// With a terminal of 91 by 31.
    private static Command.Result onTerminal(String line) {
        var environment = home.incus("version").environment();
        return Command.of("script", "-qec", "stty cols 91 rows 31; " + line, "/dev/null")
                .in(environment)
                .within(Duration.ofSeconds(30))
                .run();
    }

    private static String incus(String... arguments) {
        return home.incus(arguments).output();
    }

    private static String lxc(String... arguments) {
        return home.lxc(arguments).output();
    }
}
