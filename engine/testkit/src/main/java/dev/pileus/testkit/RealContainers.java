package dev.pileus.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The tests of this class, or this test, start containers by our own engine. Without root,
/// liblxc's tools or busybox they are skipped and say so; with the environment variable `CI=true`
/// they fail.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealContainersExtension.class)
public @interface RealContainers {}
