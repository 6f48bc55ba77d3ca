package dev.pileus.domain.volumes;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.NewVolume;
import dev.pileus.api.NewVolumeSnapshot;
import dev.pileus.api.StorageVolume;
import dev.pileus.api.VolumeMove;
import dev.pileus.domain.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumesTest {
    @TempDir Path folder;
    private VolumeCluster cluster;
    private VolumeCluster.One m1;
    private VolumeCluster.One m2;

    @BeforeEach
    void start() {
        cluster = new VolumeCluster(folder, "m1", "m2");
        m1 = cluster.one("m1");
        m2 = cluster.one("m2");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void mayHaveOneNameOnSeveralMembers() {
        m1.creation.create("p1", "default", empty("v"));
        m2.creation.create("p1", "default", empty("v"));
        assertThat(m1.volumes.list("p1", "default", ""))
                .extracting(StorageVolume::location)
                .containsExactly("m1", "m2");
        assertRefused(
                400,
                "More than one cluster member has a volume named \"v\". Please target a specific member",
                () -> m1.volumes.find("p1", "default", "v", ""));
        var there = m1.volumes.find("p1", "default", "v", "m2");
        assertThat(m1.volumes.isHere(there)).isFalse();
        assertThat(m1.volumes.url(there))
                .isEqualTo("/1.0/storage-pools/p1/volumes/custom/v?target=m2");
        m2.volumes.delete(there);
        assertThat(m1.volumes.find("p1", "default", "v", "").location()).isEqualTo("m1");
        assertThat(m2.places.of(there)).doesNotExist();
        assertRefused(
                409,
                "Volume by that name already exists",
                () -> m1.creation.create("p1", "default", empty("v")));
    }

    @Test
    void refusesWhatNoVolumeCanBe() {
        assertRefused(400, "No name provided", () -> create(empty("")));
        assertRefused(
                400, "Storage volume names may not contain slashes", () -> create(empty("a/b")));
        assertRefused(400, "Invalid storage volume name \"..\"", () -> create(empty("..")));
        assertRefused(
                400,
                "Currently not allowed to create storage volumes of type \"image\"",
                () -> create(wanted("v", "image", "", Map.of(), null)));
        assertRefused(
                400,
                "Content type \"block\" is not supported",
                () -> create(wanted("v", "custom", "block", Map.of(), null)));
        assertRefused(
                400,
                "Invalid option for volume \"v\" option \"a\"",
                () -> create(wanted("v", "custom", "", Map.of("a", "b"), null)));
        assertRefused(
                404,
                "Storage pool not found",
                () -> m1.creation.create("nope", "default", empty("v")));
        assertRefused(404, "Project not found", () -> m1.creation.create("p1", "nope", empty("v")));
        assertThat(m1.volumes.list("p1", "default", "")).isEmpty();
    }

    @Test
    void changesKeys() {
        var volume = m1.creation.create("p1", "default", empty("v"));
        m2.volumes.update(
                volume, present -> new ConfigUpdate("d", Map.of("user.a", "1", "size", "")));
        var shown = m1.volumes.show(m1.volumes.find("p1", "default", "v", ""));
        assertThat(shown.writable()).isEqualTo(new ConfigUpdate("d", Map.of("user.a", "1")));
    }

    @Test
    void copiesFromOtherMembersWithSnapshots() {
        var volume = m1.creation.create("p1", "default", empty("v"));
        m1.write(volume, "one");
        m1.end(m1.snapshots.create(volume, new NewVolumeSnapshot("", "", null)));
        m1.write(volume, "two");

        var whole = m2.end(m2.creation.copy("p2", "default", copy("w", "v", "m1", false)));
        var once = m2.end(m2.creation.copy("p2", "default", copy("x", "v/snap0", "m1", true)));

        assertThat(whole.err() + once.err()).isEmpty();
        var copied = m2.volumes.find("p2", "default", "w", "");
        assertThat(copied.location()).isEqualTo("m2");
        assertThat(m2.places.of(copied).resolve("f")).hasContent("two");
        assertThat(m2.places.snapshot(copied, "snap0").resolve("f")).hasContent("one");
        assertThat(m2.places.of("p2", "default", "x").resolve("f")).hasContent("one");
        assertRefused(
                404,
                "Storage volume snapshot not found",
                () -> m2.creation.copy("p2", "default", copy("y", "v/nope", "m1", true)));
    }

    @Test
    void leavesNothingOfACopyThatFailed() {
        var volume = m1.creation.create("p1", "default", empty("v"));
        cluster.run(
                "INSERT INTO storage_volumes_snapshots (storage_volume_id, name, creation_date) SELECT id, 'lost', '2026-01-01T00:00:00Z' FROM storage_volumes");
        var operation = m1.end(m1.creation.copy("p2", "default", copy("w", "v", "m1", false)));
        assertThat(operation.err()).contains("is missing");
        assertThat(m1.volumes.list("p2", "default", "")).isEmpty();
        assertThat(m1.places.of("p2", "default", "w")).doesNotExist();
        assertThat(m1.places.of(volume)).exists();
    }

    @Test
    void movesToOtherPoolsAndNames() {
        var volume = m1.creation.create("p1", "default", empty("v"));
        m1.write(volume, "one");
        m1.end(m1.snapshots.create(volume, new NewVolumeSnapshot("s", "", null)));
        volume = m1.volumes.rename(m1.volumes.find("p1", "default", "v", ""), "w");
        var operation = m1.end(m1.creation.move(volume, new VolumeMove("x", "p2", "", false)));

        assertThat(operation.err()).isEmpty();
        assertThat(m1.volumes.list("p1", "default", "")).isEmpty();
        var moved = m1.volumes.find("p2", "default", "x", "");
        assertThat(m1.places.of(moved).resolve("f")).hasContent("one");
        assertThat(m1.places.snapshot(moved, "s").resolve("f")).hasContent("one");
        assertThat(m1.places.of(volume)).doesNotExist();
        assertThat(m1.places.snapshots(volume)).doesNotExist();
    }

    @Test
    void goesBackToASnapshot() {
        var volume = m1.creation.create("p1", "default", empty("v"));
        m1.write(volume, "one");
        m1.end(m1.snapshots.create(volume, new NewVolumeSnapshot("s", "", null)));
        m1.write(volume, "two");
        assertRefused(
                409,
                "Snapshot \"s\" already in use",
                () -> m1.snapshots.create(volume, new NewVolumeSnapshot("s", "", null)));

        m1.snapshots.restore(volume, "s");

        assertThat(m1.places.of(volume).resolve("f")).hasContent("one");
        m1.end(m1.snapshots.rename(m1.volumes.find("p1", "default", "v", ""), "s", "t"));
        m1.end(m1.snapshots.delete(m1.volumes.find("p1", "default", "v", ""), "t"));
        assertThat(m1.volumes.find("p1", "default", "v", "").snapshots()).isEmpty();
        assertThat(m1.places.snapshot(volume, "t")).doesNotExist();
        assertRefused(
                404, "Storage volume snapshot not found", () -> m1.snapshots.restore(volume, "s"));
    }

    @Test
    void staysWhileSomebodyUsesIt() {
        var volume = m1.creation.create("p1", "default", empty("v"));
        cluster.run("INSERT INTO profiles_devices (profile_id, name) VALUES (1, 'd')");
        for (var key : new String[][] {{"type", "disk"}, {"pool", "p1"}, {"source", "v"}}) {
            cluster.run(
                    "INSERT INTO profiles_devices_config (profile_device_id, key, value) SELECT id, ?, ? FROM profiles_devices",
                    key[0],
                    key[1]);
        }
        assertThat(m1.volumes.show(volume).usedBy()).containsExactly("/1.0/profiles/default");
        assertRefused(400, "The storage volume is still in use", () -> m1.volumes.delete(volume));
        assertRefused(
                400, "The storage volume is still in use", () -> m1.volumes.rename(volume, "w"));
        assertThat(m1.places.of(volume)).exists();
    }

    @Test
    void holdsItsPoolItsProjectAndItsMember() {
        m2.creation.create("p1", "default", empty("v"));
        var references = new VolumeReferences(TestDatabase.member(1, "m1"));
        assertThat(cluster.database.read(reader -> references.urls(reader, "p1")).stream())
                .containsExactly("/1.0/storage-pools/p1/volumes/custom/v?target=m2");
        var remains =
                cluster.database.read(
                        reader -> new VolumeBelongings().remains(reader, 2).orElse("nothing"));
        assertThat(remains).isEqualTo("custom volumes: v");
    }

    private void create(NewVolume wanted) {
        var ignored = m1.creation.create("p1", "default", wanted);
    }

    private static NewVolume empty(String name) {
        return wanted(name, "custom", "filesystem", Map.of(), null);
    }

    private static NewVolume copy(String name, String of, String location, boolean alone) {
        var source = new NewVolume.Source("copy", of, "p1", location, "", alone, false);
        return wanted(name, "custom", "", Map.of(), source);
    }

    // records of requests take null for what a client leaves out
    @SuppressWarnings("NullAway")
    private static NewVolume wanted(
            String name,
            String type,
            String content,
            Map<String, String> config,
            NewVolume.@Nullable Source source) {
        return new NewVolume(name, type, content, "", config, source);
    }
}
