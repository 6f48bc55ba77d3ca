package dev.pileus.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a cluster parameter: not the shared cluster but a new one, closed after the test (or after
/// the class, for a parameter of `@BeforeAll`). A test with further wishes calls
/// `IncusCluster.start(ClusterOptions)` itself.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Own {
    /// Names of the members; none: as many as the shared cluster has.
    String[] value() default {};
}
