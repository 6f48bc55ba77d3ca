package dev.pileus.domain.events;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Event;
import dev.pileus.domain.Clock;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.caller.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventHubTest {
    private final List<Event> heard = new ArrayList<>();
    private final List<Boolean> local = new ArrayList<>();
    private final EventHub hub = new EventHub(TestDatabase.member(2, "m2"), new Clock());

    EventHubTest() {
        listen(hub);
    }

    private void listen(EventHub to) {
        var ignored =
                to.subscribe((event, here) -> {
                    heard.add(event);
                    local.add(here);
                });
        assertThat(ignored).isNotNull();
    }

    @Test
    void namesWhatHappenedWhereAndWho() {
        Caller.local("ann")
                .call(() -> {
                    hub.tell(
                            Happening.of("cluster-member-renamed", "/1.0/cluster/members/b")
                                    .with("old_name", "a"));
                    return hub;
                });
        var event = heard.getFirst();
        assertThat(event.location()).isEqualTo("m2");
        assertThat(event.timestamp()).isEqualTo(Clock.BEGIN);
        var lifecycle = event.lifecycle().orElseThrow();
        assertThat(lifecycle.action()).isEqualTo("cluster-member-renamed");
        assertThat(lifecycle.context())
                .hasEntrySatisfying(
                        "old_name", old -> assertThat(old.stringValue()).isEqualTo("a"));
        assertThat(lifecycle.requestor())
                .isEqualTo(new dev.pileus.api.Lifecycle.Requestor("ann", "unix", "@"));
        assertThat(local).containsExactly(true);
    }

    @Test
    void namesNobodyWhenTheServerActsByItself() {
        hub.tell(Happening.of("config-updated", "/1.0"));
        assertThat(heard.getFirst().lifecycle().orElseThrow().requestor()).isNull();
    }

    @Test
    void aStandaloneServerHasNoLocation() {
        var alone = new EventHub(ThisMember.standalone(), new Clock());
        listen(alone);
        alone.tell(new LogLine("info", "hello", Map.of()));
        assertThat(heard.getFirst().location()).isEmpty();
    }

    @Test
    void tellsWhatComesFromOthersApart() {
        hub.relay(new Event(Event.LOGGING, Instant.EPOCH, "m1", "", null));
        assertThat(local).containsExactly(false);
    }

    @Test
    void endsWithTheSubscription() {
        var more = new ArrayList<Event>();
        var subscription = hub.subscribe((event, here) -> more.add(event));
        subscription.close();
        hub.tell(Happening.of("config-updated", "/1.0"));
        assertThat(more).isEmpty();
        assertThat(heard).hasSize(1);
    }

    @Test
    void interestIsInTypesAndProjects() {
        var interest = new EventInterest(Set.of(Event.LIFECYCLE), Set.of("web"));
        assertThat(interest.covers(event(Event.LIFECYCLE, "web"))).isTrue();
        assertThat(interest.covers(event(Event.LIFECYCLE, ""))).isTrue();
        assertThat(interest.covers(event(Event.LIFECYCLE, "other"))).isFalse();
        assertThat(interest.covers(event(Event.OPERATION, "web"))).isFalse();
    }

    @Test
    void refusesTypesThatDoNotExistAndTheLogToTheLimited() {
        assertRefused(
                400,
                "\"bogus\" isn't a supported event type",
                () -> EventInterest.types("operation,bogus", true));
        assertRefused(403, "not authorized", () -> EventInterest.types("logging", false));
        assertThat(EventInterest.types("", false)).doesNotContain(Event.LOGGING);
        assertThat(EventInterest.types("", true)).contains(Event.LOGGING);
    }

    private static Event event(String type, String project) {
        return new Event(type, Instant.EPOCH, "", project, null);
    }
}
