package dev.pileus.domain.members;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.MemberConfigKey;
import dev.pileus.database.Reader;
import dev.pileus.domain.certificates.MemberTrust;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterServiceTest {

    @TempDir Path folder;

    @Test
    void aServerOnItsOwnBecomesTheFirstMember() {
        try (var alone = TestCluster.standalone(folder)) {
            var service = alone.service();
            assertThat(service.get(1).enabled()).isFalse();
            assertThat(service.get(1).serverName()).isEmpty();
            assertRefused(
                    400,
                    "Invalid cluster member name: \"@x\"",
                    () -> service.bootstrap(1, "@x", TestCluster.ADDRESS, TestCluster.CERTIFICATE));
            service.bootstrap(1, "m1", TestCluster.ADDRESS, TestCluster.CERTIFICATE);
            assertThat(service.get(1).enabled()).isTrue();
            assertThat(service.get(1).serverName()).isEqualTo("m1");
            assertThat(alone.members().get("m1").url()).isEqualTo("https://10.0.0.1:8443");
            assertRefused(
                    400,
                    "This server is already clustered",
                    () -> service.bootstrap(1, "m2", TestCluster.ADDRESS, TestCluster.CERTIFICATE));
        }
    }

    @Test
    void tellsANewcomerWhatItHasToFillIn() {
        try (var alone = TestCluster.standalone(folder)) {
            var service =
                    new ClusterService(
                            alone.database, new MemberTrust(), List.of(keys("b", "a"), keys("a")));
            assertThat(service.get(1).memberConfig())
                    .extracting(MemberConfigKey::name)
                    .containsExactly("a", "a", "b");
        }
    }

    private static MemberBelongings keys(String... pools) {
        return new MemberBelongings() {
            @Override
            public List<MemberConfigKey> keys(Reader reader) {
                return List.of(pools).stream()
                        .map(pool -> new MemberConfigKey("storage-pool", pool, "source", "", ""))
                        .toList();
            }
        };
    }
}
