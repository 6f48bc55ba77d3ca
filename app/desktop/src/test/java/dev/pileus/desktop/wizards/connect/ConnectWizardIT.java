package dev.pileus.desktop.wizards.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.model.connections.Connector;
import dev.pileus.model.connections.Opening;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import dev.pileus.testkit.RealPileus;
import dev.pileus.trust.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Desktop.class)
class ConnectWizardIT {
    @TempDir private Path directory;
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
    class OnIncus extends ByToken {
        OnIncus(IncusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealPileus
    class OnPileus extends ByToken {
        OnPileus(PileusCluster cluster) {
            super(cluster);
        }
    }

    abstract class ByToken {
        private final RealCluster cluster;

        ByToken(RealCluster cluster) {
            this.cluster = cluster;
        }

        @Test
        void leadsFromAnAddressOverTheFingerprintAndATokenToASavedCluster() {
            window.giveAddress(cluster.member("m1").hostAndPort());
            window.awaitShown("#connect-fingerprint");
            assertThat(window.text("#connect-fingerprint").replaceAll("\\s", ""))
                    .isEqualTo(cluster.fingerprint());
            window.type("#connect-expected", cluster.fingerprint());
            window.photograph("fingerprint-same");
            window.next();
            window.awaitShown("#connect-trust");
            assertThat(window.shows("#connect-trust-password")).isFalse();
            window.type("#connect-trust-token-field", cluster.issueTrustToken("by-address"));
            window.photograph("trust-token");
            window.next();
            window.awaitShown("#connect-name");
            window.type("#connect-name", "prod-east");
            window.photograph("name");
            window.next();
            var opened = window.awaitOpened();
            assertThat(opened.entry().name()).isEqualTo("prod-east");
            assertThat(opened.entry().origin()).isEqualTo(ClusterEntry.Origin.SAVED);
            assertThat(opened.cluster().server().isTrusted()).isTrue();
            assertThat(window.saved().getFirst().pin())
                    .isEqualTo(Optional.of(new Fingerprint(cluster.fingerprint())));
            opensAtOnceFromNowOn();
        }

        private void opensAtOnceFromNowOn() {
            var before = window.awaitOpened();
            window.pick("prod-east");
            window.awaitAnother(before);
            assertThat(window.awaitOpened().entry()).isEqualTo(before.entry());
        }

        @Test
        void needsNothingButAToken() {
            window.run("connect.add");
            window.click("#connect-way-token");
            window.type("#connect-token", cluster.issueTrustToken("token-only"));
            window.photograph("token");
            window.next();
            window.awaitShown("#connect-name");
            window.next();
            assertThat(window.awaitOpened().cluster().server().isTrusted()).isTrue();
        }

        @Test
        void refusesATokenThatWasUsed() throws IOException {
            var token = cluster.issueTrustToken("used");
            use(token, directory.resolve("other"));
            window.run("connect.add");
            window.click("#connect-way-token");
            window.type("#connect-token", token);
            window.next();
            assertThat(window.setback()).contains("does not accept the token");
            assertThat(window.text("#connect-setback-words")).contains("POST /1.0/certificates");
            window.photograph("token-used");
            assertThat(window.text("#connect-token")).isEqualTo(token);
        }

        private void use(String token, Path elsewhere) throws IOException {
            var other = ConnectServices.in(elsewhere, InstantSource.system());
            var connection = Connector.connection(token).orElseThrow();
            var opening = other.connector().openWithToken(connection, token);
            assertThat(opening).isInstanceOf(Opening.Opened.class);
            ((Opening.Opened) opening).cluster().close();
        }

        @Test
        void opensAUnixSocket() {
            window.run("connect.add");
            window.click("#connect-way-socket");
            window.type("#connect-socket", cluster.member("m2").socket().toString());
            window.photograph("socket");
            window.next();
            window.awaitShown("#connect-name");
            assertThat(window.text("#connect-name")).isEqualTo("m2");
            window.next();
            assertThat(window.awaitOpened().entry().name()).isEqualTo("m2");
        }

        @Test
        void doesNotGoOnWithAnotherFingerprint() {
            window.giveAddress(cluster.member("m1").hostAndPort());
            window.awaitShown("#connect-expected");
            window.type("#connect-expected", "ab".repeat(32));
            assertThat(window.canGoOn()).isFalse();
            window.photograph("fingerprint-different");
            window.click("#connect-back");
            assertThat(window.text("#connect-address"))
                    .isEqualTo(cluster.member("m1").hostAndPort());
        }

        @Test
        void showsBothFingerprintsAndNoWayOnWhenAPinDoesNotMatch() throws IOException {
            window.save("prod-east", cluster.member("m1").hostAndPort(), "ab".repeat(32));
            window.pick("prod-east");
            window.awaitShown("#connect-mismatch");
            assertThat(window.text("#connect-mismatch-presented").replaceAll("\\s", ""))
                    .isEqualTo(cluster.fingerprint());
            assertThat(window.shows("#connect-next")).isFalse();
            window.photograph("mismatch");
        }

        @Test
        void checksAgainAfterTheCertificateWasAddedByHand() throws IOException {
            window.save("prod-east", cluster.member("m1").hostAndPort(), cluster.fingerprint());
            window.pick("prod-east");
            window.awaitShown("#connect-trust");
            window.click("#connect-trust-by-hand");
            window.next();
            assertThat(window.setback()).contains("still does not trust");
            window.photograph("trust-by-hand");
            cluster.client(
                    "config",
                    "trust",
                    "add-certificate",
                    window.services().own().files().certificate().toString());
            window.next();
            assertThat(window.awaitOpened().entry().name()).isEqualTo("prod-east");
        }
    }

    @Nested
    @RealLxd
    class OnLxd {
        private final LxdCluster cluster;

        OnLxd(LxdCluster cluster) {
            this.cluster = cluster;
        }

        @Test
        void takesTheRightPasswordAfterAWrongOne() {
            window.giveAddress(cluster.member("m1").hostAndPort());
            window.awaitShown("#connect-fingerprint");
            window.next();
            window.awaitShown("#connect-trust");
            window.click("#connect-trust-password");
            window.type("#connect-trust-password-field", "wrong");
            window.next();
            assertThat(window.setback()).contains("does not accept the password");
            window.photograph("password-wrong");
            window.type("#connect-trust-password-field", LxdCluster.TRUST_PASSWORD);
            window.next();
            window.awaitShown("#connect-name");
            window.photograph("name-lxd");
            window.next();
            assertThat(window.awaitOpened().cluster().server().product().title()).isEqualTo("LXD");
        }
    }
}
