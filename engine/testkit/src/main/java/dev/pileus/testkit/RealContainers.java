package dev.pileus.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The tests of this class start containers by our own engine. Without root, liblxc's tools or
/// busybox the class is skipped and says so; with the environment variable `CI=true` it fails.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealContainersExtension.class)
public @interface RealContainers {}
