package dev.pileus.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Looks whether the stock clients are there; see [StockClients].
final class StockClientsExtension implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return PeerExtension.verdict(missing(), "true".equals(System.getenv("CI")));
    }

    private static Optional<String> missing() {
        var absent =
                Stream.of("incus", "lxc").filter(name -> Programs.find(name).isEmpty()).toList();
        return absent.equals(List.of())
                ? Optional.empty()
                : Optional.of("Not installed: " + String.join(", ", absent));
    }
}
