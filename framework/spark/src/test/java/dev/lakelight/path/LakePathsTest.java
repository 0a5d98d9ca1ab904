package dev.lakelight.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LakePathsTest {

    @TempDir
    Path folder;

    private Path files;
    private LakePaths paths;

    @BeforeEach
    void makeLake() throws IOException {
        files = Files.createDirectories(folder.resolve("project/target/lakes/a/files"));
        paths = new LakePaths(files, folder.resolve("project"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "landing/2011-12-05, landing/2011-12-05",
        "dbfs:/mnt/raw/a.csv, mnt/raw/a.csv",
        "dbfs:/tmp/x, tmp/x",
        "dbfs:///mnt/raw, mnt/raw",
        "dbfs:/, ''",
        "dbfs:/Volumes/main/sales/landing/a.csv, Volumes/main/sales/landing/a.csv",
        "dbfs:/a/../b, b",
        "/mnt/raw, mnt/raw",
        "/dbfs/mnt/raw, mnt/raw",
        "/dbfs, ''",
        "file:/dbfs/FileStore/x, FileStore/x",
        "/Volumes/main/sales/landing, Volumes/main/sales/landing",
        "/FileStore/tables/a.csv, FileStore/tables/a.csv",
        "/databricks-datasets/nyctaxi/a.csv, databricks-datasets/nyctaxi/a.csv",
        "s3://acme-raw/orders/2011, s3/acme-raw/orders/2011",
        "s3a://acme-raw/orders, s3/acme-raw/orders",
        "s3n://acme_raw/orders, s3/acme_raw/orders",
        "s3://acme-raw, s3/acme-raw",
        "s3://acme-raw/dbfs/x, s3/acme-raw/dbfs/x",
        "abfss://raw@acme.dfs.core.windows.net/a b, abfss/raw@acme.dfs.core.windows.net/a b",
        "abfs://raw@acme.dfs.core.windows.net/a, abfss/raw@acme.dfs.core.windows.net/a",
        "wasbs://raw@acme.blob.core.windows.net/a, wasbs/raw@acme.blob.core.windows.net/a",
        "wasb://raw@acme.blob.core.windows.net/a, wasbs/raw@acme.blob.core.windows.net/a",
        "gs://acme/a, gs/acme/a",
        "adl://acme.azuredatalakestore.net/a, adl/acme.azuredatalakestore.net/a"
    })
    void leadIntoTheLake(String path, String target) {
        assertThat(paths.resolve(path)).isEqualTo(files.resolve(target));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"../x", "a/../../x", "dbfs:/../x", "dbfs:/mnt/../../x", "s3://acme/../other/x", "gs://../x"})
    void neverLeadOutOfIt(String path) {
        assertThatThrownBy(() -> paths.resolve(path))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("leads out of the lake's files: with its '..' it is above " + files);
    }

    @Test
    void refusesSymbolicLinksThatLeadOut() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        link(files.resolve("mnt"), outside);
        link(files.resolve("nowhere"), folder.resolve("nothing"));

        assertThatThrownBy(() -> paths.resolve("dbfs:/mnt/a.csv"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        ("The path dbfs:/mnt/a.csv leads out of the lake's files: %s is a symbolic link. Copy what it"
                                        + " points to into the lake instead.")
                                .formatted(files.resolve("mnt")));
        assertThatThrownBy(() -> paths.resolve("dbfs:/nowhere/a.csv")).hasMessageContaining("is a symbolic link");
    }

    @Test
    void followsSymbolicLinksThatStayInside() throws IOException {
        Files.createDirectory(files.resolve("raw"));
        link(files.resolve("mnt"), files.resolve("raw"));

        assertThat(paths.resolve("/mnt/a.csv")).isEqualTo(files.resolve("mnt/a.csv"));
    }

    @Test
    void leaveLocalPathsAlone() {
        assertThatThrownBy(() -> paths.resolve("/home/ann/a.csv"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "The path /home/ann/a.csv is none of a lake. Accepted are paths below the lake's files such as"
                                + " landing/a.csv, and those that begin with /FileStore, /Volumes, /databricks-datasets, /dbfs,"
                                + " /mnt, abfs://, abfss://, adl://, dbfs:/, gs://, s3://, s3a://, s3n://, wasb://, wasbs://.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"data,tmp", "/data, /tmp,"})
    void leadPathsBelowFoldersThatAreNamedAsRoots(String roots) {
        LakePaths named = new LakePaths(files, folder.resolve("project"), roots);

        assertThat(named.resolve("/data/raw/a.csv")).isEqualTo(files.resolve("data/raw/a.csv"));
        assertThat(named.resolve("/tmp")).isEqualTo(files.resolve("tmp"));
        assertThat(named.resolve("/mnt/raw")).isEqualTo(files.resolve("mnt/raw"));
        assertThatThrownBy(() -> named.resolve("/database/a.csv")).hasMessageContaining("is none of a lake");
    }

    @Test
    void leaveTheProjectWhereItIsBelowANamedRoot() {
        LakePaths named =
                new LakePaths(Path.of("/data/ci/project/target/a/files"), Path.of("/data/ci/project"), "data");

        assertThat(named.find(new org.apache.hadoop.fs.Path("/data/ci/project/src/a.csv")))
                .isEmpty();
        assertThat(named.find(new org.apache.hadoop.fs.Path("/data/raw/a.csv")))
                .contains(Path.of("/data/ci/project/target/a/files/data/raw/a.csv"));
    }

    /** As with Linux on Windows, where a user's disk is below /mnt, or macOS with other disks below /Volumes. */
    @Test
    void leaveTheProjectWhereItIs() {
        LakePaths ofMounted = new LakePaths(Path.of("/mnt/c/project/target/a/files"), Path.of("/mnt/c/project"));

        assertThat(ofMounted.find(new org.apache.hadoop.fs.Path("/mnt/c/project/data/a.csv")))
                .isEmpty();
        assertThat(ofMounted.find(new org.apache.hadoop.fs.Path("/mnt/c/other/a.csv")))
                .contains(Path.of("/mnt/c/project/target/a/files/mnt/c/other/a.csv"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"s3://acme/raw", "dbfs:/mnt/raw", "file:/mnt/raw", "/Volumes/main/sales/landing"})
    void fileSystemsNameFilesAsTheyWereAskedFor(String name) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(name);

        try (FileSystem fileSystem = path.getFileSystem(configuration())) {
            write(fileSystem, new org.apache.hadoop.fs.Path(path, "day/.part.tmp"));
            assertThat(fileSystem.rename(
                            new org.apache.hadoop.fs.Path(path, "day/.part.tmp"),
                            new org.apache.hadoop.fs.Path(path, "day/part.csv")))
                    .isTrue();

            FileStatus[] listed = fileSystem.listStatus(new org.apache.hadoop.fs.Path(path, "day"));

            assertThat(listed).hasSize(1);
            assertThat(listed[0].getPath())
                    .isEqualTo(fileSystem.makeQualified(new org.apache.hadoop.fs.Path(path, "day/part.csv")));
            assertThat(listed[0].getLen()).isEqualTo(2);
            assertThat(listed[0].getPermission()).isNotNull();
            assertThat(fileSystem.globStatus(new org.apache.hadoop.fs.Path(path, "*/*.csv")))
                    .hasSize(1);
            assertThat(paths.resolve(name).resolve("day/part.csv")).hasContent("id");
            assertThat(fileSystem.delete(path, true)).isTrue();
            assertThat(paths.resolve(name)).doesNotExist();
        }
    }

    @Test
    void logsOfDeltaTablesAreNamedByTheirPlaceOnTheDisk() throws IOException {
        org.apache.hadoop.fs.Path log = new org.apache.hadoop.fs.Path("s3://acme/orders/_delta_log");

        try (FileSystem fileSystem = log.getFileSystem(configuration())) {
            assertThat(fileSystem.makeQualified(log).toString())
                    .isEqualTo("file:" + files.resolve("s3/acme/orders/_delta_log"));
            assertThat(fileSystem.makeQualified(log.getParent())).hasToString("s3://acme/orders");
        }
    }

    @Test
    void withoutALakeCloudPathsAreRefused() throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path("s3://acme/raw");
        Configuration withoutLake = new Configuration(configuration());
        withoutLake.unset(LakePaths.FILES_SETTING);

        try (FileSystem fileSystem = path.getFileSystem(withoutLake)) {
            assertThatThrownBy(() -> fileSystem.exists(path))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "The path s3://acme/raw leads into a lake, but no lake is known here. Use it in a test that"
                                    + " has a lake, with the lake's session, in the thread that runs the test.");
        }
    }

    private Configuration configuration() {
        Configuration configuration = new Configuration(false);
        configuration.set(LakePaths.FILES_SETTING, files.toString());
        configuration.set(LakePaths.PROJECT_SETTING, folder.resolve("project").toString());
        configuration.set("fs.file.impl", QuickLocalFileSystem.class.getName());
        configuration.set("fs.file.impl.disable.cache", "true");

        for (String scheme : new String[] {"s3", "dbfs"}) {
            configuration.set("fs.%s.impl".formatted(scheme), LakeFileSystem.class.getName());
            configuration.set("fs.%s.impl.disable.cache".formatted(scheme), "true");
        }

        return configuration;
    }

    private static void write(FileSystem fileSystem, org.apache.hadoop.fs.Path path) throws IOException {
        try (FSDataOutputStream out = fileSystem.create(path)) {
            out.write("id".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            assumeTrue(false, "symbolic links cannot be made here: " + e);
        }
    }
}
