package dev.lakelight.databricks.suite;

import dev.lakelight.databricks.suite.RemoteTest.Work;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Tests that are written in Java. They are not run on Databricks, and nobody shall think so. */
final class JavaTests {

    private static final String REASON =
            "Not on Databricks: tests written in Java are run on this machine, by a build without -Dlakelight.target=databricks.";

    private JavaTests() {}

    /** Return what stands for all of them in reports, when there may be some. */
    static Optional<RemoteTest> in(Path testClasses) {
        if (!Files.isDirectory(testClasses)) {
            return Optional.empty();
        }

        try (Stream<Path> files = Files.walk(testClasses)) {
            boolean any = files.anyMatch(file -> file.toString().endsWith(".class"));
            return any ? Optional.of(skipped()) : Optional.empty();
        } catch (IOException e) {
            throw new EnvironmentError("Cannot look for test classes in %s: %s".formatted(testClasses, e), e);
        }
    }

    private static RemoteTest skipped() {
        TestIdentity identity =
                new TestIdentity("[lakelight:java-tests]", TestKind.JUNIT, "JUnit", "tests written in Java", null);
        return new RemoteTest(identity, new Work.Skip(REASON));
    }
}
