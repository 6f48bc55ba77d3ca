package dev.pileus.cli.init;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.Console;
import dev.pileus.cli.StateDirectory;
import dev.pileus.client.ClientException;
import dev.pileus.client.ServerApi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `init`: sets a new member up.
@Command(
        name = "init",
        description = "Sets a member up: asks, or does what a preseed says.",
        mixinStandardHelpOptions = true)
public final class InitCommand implements Runnable {
    @Mixin private final Console console = new Console();
    @Mixin private final StateDirectory directory = new StateDirectory();
    @ArgGroup private @Nullable Way way;

    /// How to know what is wanted; without any of these a person is asked.
    static final class Way {
        @Option(names = "--preseed", description = "read YAML from standard input")
        private boolean preseed;

        @Option(names = "--minimal", description = "a pool, and a profile that uses it")
        private boolean minimal;

        @Option(names = "--dump", description = "write what the member is as YAML")
        private boolean dump;
    }

    @Override
    public void run() {
        try (var member = directory.open()) {
            if (way == null) {
                interview(member);
            } else if (way.preseed) {
                new PreseedRun(member, PreseedFormat.read(console.input())).run();
            } else if (way.minimal) {
                new PreseedRun(member, minimal(member)).run();
            } else if (way.dump) {
                console.tell(PreseedFormat.write(Dump.of(member)));
            }
        } catch (ClientException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private void interview(ServerApi member) {
        var dialogue = console.dialogue();
        var preseed = new Interview(dialogue, new ThisHost(member, directory.path())).ask();
        if (dialogue.confirm("Would you like a YAML \"init\" preseed to be printed?", false)) {
            console.tell(PreseedFormat.write(preseed));
        }
        new PreseedRun(member, preseed).run();
    }

    /// A pool only where there is none.
    private static Preseed minimal(ServerApi member) {
        var pools = member.storagePools().list();
        var pool = pools.isEmpty() ? "default" : pools.getFirst().name();
        var root = Map.of("type", "disk", "path", "/", "pool", pool);
        return Preseed.of(
                Map.of(),
                List.of(),
                pools.isEmpty()
                        ? List.of(new Preseed.PoolSeed(pool, "dir", "", Map.of()))
                        : List.of(),
                List.of(new Preseed.ProfileSeed("default", "", "", Map.of(), Map.of("root", root))),
                List.of(),
                null);
    }
}
