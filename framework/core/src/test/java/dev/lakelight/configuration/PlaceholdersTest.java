package dev.lakelight.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    private final Placeholders placeholders =
            Placeholders.of(Map.of(Placeholders.LAKE_FILES, "C:\\lake$1", Placeholders.PROJECT_BASEDIR, "/home/a b"));

    @Test
    void replacesPlaceholdersByTheirValuesAsTheyAre() {
        assertThat(placeholders.resolve("${lake.files}/landing from ${project.basedir}"))
                .isEqualTo("C:\\lake$1/landing from /home/a b");
    }

    @Test
    void leavesAloneWhatBelongsToThePipeline() {
        assertThat(placeholders.resolve("${run_date} $ ${} ${lake} ${lake.files"))
                .isEqualTo("${run_date} $ ${} ${lake} ${lake.files");
    }

    @Test
    void doesNotLookIntoValuesAgain() {
        Placeholders nested = Placeholders.of(Map.of("lake.name", "${lake.name}"));

        assertThat(nested.resolve("${lake.name}")).isEqualTo("${lake.name}");
    }

    @Test
    void keepsTheOrderOfParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("z", "${lake.files}");
        parameters.put("a", "1");

        assertThat(placeholders.resolve(parameters)).containsExactly(Map.entry("z", "C:\\lake$1"), Map.entry("a", "1"));
    }

    @Test
    void refusesAnUnknownNameAndProposesAKnownOne() {
        assertThatThrownBy(() -> placeholders.resolve("${lake.file}/a"))
                .isInstanceOf(UserError.class)
                .hasMessage("Unknown placeholder ${lake.file} in '${lake.file}/a'."
                        + " Known here: lake.files, project.basedir. Perhaps you mean ${lake.files}.");
    }
}
