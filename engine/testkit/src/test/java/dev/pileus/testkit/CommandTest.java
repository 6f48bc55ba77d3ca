package dev.pileus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class CommandTest {
    @Test
    void capturesOutputWithoutTheLastLineBreak() {
        assertThat(Command.of("sh", "-c", "echo one; echo two").output()).isEqualTo("one\ntwo");
    }

    @Test
    void passesInputAndEnvironment() {
        var command = Command.of("sh", "-c", "cat; echo $WORD").in(Map.of("WORD", "there"));

        assertThat(command.reading("hello ").output()).isEqualTo("hello there");
    }

    @Test
    void throwsWithTheErrorsOfTheCommand() {
        assertThatThrownBy(Command.of("sh", "-c", "echo broken >&2; exit 3")::output)
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        failure -> assertThat(failure.errors()).isEqualTo("broken"))
                .hasMessageEndingWith("ended with 3: broken");
    }

    @Test
    void answersWithTheExitCodeWhenAskedTo() {
        assertThat(Command.of("sh", "-c", "exit 3").run().exitCode()).isEqualTo(3);
    }

    @Test
    void killsWhatTakesTooLong() {
        var sleep = Command.of("sleep", "60").within(Duration.ofMillis(50));

        assertThatThrownBy(sleep::run)
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("did not end within PT0.05S");
    }

    @Test
    void canReadMoreThanAPipeHolds() {
        assertThat(Command.of("sh", "-c", "yes | head -c 1000000").output()).hasSize(999_999);
    }
}
