package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class LifetimeTest {
    private final List<String> told = new ArrayList<>();
    private final Lifetime lifetime = new Lifetime();

    @Test
    void releasesTheNewestFirst() {
        lifetime.atEnd(() -> told.add("first"));
        lifetime.atEnd(() -> told.add("second"));

        lifetime.close();
        lifetime.close();

        assertThat(told).containsExactly("second", "first");
    }

    @Test
    void releasesAtOnceWhatComesTooLate() {
        lifetime.close();

        lifetime.atEnd(() -> told.add("late"));

        assertThat(told).containsExactly("late");
    }

    @Test
    void releasesTheOthersWhenOneFails() {
        lifetime.atEnd(() -> told.add("first"));
        lifetime.atEnd(() -> {
            throw new IllegalStateException("stuck");
        });

        lifetime.close();

        assertThat(told).containsExactly("first");
    }

    @Test
    void endsItsChildrenWithIt() {
        var child = lifetime.child();
        child.atEnd(() -> told.add("child"));

        lifetime.close();

        assertThat(child.hasEnded()).isTrue();
        assertThat(told).containsExactly("child");
    }

    @Test
    void followsAValueUntilItsEnd() {
        var value = new SimpleStringProperty("now");
        lifetime.follow(value, told::add);
        value.set("then");

        lifetime.close();
        value.set("too late");

        assertThat(told).containsExactly("now", "then");
    }
}
