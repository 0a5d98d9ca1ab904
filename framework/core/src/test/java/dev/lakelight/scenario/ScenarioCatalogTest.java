package dev.lakelight.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCatalogTest {

    private static final String USES_SMALL = "scenarios: [ { name: a, configuration: small, run: { class: a.B } } ]";

    private static final String USES_SHOP = "scenarios: [ { name: a, given: { fixture: shop }, run: { class: a.B } } ]";

    @TempDir
    Path base;

    @Test
    void letsFilesUseTheConfigurationsOfOthers() {
        ScenarioCatalog catalog = ScenarioProject.in(base)
                .with("a.yml", USES_SMALL)
                .with("b.yml", "configurations: { small: {} }")
                .read();

        assertThat(catalog.orThrow().files()).hasSize(2);
        assertThat(catalog.configurations().names()).containsExactly("small");
    }

    @Test
    void refusesTheSecondOfTwoConfigurationsOfOneName() {
        ScenarioCatalog catalog = ScenarioProject.in(base)
                .with("a.yml", "configurations:\n  small: {}")
                .with("b.yml", "configurations: { small: {} }")
                .read();

        assertThat(messages(catalog))
                .containsExactly("src/test/lakelight/b.yml:1:19: Two configurations have the name 'small':"
                        + " the first is at src/test/lakelight/a.yml:2. Rename one of them.");
        assertThat(catalog.configurations().names()).containsExactly("small");
    }

    @Test
    void refusesToUseConfigurationsOfAFileWithMistakes() {
        ScenarioCatalog catalog = ScenarioProject.in(base)
                .with("a.yml", USES_SMALL.replace("small", "other"))
                .with("b.yml", "configurations: { other: {} }\n" + USES_SMALL)
                .with("c.yml", "configurations: { small: { gven: {} } }")
                .read();

        assertThat(messages(catalog))
                .containsExactly(
                        "src/test/lakelight/a.yml:1:40: The configuration 'other' cannot be used:"
                                + " there are mistakes in src/test/lakelight/b.yml, which declares it.",
                        "src/test/lakelight/b.yml:2:40: The configuration 'small' cannot be used:"
                                + " there are mistakes in src/test/lakelight/c.yml, which declares it.",
                        "src/test/lakelight/c.yml:1:28: Unknown key 'gven' in a configuration."
                                + " Accepted are: parameters, spark, time, seed, given, secrets. Perhaps you mean 'given'.");
        assertThat(catalog.configurations().names()).isEmpty();
    }

    @Test
    void letsFilesUseTheFixturesOfOthers() {
        ScenarioCatalog catalog = ScenarioProject.in(base)
                .with("a.yml", USES_SHOP)
                .with("b.yml", "fixtures: { shop: { class: a.Shop } }")
                .read();

        assertThat(catalog.orThrow().files().get(0).scenarios().get(0).fixture())
                .isEqualTo("shop");
        assertThat(catalog.fixture("shop").maker()).isEqualTo("a.Shop");
        assertThatThrownBy(() -> catalog.fixture("shp"))
                .hasMessage("Unknown fixture 'shp'. Declared are: shop. Perhaps you mean 'shop'.");
    }

    @Test
    void refusesTheSecondOfTwoFixturesOfOneName() {
        ScenarioCatalog catalog = ScenarioProject.in(base)
                .with("a.yml", "fixtures:\n  shop: { class: a.Shop }")
                .with("b.yml", "fixtures: { shop: { class: b.Shop } }")
                .read();

        assertThat(messages(catalog))
                .containsExactly("src/test/lakelight/b.yml:1:13: Two fixtures have the name 'shop':"
                        + " the first is at src/test/lakelight/a.yml:2. Rename one of them.");
    }

    @Test
    void refusesToUseFixturesOfAFileWithMistakes() {
        ScenarioCatalog catalog = ScenarioProject.in(base)
                .with("a.yml", USES_SHOP)
                .with("b.yml", "fixtures: { shop: { class: a.Shop, gven: {} } }")
                .read();

        assertThat(messages(catalog))
                .startsWith("src/test/lakelight/a.yml:1:43: The fixture 'shop' cannot be used:"
                        + " there are mistakes in src/test/lakelight/b.yml, which declares it.");
    }

    @Test
    void keepsSoundFilesBesideFaultyOnes() {
        ScenarioCatalog catalog = ScenarioProject.in(base)
                .with("a.yml", "")
                .with("b.yml", "configurations: { small: {} }")
                .read();

        assertThat(catalog.files())
                .extracting(ScenarioFile::file)
                .containsExactly(base.resolve(ScenarioProject.FOLDER + "b.yml"));
        assertThat(catalog.faulty()).hasSize(1);
    }

    @Test
    void throwsTheMistakesOfAllFilesAtOnce() {
        ScenarioCatalog catalog =
                ScenarioProject.in(base).with("a.yml", "[]").with("b.yml", "[]").read();

        assertThatThrownBy(catalog::orThrow).isInstanceOf(UserError.class).hasMessage("""
                        src/test/lakelight/a.yml:1:1: The file must be a mapping, but is a list.
                        src/test/lakelight/b.yml:1:1: The file must be a mapping, but is a list.""");
    }

    private static List<String> messages(ScenarioCatalog catalog) {
        return catalog.faulty().stream()
                .map(faulty -> faulty.error().getMessage())
                .toList();
    }
}
