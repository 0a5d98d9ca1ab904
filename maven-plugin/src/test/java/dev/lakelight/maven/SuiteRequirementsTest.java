package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRequirementsTest {

    @TempDir
    Path folder;

    @Test
    void namesTheOneThatIsMissing() throws IOException {
        withClass("org/apache/spark/sql/SparkSession");
        withClass("io/delta/sql/DeltaSparkSessionExtension");

        assertThatThrownBy(this::check)
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("The suite of Retail cannot run. Its test class path lacks dev.lakelight:lakelight-junit"
                        + " with scope test, in the version of this plugin: add this dependency to the POM");
    }

    @Test
    void namesAllThatAreMissing() throws IOException {
        withClass("dev/lakelight/junit/suite/SuiteMain");

        assertThatThrownBy(this::check)
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("The suite of Retail cannot run. Its test class path lacks org.apache.spark:spark-sql_2.13"
                        + " with scope provided, and io.delta:delta-spark_2.13 with scope provided:"
                        + " add these dependencies to the POM");
    }

    @Test
    void isContentWhenEverythingIsThere() throws IOException {
        withClass("dev/lakelight/junit/suite/SuiteMain");
        withClass("org/apache/spark/sql/SparkSession");
        withClass("io/delta/sql/DeltaSparkSessionExtension");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void check() {
        SuiteRequirements.check(TestClassPath.of(List.of(folder)), ProjectFactsFixture.project(folder));
    }

    private void withClass(String name) throws IOException {
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
