package dev.lakelight.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeMountsTest {

    @TempDir
    Path lake;

    private Path files;
    private LakePaths paths;
    private LakeMounts mounts;

    @BeforeEach
    void open() {
        files = lake.resolve("files");
        paths = new LakePaths(files, lake.resolve("project"));
        mounts = new LakeMounts(files);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "/mnt/raw, s3/acme/raw",
        "/mnt/raw/, s3/acme/raw",
        "dbfs:/mnt/raw/a b/c%20.csv, s3/acme/raw/a b/c%20.csv",
        "/dbfs/mnt/raw/x, s3/acme/raw/x",
        "mnt/raw/x, s3/acme/raw/x",
        "/mnt/raw/deep/x, gs/other/x",
        "/mnt/rawer/x, mnt/rawer/x",
        "s3://acme/raw/x, s3/acme/raw/x",
        "/mnt/loop/x, mnt/loop/x",
    })
    void leadToTheirSources(String path, String place) {
        mounts.add(new Mount("/mnt/raw", "s3a://acme/raw/", ""));
        mounts.add(new Mount("/mnt/raw/deep", "gs://other", ""));
        mounts.add(new Mount("/mnt/loop", "dbfs:/mnt/loop", ""));

        assertThat(paths.resolve(path)).isEqualTo(files.resolve(place));
    }

    @Test
    void areThereForWhoeverKnowsTheFolder() {
        mounts.add(new Mount("/mnt/ä b", "s3://acme/x", "sse-kms:key"));
        mounts.add(new Mount("/mnt/c", "abfss://c@acme.dfs.core.windows.net/", ""));

        assertThat(new LakeMounts(files).all())
                .containsExactly(
                        new Mount("/mnt/ä b", "s3://acme/x", "sse-kms:key"),
                        new Mount("/mnt/c", "abfss://c@acme.dfs.core.windows.net/", ""));
    }

    @Test
    void leadNowhereElse() {
        assertThatThrownBy(() -> mounts.add(new Mount("/mnt/raw", "hdfs://host/raw", "")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The path hdfs://host/raw is none of a lake.");
        mounts.add(new Mount("/mnt/kept", "s3://acme/kept", ""));
        assertThatThrownBy(() -> mounts.replace(new Mount("/mnt/kept", "hdfs://host/raw", "")))
                .isInstanceOf(UserError.class);
        assertThat(mounts.all()).containsExactly(new Mount("/mnt/kept", "s3://acme/kept", ""));
    }
}
