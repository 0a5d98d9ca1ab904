package dev.lakelight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.configuration.SeedSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets of files: below the lake's files, or as pipelines write paths. The reader and the schema agree on them. */
class LandingTargetTest {

    private static final String FILE = """
            scenarios:
              - name: target
                given:
                  files: { "%s": data/late }
                run: { notebook: pipelines/silver/customers.sql }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "landing/day",
                "s3://acme-raw/day",
                "abfss://raw@acme.dfs.core.windows.net/day",
                "dbfs:/mnt/raw",
                "dbfs:///mnt/raw",
                "/mnt/raw",
                "/Volumes/main/sales/landing",
                "/FileStore/x",
                "/databricks-datasets/x",
                "/dbfs/x"
            })
    void isAccepted(String target) {
        ScenarioFile file =
                ScenarioProject.in(folder).with("a.yml", FILE.formatted(target)).readOne();

        assertThat(file.scenarios().get(0).given()).extracting(SeedSpec::table).containsExactly(target);
        assertThat(ScenarioSchema.load().validate(ScenarioSchema.tree(FILE.formatted(target))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"../x", "/x", "/home/ann", "s3://", "s3://acme/../x", "dbfs:/../x", "/mnt/../x", "a//b", "/mnt"})
    void isRefused(String target) {
        ScenarioCatalog catalog =
                ScenarioProject.in(folder).with("a.yml", FILE.formatted(target)).read();

        assertThat(catalog.faulty()).singleElement().asString().contains("is not a path below the lake's files");
        assertThat(ScenarioSchema.load().validate(ScenarioSchema.tree(FILE.formatted(target))))
                .isNotEmpty();
    }
}
