package dev.pileus.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Looks whether our engine can start containers here; see [RealContainers].
final class RealContainersExtension implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return PeerExtension.verdict(ContainerTools.missing(), "true".equals(System.getenv("CI")));
    }
}
