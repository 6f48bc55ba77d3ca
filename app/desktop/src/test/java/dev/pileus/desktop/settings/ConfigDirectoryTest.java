package dev.pileus.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigDirectoryTest {
    private static final Path HOME = Path.of("/home/mo");

    @Test
    void followsXdgOnLinux() {
        assertThat(ConfigDirectory.locate("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/etc/mo")))
                .isEqualTo(Path.of("/etc/mo/pileus"));
    }

    @Test
    void takesNoRelativeXdgDirectory() {
        assertThat(ConfigDirectory.locate("Linux", HOME, Map.of("XDG_CONFIG_HOME", "here")))
                .isEqualTo(HOME.resolve(".config/pileus"));
    }

    @Test
    void liesInDotConfigOtherwise() {
        assertThat(ConfigDirectory.locate("Linux", HOME, Map.of("XDG_CONFIG_HOME", "")))
                .isEqualTo(HOME.resolve(".config/pileus"));
    }

    @Test
    void goesWhereMacAndWindowsWantIt() {
        assertThat(ConfigDirectory.locate("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Pileus"));
        assertThat(ConfigDirectory.locate("Windows 11", HOME, Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/Pileus"));
    }
}
