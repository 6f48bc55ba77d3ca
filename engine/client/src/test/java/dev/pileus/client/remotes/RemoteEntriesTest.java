package dev.pileus.client.remotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.Remote.Authentication;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the entries of a `config.yml` mean.
class RemoteEntriesTest extends FakeHome {
    private FoundRemotes config(String text) throws Exception {
        write(home().resolve(".config/incus/config.yml"), text);
        return find();
    }

    @Test
    void skipsImageServersAndPublicOnes() throws Exception {
        var found =
                config(
                        """
                        remotes:
                          images: {addr: "https://images.example", protocol: simplestreams, public: true}
                          docker: {addr: "https://docker.example", protocol: oci}
                          public: {addr: "https://public.example", protocol: incus, public: true}
                          old: {addr: "https://old.example"}
                        """);
        assertThat(found.remotes()).extracting(Remote::name).containsExactly("old");
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void triesTheAddressThatWorkedLastFirst() throws Exception {
        var found =
                config(
                        """
                        remotes:
                          prod:
                            addr: https://a:8443, https://b:8443,https://c:8443
                            last_working_address: https://b:8443
                        """);
        assertThat(found.named("prod").orElseThrow().endpoints())
                .isEqualTo(endpoints("b", "c", "a"));
    }

    @Test
    void knowsProjectAndKindOfLogin() throws Exception {
        var found =
                config(
                        """
                        remotes:
                          a: {addr: "https://a", auth_type: oidc, project: web}
                          b: {addr: "https://b", auth_type: tls}
                        """);
        assertThat(found.named("a").orElseThrow().authentication())
                .isEqualTo(Authentication.SINGLE_SIGN_ON);
        assertThat(found.named("a").orElseThrow().project()).isEqualTo("web");
        assertThat(found.named("b").orElseThrow().authentication())
                .isEqualTo(Authentication.CERTIFICATE);
    }

    @Test
    void theEnvironmentChoosesTheDefault() throws Exception {
        environment.put("INCUS_REMOTE", "b");
        var found = config("default-remote: a\nremotes: {a: {addr: 'https://a'}, b: {addr: b}}");
        assertThat(found.remotes())
                .filteredOn(Remote::isDefault)
                .extracting(Remote::name)
                .containsExactly("b");
    }

    @Test
    void takesTheLocalRemoteForTheSocket() throws Exception {
        var socket = write(root.resolve("run/incus/unix.socket"), "");
        var found = config("remotes: {local: {addr: 'unix://', public: false}}");
        assertThat(found.remotes()).hasSize(1);
        var local = found.named("local").orElseThrow();
        assertThat(local.endpoints()).containsExactly(new Endpoint.Unix(socket));
        assertThat(local.settings().identity()).isNull();
    }

    @Test
    void leavesTheLocalRemoteOutWhereThereIsNoServer() throws Exception {
        var found = config("remotes: {local: {addr: 'unix://'}}");
        assertThat(found).isEqualTo(new FoundRemotes(List.of(), List.of()));
    }

    @Test
    void saysWhichRemoteMakesNoSense() throws Exception {
        var found = config("remotes: {bad: {addr: 'gopher://x'}, none: {}, good: {addr: 'a'}}");
        assertThat(found.remotes()).extracting(Remote::name).containsExactly("good");
        assertThat(found.problems())
                .hasSize(2)
                .first()
                .isInstanceOfSatisfying(
                        ConfigProblem.BadRemote.class,
                        problem -> assertThat(problem.remote()).isEqualTo("bad"));
    }
}
