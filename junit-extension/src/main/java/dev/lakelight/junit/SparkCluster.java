package dev.lakelight.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on which cluster the tests of a class run. What is left out is taken from the properties {@code lakelight.cluster},
 * {@code lakelight.executors}, {@code lakelight.executor.cores} and {@code lakelight.executor.memory}, each a JUnit
 * configuration parameter or a system property, and after them from the defaults: an embedded cluster.
 *
 * <p>A JVM has one cluster at a time. Tests which ask for the same one share it; when a test asks for another, the running one
 * is stopped as soon as nothing uses it, and the log says why. Nested classes inherit the annotation of the class around them.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface SparkCluster {

    /** What {@link #executors} and {@link #cores} are when nothing is said. */
    int AS_CONFIGURED = -1;

    /**
     * Return the number of executor processes; 0 for an embedded cluster, whose executors are threads of the test JVM.
     */
    int executors() default AS_CONFIGURED;

    /** Return the number of cores of each executor, or of the embedded cluster. */
    int cores() default AS_CONFIGURED;

    /** Return the heap of each executor process in the JVM's notation, {@code 1g}; empty for what is configured. */
    String memory() default "";

    /**
     * Return Spark settings of the cluster, each {@code key=value}. A cluster with other settings is another cluster: settings
     * that Spark accepts in a running session belong into a configuration, or into {@link LakelightExtension.Builder}.
     */
    String[] settings() default {};
}
