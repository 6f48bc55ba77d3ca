package dev.pileus.server;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The signal by which a host says that it goes down. Java offers signals only in `sun.misc`, which
/// the compiler does not let anybody use without a warning.
final class PowerFailure {
    private static final Logger LOG = LoggerFactory.getLogger(PowerFailure.class);

    private PowerFailure() {}

    /// Does something when the signal comes.
    static void listen(Runnable reaction) {
        try {
            var type = Class.forName("sun.misc.Signal");
            var handlerType = Class.forName("sun.misc.SignalHandler");
            var handler =
                    Proxy.newProxyInstance(
                            PowerFailure.class.getClassLoader(),
                            new Class<?>[] {handlerType},
                            (proxy, method, arguments) -> {
                                reaction.run();
                                return null;
                            });
            var ignored =
                    type.getMethod("handle", type, handlerType)
                            .invoke(
                                    null,
                                    type.getConstructor(String.class).newInstance("PWR"),
                                    handler);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.info("Does not hear when the host goes down: {}", e.toString());
        }
    }
}
