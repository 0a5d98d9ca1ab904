package dev.lakelight.maven;

import dev.lakelight.problem.EnvironmentError;
import java.util.ArrayList;
import java.util.List;

/** What must be on the test class path for a suite to run. */
final class SuiteRequirements {

    static final String SUITE_MAIN = "dev.lakelight.junit.suite.SuiteMain";

    private static final List<Requirement> ALL = List.of(
            new Requirement(SUITE_MAIN, "dev.lakelight:lakelight-junit with scope test, in the version of this plugin"),
            new Requirement("org.apache.spark.sql.SparkSession", "org.apache.spark:spark-sql_2.13 with scope provided"),
            new Requirement(
                    "io.delta.sql.DeltaSparkSessionExtension", "io.delta:delta-spark_2.13 with scope provided"));

    /**
     * Check that everything is there.
     *
     * @throws EnvironmentError naming every missing dependency
     */
    static void check(TestClassPath classPath, ProjectFacts project) {
        List<String> missing = new ArrayList<>();

        for (Requirement requirement : ALL) {
            if (!classPath.contains(requirement.className())) {
                missing.add(requirement.dependency());
            }
        }
        if (!missing.isEmpty()) {
            throw new EnvironmentError("The suite of %s cannot run. Its test class path lacks %s: add %s to the POM"
                    .formatted(
                            project.name(),
                            String.join(", and ", missing),
                            missing.size() == 1 ? "this dependency" : "these dependencies"));
        }
    }

    private record Requirement(String className, String dependency) {}

    private SuiteRequirements() {}
}
