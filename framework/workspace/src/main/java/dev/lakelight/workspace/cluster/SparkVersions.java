package dev.lakelight.workspace.cluster;

import java.util.List;
import java.util.Map;

/**
 * The one version of Spark that clusters have, whichever they ask for.
 *
 * @param spark such as {@code 4.2.0}; empty when there is none
 */
record SparkVersions(String spark) {

    Map<String, Object> json() {
        if (spark.isEmpty()) {
            return Map.of("versions", List.of());
        }

        String minor = spark.replaceFirst("^(\\d+\\.\\d+).*", "$1");
        return Map.of(
                "versions",
                List.of(Map.of(
                        "key",
                        minor + ".x-scala2.13",
                        "name",
                        "%s LTS (includes Apache Spark %s, Scala 2.13)".formatted(minor, spark))));
    }
}
