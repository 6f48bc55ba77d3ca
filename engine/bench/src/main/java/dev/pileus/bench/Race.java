package dev.pileus.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/// Has the contenders run in turn, round by round, so that whatever else this computer does hits
/// all of them alike.
///
/// @param rounds that count; one more before them warms up
record Race(Field field, Results results, int rounds, PrintWriter out) {
    void run(List<Discipline> disciplines) {
        for (int round = 0; round <= rounds; round++) {
            for (var contender : field.contenders()) {
                for (var discipline : disciplines) {
                    var took = time(() -> discipline.course().accept(contender));
                    if (round > 0) {
                        results.add(discipline.name(), contender.title(), took);
                    }
                    out.printf(
                            "%s round %d: %s, %s: %s%n",
                            round == 0 ? "warm-up," : "       ",
                            round,
                            contender.title(),
                            discipline.name(),
                            Table.text(took));
                }
            }
        }
    }

    private static Duration time(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
