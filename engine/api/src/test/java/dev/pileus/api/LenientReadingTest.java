package dev.pileus.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LenientReadingTest {
    @Test
    void readsMembersWhoseListsAreNull() {
        var member =
                read(
                        ClusterMember.class,
                        """
                        {"server_name":"n1","roles":null,"groups":null,"config":null,
                         "status":"Hibernating","message":null,"brand_new":{"a":1}}
                        """);
        assertThat(member.roles()).isEmpty();
        assertThat(member.groups()).isEmpty();
        assertThat(member.config()).isEmpty();
        assertThat(member.condition()).isEqualTo(MemberStatus.UNKNOWN);
        assertThat(member.status()).isEqualTo("Hibernating");
        assertThat(member.scheduler()).isEqualTo("all");
    }

    @Test
    void countsEveryVoterNameAsVoter() {
        for (var role : new String[] {"database", "database-voter", "database-leader"}) {
            var member = read(ClusterMember.class, "{\"roles\":[\"%s\"]}".formatted(role));
            assertThat(member.isVoter()).as(role).isTrue();
        }
        assertThat(read(ClusterMember.class, "{\"roles\":[\"database-standby\"]}").isVoter())
                .isFalse();
    }

    @Test
    void readsConfigValuesThatAreNoStrings() {
        var server =
                read(Server.class, "{\"config\":{\"core.trust_password\":true},\"public\":true}");
        assertThat(server.config()).containsEntry("core.trust_password", "true");
        assertThat(server.isPublic()).isTrue();
    }

    @Test
    void readsTheReducedDocumentOfAnUntrustedClient() {
        var server = read(Server.class, "{\"auth\":\"untrusted\",\"api_extensions\":[\"etag\"]}");
        assertThat(server.isTrusted()).isFalse();
        assertThat(server.has("etag")).isTrue();
        assertThat(server.environment().serverClustered()).isFalse();
    }

    @Test
    void readsOperationsWithNullResources() {
        var operation =
                read(
                        Operation.class,
                        """
                        {"id":"x","class":"token","resources":{"cluster":null},"status_code":103,
                         "metadata":{"evacuation_progress":"Stopping \\"i3\\""}}
                        """);
        assertThat(operation.resources()).isEmpty();
        assertThat(operation.progress()).isEqualTo("Stopping \"i3\"");
        assertThat(operation.isFinished()).isFalse();
        assertThat(read(Operation.class, "{\"resources\":null,\"metadata\":null}").metadata())
                .isEmpty();
    }

    @Test
    void readsLoadUnderItsCapitalisedNames() {
        var resources =
                read(Resources.class, "{\"load\":{\"Average1Min\":0.5},\"cpu\":{\"total\":2}}");
        assertThat(resources.load().average1Min()).isEqualTo(0.5);
        assertThat(resources.cpu().total()).isEqualTo(2);
    }

    @Test
    void keepsAnEventWhoseDetailIsMalformed() {
        var event = read(Event.class, "{\"type\":\"operation\",\"metadata\":\"what?\"}");
        assertThat(event.operation()).isEmpty();
        assertThat(event.lifecycle()).isEmpty();
    }

    private static <T> T read(Class<T> shape, String json) {
        return Json.mapper().readValue(json, shape);
    }
}
