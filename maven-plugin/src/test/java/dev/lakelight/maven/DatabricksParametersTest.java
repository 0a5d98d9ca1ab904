package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.databricks.DatabricksSettings;
import dev.lakelight.databricks.GivenJob;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.sql.ExitLanguage;
import dev.lakelight.problem.UserError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabricksParametersTest {

    private static DatabricksSettings settings(
            String folder, String files, int parallel, String retention, String exitLanguage) {
        return parameters(folder, files, null, null, parallel, retention, exitLanguage)
                .settings(Duration.ofMinutes(60), false, "build");
    }

    private static DatabricksParameters parameters(
            String folder,
            String files,
            @Nullable String job,
            @Nullable String gitFolder,
            int parallel,
            String retention,
            String exitLanguage) {
        return new DatabricksParameters(
                null, null, "serverless", folder, files, null, null, job, gitFolder, parallel, retention, exitLanguage);
    }

    private static @Nullable GivenJob givenJob(@Nullable String job, @Nullable String gitFolder) {
        return parameters("/a", "/Volumes/a/b/c", job, gitFolder, 1, "24h", "java")
                .settings(Duration.ofMinutes(60), false, "build")
                .givenJob();
    }

    @Test
    void readsWhichJobIsRunInWhichGitFolder() {
        assertThat(givenJob(null, null)).isNull();
        assertThat(givenJob("nightly", null)).isEqualTo(new GivenJob("nightly", null));
        assertThat(givenJob("17", "/Repos/ci/shop/")).isEqualTo(new GivenJob("17", "/Repos/ci/shop"));
        assertThatThrownBy(() -> givenJob(null, "/Repos/ci/shop"))
                .hasMessage(
                        "lakelight.databricks.gitFolder is the folder of a job; say which with lakelight.databricks.job");
    }

    @Test
    void readsWhatIsTyped() {
        DatabricksSettings settings = settings("/Shared/ci/", "/Volumes/main/ci/files/", 2, "24h", "Scala");

        assertThat(settings.compute()).isInstanceOf(Compute.Serverless.class);
        assertThat(settings.folder()).isEqualTo("/Shared/ci");
        assertThat(settings.files()).isEqualTo("/Volumes/main/ci/files");
        assertThat(settings.retention()).hasHours(24);
        assertThat(settings.exitLanguage()).isEqualTo(ExitLanguage.SCALA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a | /Volumes/a/b/c | 0 | 24h | python | lakelight.databricks.parallel is 0, but at least one test has to run at a time",
                "a  | /Volumes/a/b/c | 1 | 24h | python | lakelight.databricks.folder is 'a', but must begin with /",
                "/a | /tmp           | 1 | 24h | python | lakelight.databricks.files is '/tmp', but must begin with /Volumes/",
                "/a | /Volumes/a/b/c | 1 | 1h  | python | lakelight.databricks.retention must be longer than lakelight.timeout: what a run has made may be removed afterwards",
                "/a | /Volumes/a/b/c | 1 | day | python | lakelight.databricks.retention is 'day', which is not a time above zero; write hours, minutes or seconds: 2h, 60m, 90s or 1h30m",
                "/a | /Volumes/a/b/c | 1 | 24h | sql    | lakelight.databricks.exitLanguage is 'sql', but can be python, scala or java",
            })
    void saysWhatIsWrong(
            String folder, String files, int parallel, String retention, String exitLanguage, String message) {
        assertThatThrownBy(() -> settings(folder, files, parallel, retention, exitLanguage))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }
}
