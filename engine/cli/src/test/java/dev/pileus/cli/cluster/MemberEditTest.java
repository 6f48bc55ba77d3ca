package dev.pileus.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.cluster.MemberList.Entry;
import dev.pileus.database.raft.RaftRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may be changed in the list of members, and what may not.
class MemberEditTest {
    private static final MemberList BEFORE =
            new MemberList(
                    List.of(
                            new Entry(1, "m1", "10.0.0.1:8443", RaftRole.VOTER),
                            new Entry(2, "m2", "10.0.0.2:8443", RaftRole.VOTER),
                            new Entry(3, "m3", "10.0.0.3:8443", RaftRole.STANDBY),
                            new Entry(4, "m4", "10.0.0.4:8443", RaftRole.SPARE)));

    @Test
    void isReadAsItWasWritten() {
        assertThat(MemberList.parse("# a comment\n\n" + BEFORE.yaml())).isEqualTo(BEFORE);
        assertThat(MemberEdit.of(BEFORE, BEFORE).isEmpty()).isTrue();
    }

    @Test
    void addressesAndRolesMayChange() {
        var edit = edit("10.0.0.2:8443", "'[fd00::2]:9443'");
        assertThat(edit.moved()).extracting(Entry::id).containsExactly(2L);
        assertThat(edit.roles()).isFalse();
        assertThat(edit("stand-by", "voter").roles()).isTrue();
        assertThat(edit("10.0.0.2:8443", "node2.example.net:8443").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: 2 | id: 9 | Changing cluster member ID is not supported",
                "name: m2 | name: m9 | Changing cluster member name is not supported",
                "10.0.0.2:8443 | 10.0.0.1:8443 | Two cluster members have the same address",
                "10.0.0.2:8443 | https://m2 | \"https://m2\" is no address at which others find a member: host:port",
                "10.0.0.2:8443 | 0.0.0.0:8443 | \"0.0.0.0:8443\" is no address at which others find a member: host:port",
                "10.0.0.2:8443 | ' \"[::]:8443\"' | \"[::]:8443\" is no address at which others find a member: host:port",
                "spare | voter | A \"spare\" cluster member cannot become a \"voter\"",
                "voter | stand-by | At least one cluster member must be a \"voter\"",
                "stand-by | boss | \"boss\" is no role: voter, stand-by, spare",
                "members: | nodes: | This is no list of members: it begins with \"members:\"",
                "'  address: 10.0.0.4:8443' | '' | Member 4 has no address"
            })
    void everythingElseIsRefused(String part, String instead, String refusal) {
        assertThatThrownBy(() -> edit(part, instead))
                .isInstanceOf(CommandException.class)
                .hasMessage(refusal);
    }

    @Test
    void membersNeitherComeNorGo() {
        var fewer = new MemberList(BEFORE.members().subList(0, 3));
        assertThatThrownBy(() -> MemberEdit.of(BEFORE, fewer))
                .hasMessage("Removing/Adding cluster members is not supported");
        assertThatThrownBy(() -> MemberList.parse("members: ["))
                .hasMessageStartingWith("This is no");
    }

    private static MemberEdit edit(String part, String instead) {
        assertThat(BEFORE.yaml()).contains(part);
        return MemberEdit.of(BEFORE, MemberList.parse(BEFORE.yaml().replace(part, instead)));
    }
}
