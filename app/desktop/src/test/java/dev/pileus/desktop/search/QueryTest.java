package dev.pileus.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void findsAllWordsInAnyOrder() {
        assertThat(Query.parse("node3 evac").distance("Evacuate… node3")).isPresent();
        assertThat(Query.parse("node3 evac").distance("Evacuate… node4")).isEmpty();
    }

    @Test
    void putsWholeBeforeBeginningsBeforeTheRest() {
        assertThat(Query.parse("node1").distance("node1")).hasValue(0);
        assertThat(Query.parse("node1").distance("node10")).hasValue(1);
        assertThat(Query.parse("node1").distance("old node1")).hasValue(2);
        assertThat(Query.parse("ode1").distance("node1")).hasValue(3);
    }

    @Test
    void takesAwayWhatANameSays() {
        assertThat(Query.parse("evac node3").without("node3")).isEqualTo(Query.parse("evac"));
    }

    @Test
    void takesTheWideSpaceOfJapaneseKeyboards() {
        assertThat(Query.parse("退避　node3").words()).containsExactly("退避", "node3");
    }
}
