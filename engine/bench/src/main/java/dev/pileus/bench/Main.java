package dev.pileus.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./pileus bench`: forms a cluster of each product that is installed, has each of them do the
/// same in turn, and prints a table with ratios.
@Command(
        name = "pileus bench",
        description = "Measures our engine and the installed peers side by side (needs root).",
        mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1000",
            description = "stopped instances to list (default: ${DEFAULT-VALUE})")
    private int instances;

    @Option(
            names = "--containers",
            paramLabel = "N",
            defaultValue = "10",
            description = "running containers to evacuate (default: ${DEFAULT-VALUE})")
    private int containers;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "how often each is measured; the median counts (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--only",
            paramLabel = "PRODUCT",
            split = ",",
            description = "pileus, incus, lxd (default: all that are installed)")
    private List<Product> only = List.of(Product.values());

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Main())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(arguments));
    }

    @Override
    public void run() {
        var results = new Results();
        try (var field = Field.of(only, out)) {
            out.printf("Preparing %d running containers on each.%n", containers);
            field.each(contender -> contender.launch(containers));
            new Race(field, results, rounds, out).run(Discipline.maintenance());
            field.each(contender -> contender.remove(containers));
            out.printf("Preparing %d stopped instances on each.%n", instances);
            field.each(contender -> contender.define(instances));
            new Race(field, results, rounds, out).run(Discipline.lists());
        }
        out.println();
        out.print(new Table(results).text());
        out.flush();
    }
}
