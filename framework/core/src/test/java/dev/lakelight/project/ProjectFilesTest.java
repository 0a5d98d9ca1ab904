package dev.lakelight.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {

    @TempDir
    Path base;

    @Test
    void findsAFileInTheFirstRootThatHasIt() throws IOException {
        Path inFirst = write("first/data.csv");
        write("second/data.csv");
        Path onlyInBase = write("data/base.csv");

        ProjectFiles files = ProjectFiles.of(base, List.of(Path.of("first"), base.resolve("second")));

        assertThat(files.resolve("data.csv")).isEqualTo(inFirst);
        assertThat(files.resolve("data/base.csv")).isEqualTo(onlyInBase);
    }

    @Test
    void looksIntoAnAddedRootFirstAndLeavesTheOriginalAlone() throws IOException {
        Path usual = write("data.csv");
        Path beside = write("scenarios/data.csv");
        ProjectFiles files = ProjectFiles.of(base, List.of());

        ProjectFiles withFirst = files.withFirst(Path.of("scenarios"));

        assertThat(withFirst.resolve("data.csv")).isEqualTo(beside);
        assertThat(files.resolve("data.csv")).isEqualTo(usual);
    }

    @Test
    void resolvesFoldersAndAbsolutePaths() throws IOException {
        Path file = write("data set/a b.csv");
        ProjectFiles files = ProjectFiles.of(base, List.of());

        assertThat(files.resolve("data set")).isEqualTo(file.getParent());
        assertThat(files.resolve(file.toString())).isEqualTo(file);
    }

    @Test
    void namesEveryPlaceWhereAMissingFileWasLookedFor() {
        ProjectFiles files =
                ProjectFiles.of(base, List.of(Path.of("src/test/lakelight"), Path.of("src/test/resources")));

        assertThatThrownBy(() -> files.resolve("data/a.csv"))
                .isInstanceOf(UserError.class)
                .hasMessage("""
                        There is no file 'data/a.csv'. Looked at:
                          - src/test/lakelight/data/a.csv
                          - src/test/resources/data/a.csv
                          - data/a.csv""");
    }

    @Test
    void proposesAFileOfASimilarName() throws IOException {
        write("src/test/lakelight/data/customers.csv");
        ProjectFiles files = ProjectFiles.of(base, List.of(Path.of("src/test/lakelight")));

        assertThatThrownBy(() -> files.resolve("data/custmers.csv")).hasMessage("""
                        There is no file 'data/custmers.csv'. Looked at:
                          - src/test/lakelight/data/custmers.csv
                          - data/custmers.csv
                        Perhaps you mean 'src/test/lakelight/data/customers.csv'.""");
    }

    @Test
    void refusesANameThatCannotBeAPath() {
        ProjectFiles files = ProjectFiles.of(base, List.of());

        assertThatThrownBy(() -> files.resolve("a\0b"))
                .isInstanceOf(UserError.class)
                .hasMessage("The file name 'a\0b' cannot be a path: Nul character not allowed.");
    }

    @Test
    void showsPathsRelativeToTheBaseDirectory() {
        ProjectFiles files = ProjectFiles.of(base, List.of());

        assertThat(files.relative(base.resolve("pipelines/silver/../a.sql"))).isEqualTo("pipelines/a.sql");
        assertThat(files.relative(Path.of("pipelines/a.sql"))).isEqualTo("pipelines/a.sql");
        assertThat(files.relative(base)).isEqualTo(".");
        assertThat(files.relative(base.resolveSibling("other/a.sql")))
                .isEqualTo(base.resolveSibling("other/a.sql").toString().replace('\\', '/'));
    }

    private Path write(String name) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
