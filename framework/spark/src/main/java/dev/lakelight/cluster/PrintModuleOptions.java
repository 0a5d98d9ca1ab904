package dev.lakelight.cluster;

import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;

/** A main class that tells which JVM options Spark needs, one a line. Forked by the launch profile. */
final class PrintModuleOptions {

    private PrintModuleOptions() {}

    public static void main(String[] arguments) {
        List.of(JavaModuleOptions.defaultModuleOptionArray()).forEach(System.out::println);
    }
}
