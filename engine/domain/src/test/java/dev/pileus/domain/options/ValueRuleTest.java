package dev.pileus.domain.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueRuleTest {
    @Test
    void knowsSizes() {
        for (var fine : new String[] {"0", "512", "5GB", "5 GB", "10GiB", "1EiB", "100Mbit"}) {
            assertThat(ValueRule.size().complaint(fine)).as(fine).isEmpty();
        }
        for (var wrong : new String[] {"x", "5XB", "-1", "1.5GB", "50%", ""}) {
            assertThat(ValueRule.size().complaint(wrong)).as(wrong).isPresent();
        }
        assertThat(ValueRule.sizeOrPercent().complaint("50%")).isEmpty();
    }

    @Test
    void knowsNumbers() {
        assertThat(ValueRule.integer().complaint("-5")).isEmpty();
        assertThat(ValueRule.integer().complaint("5.5")).isPresent();
        assertThat(ValueRule.count().complaint("4294967295")).isEmpty();
        assertThat(ValueRule.count().complaint("4294967296")).isPresent();
        assertThat(ValueRule.count().complaint("-1")).isPresent();
    }

    @Test
    void knowsLists() {
        var rule = ValueRule.oneOf("a", "b").each();
        assertThat(rule.complaint("a, b")).isEmpty();
        assertThat(rule.complaint("a,c")).contains("Invalid value \"c\" (not one of [a b])");
    }

    @Test
    void countsSizes() {
        assertThat(Sizes.parse("512")).hasValue(512);
        assertThat(Sizes.parse("5GB")).hasValue(5_000_000_000L);
        assertThat(Sizes.parse("2KiB")).hasValue(2048);
        assertThat(Sizes.parse("1 TiB")).hasValue(1L << 40);
        assertThat(Sizes.parse("7EiB")).hasValue(7L << 60);
        assertThat(Sizes.parse("9EiB")).isEmpty();
        assertThat(Sizes.parse("x")).isEmpty();
    }
}
