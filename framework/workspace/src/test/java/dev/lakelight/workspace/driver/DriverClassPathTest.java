package dev.lakelight.workspace.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverClassPathTest {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("class-path"), text);
    }

    @Test
    void addsLakelightToTheOneOfAProject() throws IOException {
        List<Path> jars = RuntimeClassPath.ofThisJvm().stream()
                .filter(entry -> entry.getFileName().toString().matches("(spark|delta)-.*jar"))
                .toList();
        String separated = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));

        DriverClassPath classPath = DriverClassPath.in(file(separated + "\n"));

        assertThat(classPath.entries()).startsWith(jars.toArray(Path[]::new)).hasSize(jars.size() + 4);
        assertThat(classPath.sparkVersion())
                .hasValueSatisfying(version -> assertThat(version).matches("\\d+\\.\\d+\\.\\d+.*"));
    }

    @Test
    void refusesAFileThatIsNoneOrNamesWhatIsNot() throws IOException {
        Path missing = folder.resolve("missing");
        Path file = file(missing + "\n");

        assertThatThrownBy(() -> DriverClassPath.in(missing))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The class path of clusters cannot be read from " + missing);
        assertThatThrownBy(() -> DriverClassPath.in(file))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "%s: the class path of clusters names %s, which does not exist. Write the file anew.",
                        file, missing);
    }

    @Test
    void refusesOneWithoutSpark() throws IOException {
        Path file = file(folder.toString());

        assertThatThrownBy(() -> DriverClassPath.in(file))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "%s: the class path of clusters has no Spark. Write it with Maven, in a project that has both: mvn dependency:build-classpath -Dmdep.outputFile=FILE",
                        file);
    }

    @Test
    void saysThatThisJvmHasNone() {
        DriverClassPath none = DriverClassPath.of(List.of(folder));

        assertThat(none.sparkVersion()).isEmpty();
        assertThatThrownBy(none::entries)
                .isInstanceOf(EnvironmentError.class)
                .hasMessage(
                        "Clusters need Spark and Delta, which are not on the class path of this workspace. Add them, or name a file with a class path that has both by --spark-classpath FILE or WorkspaceBuilder.sparkClassPath. Write it with Maven, in a project that has both: mvn dependency:build-classpath -Dmdep.outputFile=FILE");
    }
}
