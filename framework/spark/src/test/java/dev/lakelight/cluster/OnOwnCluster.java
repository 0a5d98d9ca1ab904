package dev.lakelight.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The tests of the class need another cluster than the embedded one, such as executor processes, and a JVM has one SparkContext.
 * They run alone, and after all that share the embedded cluster, so that it is replaced once.
 */
@Isolated("its cluster replaces the embedded one of all others")
@Order(Integer.MAX_VALUE)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnOwnCluster {}
