package dev.lakelight.dbutils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.backend.daemon.dbutils.FileInfo;
import dev.lakelight.path.LakeMounts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class FsUtilsTest {

    @TempDir
    Path folder;

    private FsUtils fs;

    @BeforeEach
    void openFileSystems() throws IOException {
        fs = new FsUtils(new DbfsPaths(Configuration::new, List.of(folder)), new LakeMounts(folder.resolve("files")));
        Files.createDirectories(folder.resolve("raw/deep"));
        Files.writeString(folder.resolve("raw/b.csv"), "b,1\n");
        Files.writeString(folder.resolve("raw/a.csv"), "aä\n");
        Files.writeString(folder.resolve("raw/deep/c.csv"), "c");
        Files.createDirectories(folder.resolve("empty"));
    }

    private String at(String path) {
        return folder.resolve(path).toString();
    }

    @Test
    void listsFoldersByNameWithASlashBehindFolders() throws IOException {
        List<FileInfo> files = fs.list(at("raw"));

        assertThat(files).extracting(FileInfo::name).containsExactly("a.csv", "b.csv", "deep/");
        assertThat(files).extracting(FileInfo::size).containsExactly(4L, 4L, 0L);
        assertThat(files).extracting(FileInfo::isDir).containsExactly(false, false, true);
        assertThat(files.get(2).path()).isEqualTo("file:" + at("raw/deep") + "/");
        assertThat(files.get(0).modificationTime())
                .isEqualTo(
                        Files.getLastModifiedTime(folder.resolve("raw/a.csv")).toMillis());
        assertThat(files.get(0))
                .hasToString("FileInfo(file:%s, a.csv, 4, %d)"
                        .formatted(at("raw/a.csv"), files.get(0).modificationTime()));
    }

    @Test
    void listsAFileAsItself() throws IOException {
        assertThat(fs.ls(at("raw/b.csv")).head().name()).isEqualTo("b.csv");
        assertThat(fs.ls(at("empty")).size()).isZero();
    }

    @Test
    void removesWhatThereIs() throws IOException {
        assertThat(fs.rm(at("none"))).isFalse();
        assertThat(fs.rm(at("raw/a.csv"))).isTrue();
        assertThat(fs.rm(at("empty"))).isTrue();
        assertThat(fs.rm(at("raw"), true)).isTrue();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void copiesToAPathIntoAFolderAndWhatAFolderHolds() throws IOException {
        assertThat(fs.cp(at("raw/a.csv"), at("new/x.csv"))).isTrue();
        fs.cp(at("raw/b.csv"), at("empty"));
        fs.cp(at("raw"), at("new"), true);
        fs.cp(at("raw/b.csv"), at("new/a.csv"));

        assertThat(folder.resolve("new/x.csv")).hasContent("aä");
        assertThat(folder.resolve("empty/b.csv")).hasContent("b,1");
        assertThat(folder.resolve("new/deep/c.csv")).hasContent("c");
        assertThat(folder.resolve("new/a.csv")).as("replaced").hasContent("b,1");
        assertThat(folder.resolve("raw/a.csv")).exists();
    }

    @Test
    void movesFilesAndFolders() throws IOException {
        fs.mv(at("raw/a.csv"), at("moved.csv"));
        fs.mv(at("raw"), at("other/place"), true);

        assertThat(folder.resolve("moved.csv")).hasContent("aä");
        assertThat(folder.resolve("other/place/deep/c.csv")).hasContent("c");
        assertThat(folder.resolve("raw")).doesNotExist();
    }

    @Test
    void keepsAFileThatIsMovedOntoItself() {
        assertThatThrownBy(() -> fs.mv(at("raw/a.csv"), at("raw/a.csv"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fs.mv(at("raw/a.csv"), at("raw"))).isInstanceOf(IllegalArgumentException.class);

        assertThat(folder.resolve("raw/a.csv")).hasContent("aä");
    }

    @Test
    void makesFoldersAgainAndAgain() throws IOException {
        assertThat(fs.mkdirs(at("x/y/z"))).isTrue();
        assertThat(fs.mkdirs(at("x/y/z"))).isTrue();

        assertThat(folder.resolve("x/y/z")).isDirectory();
    }

    @Test
    void readsTheBeginningOfFiles() throws IOException {
        assertThat(fs.head(at("raw/b.csv"))).isEqualTo("b,1\n");
        assertThat(fs.head(at("raw/b.csv"), 2)).isEqualTo("b,");
    }

    @Test
    void writesFilesInFoldersThatItMakes() throws IOException {
        assertThat(fs.put(at("new/x.txt"), "ä")).isTrue();
        assertThat(fs.put(at("new/x.txt"), "ö", true)).isTrue();

        assertThat(folder.resolve("new/x.txt")).hasContent("ö");
    }

    @Test
    void takesPathsWithoutSchemeForThoseOfDbfs() {
        DbfsPaths paths = new DbfsPaths(Configuration::new, List.of(folder));

        assertThat(paths.path("/mnt/raw").toString()).isEqualTo("dbfs:/mnt/raw");
        assertThat(paths.path("raw/a b.csv").toString()).isEqualTo("dbfs:/raw/a b.csv");
        assertThat(paths.path("s3://acme/raw").toString()).isEqualTo("s3://acme/raw");
        assertThat(paths.path("file:/x").toString()).isEqualTo("file:/x");
        assertThat(paths.path(at("x")).toString()).isEqualTo("file:" + at("x"));
        assertThat(paths.path(at("x") + "/../../out").toString())
                .as("out of the folder")
                .startsWith("dbfs:/");
    }

    @Test
    void recordsMountsWithoutTheirKeys() {
        fs.mount("s3a://acme/raw", "/mnt/raw", Map.of("key", "secret"));
        fs.mount("abfss://c@acme.dfs.core.windows.net/", "dbfs:/mnt/lake/", "", null, Map.of());
        fs.updateMount("s3a://acme/other", "/mnt/raw");

        assertThat(fs.mounts().mkString("; "))
                .isEqualTo("MountInfo(/mnt/lake, abfss://c@acme.dfs.core.windows.net/, );"
                        + " MountInfo(/mnt/raw, s3a://acme/other, )");
        assertThat(fs.unmount("/mnt/lake/")).isTrue();
        assertThat(fs.mounts().size()).isEqualTo(1);
        assertThat(fs.refreshMounts()).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> refuses() {
        fs.mount("s3a://acme/raw", "/mnt/raw");
        return Stream.of(
                refuses(
                        "to list nothing",
                        () -> fs.ls(at("none")),
                        FileNotFoundException.class,
                        "No such file or directory: file:%s. Correct the path, or give the test the file."
                                .formatted(at("none"))),
                refuses(
                        "to copy nothing",
                        () -> fs.cp(at("none"), at("x")),
                        FileNotFoundException.class,
                        "No such file or directory: file:%s. Correct the path, or give the test the file."
                                .formatted(at("none"))),
                refuses(
                        "to read nothing",
                        () -> fs.head(at("none")),
                        FileNotFoundException.class,
                        "No such file or directory: file:%s. Correct the path, or give the test the file."
                                .formatted(at("none"))),
                refuses(
                        "to read a folder",
                        () -> fs.head(at("raw")),
                        IOException.class,
                        "Cannot read file:%s: it is a directory. List it with dbutils.fs.ls.".formatted(at("raw"))),
                refuses(
                        "to remove a full folder",
                        () -> fs.rm(at("raw")),
                        IOException.class,
                        "Cannot remove file:%s: it is a directory that is not empty. Set recurse to true."
                                .formatted(at("raw"))),
                refuses(
                        "to copy a folder",
                        () -> fs.cp(at("raw"), at("x")),
                        IllegalArgumentException.class,
                        "Cannot copy the directory file:%s: recurse is false. Set it to true.".formatted(at("raw"))),
                refuses(
                        "to copy a folder into itself",
                        () -> fs.cp(at("raw"), at("raw/x"), true),
                        IllegalArgumentException.class,
                        "Cannot copy the directory file:%s into itself: file:%s is below it. Name another target."
                                .formatted(at("raw"), at("raw/x"))),
                refuses(
                        "to copy a file onto itself",
                        () -> fs.cp(at("raw/a.csv"), at("raw/deep/../a.csv")),
                        IllegalArgumentException.class,
                        "Cannot copy the file file:%s onto itself: file:%s leads to it, too. Name another target."
                                .formatted(at("raw/a.csv"), at("raw/a.csv"))),
                refuses(
                        "to move a file into its folder",
                        () -> fs.mv(at("raw/a.csv"), at("raw")),
                        IllegalArgumentException.class,
                        "Cannot copy the file file:%s onto itself: file:%s leads to it, too. Name another target."
                                .formatted(at("raw/a.csv"), at("raw"))),
                refuses(
                        "to write over a folder",
                        () -> fs.put(at("raw"), "", true),
                        IOException.class,
                        "Cannot write file:%s: it is a directory. Name a file in it.".formatted(at("raw"))),
                refuses(
                        "to write over a file",
                        () -> fs.put(at("raw/a.csv"), ""),
                        FileAlreadyExistsException.class,
                        "Cannot write file:%s: it exists. Set overwrite to true, or remove it."
                                .formatted(at("raw/a.csv"))),
                refuses(
                        "to make a folder of a file",
                        () -> fs.mkdirs(at("raw/a.csv")),
                        FileAlreadyExistsException.class,
                        "Cannot make the directory file:%s: it is a file. Remove it, or name another directory."
                                .formatted(at("raw/a.csv"))),
                refuses(
                        "to mount twice",
                        () -> fs.mount("s3a://x", "/mnt/raw"),
                        IllegalArgumentException.class,
                        "Directory already mounted: /mnt/raw. Unmount it before, or ask dbutils.fs.mounts() whether it is."),
                refuses(
                        "to unmount nothing",
                        () -> fs.unmount("/mnt/x"),
                        IllegalArgumentException.class,
                        "Directory not mounted: /mnt/x. Mounted are: [/mnt/raw]."),
                refuses(
                        "a relative mount point",
                        () -> fs.mount("s3a://x", "mnt/x"),
                        IllegalArgumentException.class,
                        "The mount point 'mnt/x' is no absolute path. Write it as /mnt/name."));
    }

    private static DynamicTest refuses(
            String name, ThrowingCallable call, Class<? extends Exception> type, String message) {
        return DynamicTest.dynamicTest(
                name, () -> assertThatThrownBy(call).isInstanceOf(type).hasMessage(message));
    }
}
