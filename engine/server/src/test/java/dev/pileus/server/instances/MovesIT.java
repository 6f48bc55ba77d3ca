package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import dev.pileus.client.Accepted;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.OperationOutcome;
import dev.pileus.client.ServerClient;
import dev.pileus.testkit.Command;
import dev.pileus.testkit.CommandFailedException;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Containers that change their member, by the stock client.
@RealPileus
@RealContainers
class MovesIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    private final PileusCluster cluster;
    private final Guests guests;

    MovesIT(PileusCluster cluster) {
        this.cluster = cluster;
        this.guests = new Guests(cluster);
    }

    @AfterEach
    void tidy() {
        cluster.tidy();
    }

    @Test
    void carriesEverything() {
        guests.create("c1", "m1", "-c", "security.privileged=false");
        furnish("c1");
        cluster.client("snapshot", "create", "c1", "before");
        cluster.client("start", "c1");
        var seen = cluster.client("exec", "c1", "--", "ls", "-ln", "/srv");
        cluster.client("stop", "c1");
        var files = Guests.census(guests.folder("m1", "c1"));
        var snapshots = Guests.census(guests.snapshots("m1", "c1").resolve("before"));

        cluster.client("move", "c1", "--target", "m2");

        assertThat(Guests.census(guests.folder("m2", "c1"))).isEqualTo(files);
        assertThat(Guests.census(guests.snapshots("m2", "c1").resolve("before")))
                .isEqualTo(snapshots);
        assertThat(guests.holders("c1")).containsExactly("m2");
        assertThat(guests.list()).containsExactly("c1,STOPPED,m2");
        cluster.client("start", "c1");
        assertThat(cluster.client("exec", "c1", "--", "ls", "-ln", "/srv")).isEqualTo(seen);
        assertThat(cluster.client("exec", "c1", "--", "cat", "/srv/own")).isEqualTo("mine");
        cluster.client("snapshot", "restore", "c1", "before");
        assertThat(cluster.client("exec", "c1", "--", "cat", "/srv/own")).isEqualTo("mine");
    }

    @Test
    void copiesForOthers() {
        guests.create("c1", "m1", "-c", "user.a=b");
        furnish("c1");
        cluster.client("snapshot", "create", "c1", "before");
        var files = Guests.census(guests.folder("m1", "c1"));

        cluster.client("copy", "c1", "c2", "--target", "m2");
        cluster.client("copy", "c1/before", "c3", "--target", "m3");

        assertThat(guests.list())
                .containsExactly("c1,STOPPED,m1", "c2,STOPPED,m2", "c3,STOPPED,m3");
        assertThat(guests.holders("c2")).containsExactly("m2");
        assertThat(Guests.census(guests.folder("m2", "c2"))).isEqualTo(files);
        assertThat(cluster.client("config", "get", "c2", "user.a")).isEqualTo("b");
        assertThat(cluster.client("snapshot", "list", "c2", "-f", "csv")).startsWith("before,");
        cluster.client("start", "c2", "c3");
        assertThat(cluster.client("exec", "c2", "--", "cat", "/srv/own")).isEqualTo("mine");
    }

    @Test
    void staysWithItsVolumes() {
        guests.create("c1", "m1");
        cluster.client("storage", "volume", "create", "default", "v9", "--target", "m1");
        try {
            cluster.client(
                    "config",
                    "device",
                    "add",
                    "c1",
                    "vol",
                    "disk",
                    "pool=default",
                    "source=v9",
                    "path=/srv");
            assertThatThrownBy(() -> cluster.client("move", "c1", "--target", "m2"))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining(
                            "Storage volume \"v9\" for disk \"vol\" is not on member \"m2\"");
            assertThat(guests.list()).containsExactly("c1,STOPPED,m1");
        } finally {
            cluster.client("config", "device", "remove", "c1", "vol");
            cluster.client("storage", "volume", "delete", "default", "v9", "--target", "m1");
        }
    }

    /// What is easily lost on the way.
    private void furnish(String instance) {
        Command.of(
                        "sh",
                        "-ec",
                        """
                        mkdir "$0/srv"
                        cd "$0/srv"
                        echo mine >own
                        chown 1000:1001 own
                        cp own set-uid
                        chown 33:0 set-uid
                        chmod 4750 set-uid
                        ln own hard
                        ln -s /nowhere soft
                        mknod pipe p
                        mkdir -m 1777 sticky
                        setfattr -n user.note -v kept own
                        truncate -s 10M sparse
                        touch -d 2001-02-03T04:05:06 own .\
                        """,
                        guests.rootfs("m1", instance).toString())
                .output();
    }

    @Test
    void goesWhereItMay() {
        cluster.client("cluster", "group", "create", "gpu");
        cluster.client("cluster", "group", "assign", "m3", "default,gpu");
        try {
            guests.create("c1", "m1");
            cluster.client("move", "c1", "--target", "@gpu");
            assertThat(guests.list()).containsExactly("c1,STOPPED,m3");
            assertThat(cluster.client("config", "get", "c1", "volatile.cluster.group"))
                    .isEqualTo("gpu");
            assertRefused("Couldn't find a cluster member", "move", "c1", "--target", "@gpu");
            assertRefused("Cluster group \"no\" doesn't exist", "move", "c1", "--target", "@no");
            assertRefused("Cluster member \"no\" not found", "move", "c1", "--target", "no");
            assertRefused(
                    "Requested target server is the same as current server",
                    "query",
                    "-X",
                    "POST",
                    "-d",
                    "{\"name\":\"c1\",\"migration\":true}",
                    "/1.0/instances/c1?target=m3");

            cluster.client("start", "c1");
            assertRefused("must be stopped", "move", "c1", "--target", "m2", "--stateless");
            assertRefused("live container migration", "move", "c1", "--target", "m2");
            assertThat(guests.list()).containsExactly("c1,RUNNING,m3");
            assertThat(guests.holders("c1")).containsExactly("m3");
        } finally {
            cluster.client("delete", "c1", "-f");
            cluster.client("cluster", "group", "assign", "m3", "default");
            cluster.client("cluster", "group", "delete", "gpu");
        }
    }

    @Test
    void isWholeOnOneMemberWhicheverOfBothDies() {
        guests.create("c1", "m1");
        guests.load("m1", "c1", 160);
        var files = Guests.census(guests.folder("m1", "c1"));

        cluster.launch("runs", "m2");
        var pid = pid("runs");
        var toTarget = begun("m3", "m2");
        await().atMost(SOON).until(() -> guests.isComing("m2", "c1"));
        assertProgressIsTold();
        cluster.killDaemon("m2");
        assertThat(outcome("m3", toTarget)).isInstanceOf(OperationOutcome.Failed.class);
        assertThat(guests.location("c1")).isEqualTo("m1");
        cluster.startDaemon("m2");
        assertWholeOn("m1", files);
        assertThat(pid("runs")).as("containers go on without their daemon").isEqualTo(pid);
        assertThat(cluster.client("exec", "runs", "--", "echo", "heard")).isEqualTo("heard");

        var ignored = begun("m2", "m3");
        await().atMost(SOON).until(() -> guests.isComing("m3", "c1"));
        cluster.killDaemon("m1");
        cluster.startDaemon("m1");
        assertWholeOn("m1", files);

        cluster.client("move", "c1", "--target", "m3");
        assertWholeOn("m3", files);
        cluster.client("start", "c1");
        assertThat(guests.list()).containsExactly("c1,RUNNING,m3", "runs,RUNNING,m2");
    }

    private String pid(String instance) {
        return cluster.client("list", instance, "-f", "csv", "-c", "p");
    }

    private Operation begun(String asked, String target) {
        try (var client = client(asked)) {
            var accepted = client.instances().move("default", "c1", target, false);
            return ((Accepted.Running) accepted).operation();
        }
    }

    private OperationOutcome outcome(String asked, Operation operation) {
        try (var client = client(asked)) {
            return client.operations().await(operation, SOON);
        }
    }

    private ServerClient client(String member) {
        return ServerClient.open(ClientSettings.unix(cluster.socket(member)));
    }

    private void assertProgressIsTold() {
        try (var client = client("m3")) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(client.operations().list())
                                    .filteredOn(MovesIT::isMigration)
                                    .singleElement()
                                    .satisfies(MovesIT::assertProgressIsTold));
        }
    }

    private static boolean isMigration(Operation operation) {
        return operation.description().equals("Migrating instance") && !operation.isFinished();
    }

    private static void assertProgressIsTold(Operation operation) {
        assertThat(operation.text("fs_progress")).matches("c1: [\\d.]+MB \\([\\d.]+MB/s\\)");
        var told = Json.mapper().valueToTree(operation.metadata()).path("progress");
        assertThat(told.path("percent").asInt()).isBetween(1, 99);
        assertThat(told.path("speed").asLong()).isPositive();
    }

    private void assertWholeOn(String member, String files) {
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(CommandFailedException.class)
                .untilAsserted(() -> {
                    assertThat(guests.holders("c1")).containsExactly(member);
                    assertThat(guests.list()).contains("c1,STOPPED," + member);
                });
        assertThat(Guests.census(guests.folder(member, "c1"))).isEqualTo(files);
    }

    private void assertRefused(String text, String... arguments) {
        assertThatThrownBy(() -> cluster.client(arguments))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(text);
    }
}
