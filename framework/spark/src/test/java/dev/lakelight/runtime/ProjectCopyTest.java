package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectCopyTest {

    @TempDir
    private Path project;

    private Path lake;
    private Path target;

    @BeforeEach
    void writeProject() throws IOException {
        lake = project.resolve("lakes").resolve("one");
        target = lake.resolve("workspace");
        write("settings.json", "root");
        write("notebooks/a.py", "a");
        write("notebooks/data/b.csv", "b");
        write("other/c.csv", "c");
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private boolean bring(long mostBytes) {
        return new ProjectCopy(project, target, lake, mostBytes).bring(project.resolve("notebooks"));
    }

    private List<String> copied() throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> target.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void bringsTheProjectWithoutWhatIsGeneratedOrHidden() throws IOException {
        write(".git/config", "x");
        write("target/classes/a.class", "x");
        write("module/target/b.class", "x");
        write("lakes/one/files/x.csv", "x");
        write("environment/pyvenv.cfg", "x");
        write("environment/lib/x.py", "x");

        assertThat(bring(100)).isTrue();

        assertThat(copied()).containsExactly("notebooks/a.py", "notebooks/data/b.csv", "other/c.csv", "settings.json");
    }

    @Test
    void keepsWhatANotebookHasWrittenUntilTheProjectChanges() throws IOException {
        bring(100);
        Path copy = target.resolve("settings.json");
        Files.writeString(copy, "notebook");
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().plusSeconds(10)));

        bring(100);

        assertThat(copy).hasContent("notebook");
        assertThat(project.resolve("settings.json")).hasContent("root");

        Files.setLastModifiedTime(
                project.resolve("settings.json"), FileTime.from(Instant.now().plusSeconds(20)));
        bring(100);

        assertThat(copy).hasContent("root");
    }

    @Test
    void bringsTheNearestFilesWhenThereIsNoRoomForAll() throws IOException {
        write("large.csv", "0123456789");
        write("other/large.csv", "0123456789");

        assertThat(bring(9)).isFalse();

        assertThat(copied()).contains("notebooks/a.py", "notebooks/data/b.csv").doesNotContain("large.csv");
    }

    @Test
    void makesTheFolderOfANotebookOutsideOfTheProject(@TempDir Path elsewhere) {
        ProjectCopy copy = new ProjectCopy(project, target, lake, 100);

        assertThat(copy.bring(elsewhere)).isTrue();

        assertThat(target).isEmptyDirectory();
    }
}
