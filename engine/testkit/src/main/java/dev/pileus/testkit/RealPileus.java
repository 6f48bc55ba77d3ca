package dev.pileus.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The tests of this class run on clusters of our own engine. A parameter of type [PileusCluster]
/// is the cluster that all such classes of the run share: three members `m1` to `m3`, started for
/// the first one that asks. After each class it is made tidy again ([RealCluster#tidy()]); what
/// else a test changes, it takes back. A test that needs a cluster for itself marks the parameter
/// with [Own].
///
/// Where the engine is not built or the `incus` client is missing, the class is skipped and says
/// so; with the environment variable `CI=true` it fails.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(PileusExtension.class)
public @interface RealPileus {}
