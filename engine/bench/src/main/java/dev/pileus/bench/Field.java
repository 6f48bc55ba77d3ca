package dev.pileus.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// All who take part, their clusters running at the same time.
record Field(List<Contender> contenders) implements AutoCloseable {
    Field {
        contenders = List.copyOf(contenders);
    }

    /// Starts whoever can run here, and says of the others why not.
    static Field of(List<Product> products, PrintWriter out) {
        var started = new ArrayList<Contender>();
        for (var product : products) {
            try {
                var contender = Contender.start(product);
                started.add(contender);
                out.printf("%s: %d members%n", contender.title(), contender.size());
            } catch (IllegalStateException missing) {
                out.printf("%s is left out: %s%n", product.title(), missing.getMessage());
            }
        }
        return new Field(started);
    }

    void each(Consumer<Contender> deed) {
        contenders.forEach(deed);
    }

    @Override
    public void close() {
        contenders.forEach(Contender::close);
    }
}
