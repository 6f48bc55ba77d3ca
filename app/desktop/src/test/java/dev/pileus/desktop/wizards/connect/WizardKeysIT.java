package dev.pileus.desktop.wizards.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealPileus;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The wizard without a mouse: whoever types, types into the page's field.
@ExtendWith(Desktop.class)
class WizardKeysIT {
    @TempDir private Path directory;
    private final FxRobot robot = new FxRobot();
    private WizardWindow window;

    @BeforeEach
    void open() throws IOException {
        window = WizardWindow.of(directory);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Nested
    @RealIncus
    class OnIncus extends Way {
        OnIncus(IncusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealPileus
    class OnPileus extends Way {
        OnPileus(PileusCluster cluster) {
            super(cluster);
        }
    }

    abstract class Way {
        private final RealCluster cluster;

        Way(RealCluster cluster) {
            this.cluster = cluster;
        }

        @Test
        void typesAndGoesOnWithoutATouchOfTheFields() {
            window.run("connect.add");
            window.click("#connect-way-address");
            robot.write(cluster.member("m1").hostAndPort()).push(KeyCode.ENTER);

            window.awaitShown("#connect-fingerprint");
            robot.push(KeyCode.ENTER);
            window.awaitShown("#connect-trust");
            window.awaitFocus("#connect-trust-token-field");
            window.type("#connect-trust-token-field", cluster.issueTrustToken("by-keys"));
            robot.push(KeyCode.ENTER);

            window.awaitShown("#connect-name");
            window.awaitFocus("#connect-name");
            robot.write("lab").push(KeyCode.ENTER);
            assertThat(window.awaitOpened().entry().name()).isEqualTo("lab");
        }
    }

    @Test
    void tabLeavesAToken() {
        window.run("connect.add");
        window.click("#connect-way-token");
        robot.write("abc").push(KeyCode.TAB);

        assertThat(window.text("#connect-token")).isEqualTo("abc");
        window.awaitFocus("#connect-cancel");
    }
}
