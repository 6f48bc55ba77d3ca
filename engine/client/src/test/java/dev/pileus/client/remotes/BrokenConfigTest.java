package dev.pileus.client.remotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that cannot be used.
class BrokenConfigTest extends FakeHome {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001\u0002",
                "remotes: [",
                "remotes: 5",
                "- a\n- b",
                "just text",
                "remotes: {a: {addr: x}, a: {addr: y}}",
                "remotes: !!javax.script.ScriptEngineManager [x]",
                "remotes: {a: hello}",
                "a: &a [x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]",
                "remotes: {a: {addr: [[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]}}"
            })
    void namesTheFileAndReadsTheOthers(String garbage) throws Exception {
        var broken = write(home().resolve(".config/incus/config.yml"), garbage);
        write(home().resolve(".config/lxc/config.yml"), PROD);
        var found = find();
        assertThat(found.named("prod")).isPresent();
        assertThat(found.problems())
                .singleElement()
                .isInstanceOf(ConfigProblem.Malformed.class)
                .extracting(ConfigProblem::file)
                .isEqualTo(broken);
    }

    @Test
    void refusesLargeFilesAndOtherEncodings() throws Exception {
        write(home().resolve(".config/incus/config.yml"), "#".repeat(2_000_000));
        var latin = home().resolve(".config/lxc/config.yml");
        Files.createDirectories(latin.getParent());
        Files.write(latin, new byte[] {'a', ':', ' ', (byte) 0xe9});
        assertThat(find().problems())
                .hasSize(2)
                .hasOnlyElementsOfType(ConfigProblem.Malformed.class);
    }

    @Test
    void saysWhatCannotBeRead() throws Exception {
        Files.createDirectories(home().resolve(".config/incus/config.yml"));
        assertThat(find().problems()).singleElement().isInstanceOf(ConfigProblem.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "remotes:", "remotes: {}", "aliases: {}"})
    void takesEmptyFilesAsTheyAre(String text) throws Exception {
        write(home().resolve(".config/incus/config.yml"), text);
        assertThat(find()).isEqualTo(new FoundRemotes(List.of(), List.of()));
    }
}
