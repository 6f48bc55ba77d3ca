package dev.pileus.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives clusters of one product to tests; see [RealIncus].
abstract class PeerExtension<C extends RealCluster>
        implements ExecutionCondition, ParameterResolver, AfterAllCallback {
    private static final Logger LOG = LoggerFactory.getLogger(PeerExtension.class);

    private final Peer peer;
    private final Class<C> type;
    private final int size;
    private final Function<ClusterOptions, C> start;

    PeerExtension(Peer peer, Class<C> type, int size, Function<ClusterOptions, C> start) {
        this.peer = peer;
        this.type = type;
        this.size = size;
        this.start = start;
    }

    /// @throws IllegalStateException instead of a skip where nothing may be skipped
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return verdict(peer.missing(), "true".equals(System.getenv("CI")));
    }

    static ConditionEvaluationResult verdict(Optional<String> missing, boolean skippingForbidden) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("The peer can run here");
        }
        if (skippingForbidden) {
            throw new IllegalStateException(missing.get());
        }
        return ConditionEvaluationResult.disabled(missing.get());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter
                .findAnnotation(Own.class)
                .map(own -> own(own, parameter.getIndex(), context))
                .orElseGet(() -> shared(context));
    }

    /// Closed by the store at the end of the test, or of the class.
    private C own(Own own, int index, ExtensionContext context) {
        var names = List.of(own.value());
        var options =
                names.isEmpty()
                        ? ClusterOptions.size(size)
                        : ClusterOptions.of(names.toArray(String[]::new));
        return context.getStore(namespace())
                .getOrComputeIfAbsent(index, none -> start.apply(options), type);
    }

    /// Closed by the root store at the end of the run.
    private C shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(namespace())
                .getOrComputeIfAbsent(type, none -> start.apply(ClusterOptions.size(size)), type);
    }

    /// A shared cluster that cannot be made tidy is given up; the next class starts a new one.
    @Override
    public void afterAll(ExtensionContext context) {
        var store = context.getRoot().getStore(namespace());
        var shared = store.get(type, type);
        if (shared == null) {
            return;
        }
        try {
            shared.tidy();
        } catch (RuntimeException e) {
            LOG.warn("{} left the shared cluster in disorder", context.getDisplayName(), e);
            store.remove(type);
            shared.close();
        }
    }

    private ExtensionContext.Namespace namespace() {
        return ExtensionContext.Namespace.create(PeerExtension.class, peer);
    }
}
