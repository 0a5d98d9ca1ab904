package dev.lakelight.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The chapter lists the statements that the rows of the conformance tests prove, and nothing else. */
class ConformanceTest {

    private static final Set<String> SOURCES = Set.of("documentation", "files", "source", "unconfirmed", "Lakelight");

    private static List<Map<?, ?>> rows() {
        return Stream.of("framework/core", "framework/spark")
                .map(room -> Project.root().resolve(room).resolve("src/test/resources/conformance"))
                .flatMap(folder -> Project.files(folder, ".yml").stream())
                .flatMap(file -> Stream.of(
                        (List<?>) new Load(LoadSettings.builder().build()).loadFromString(Project.read(file))))
                .<Map<?, ?>>flatMap(rows -> rows.stream().map(row -> (Map<?, ?>) row))
                .toList();
    }

    @Test
    void listsEveryStatementThatARowProves() {
        List<List<String>> listed = Chapter.named("16-conformance.md").tables("Id").stream()
                .flatMap(table -> table.rows().stream())
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        rows().stream().map(ConformanceTest::line).toList());
    }

    private static List<String> line(Map<?, ?> row) {
        String here = row.containsKey("differs") ? text(row, "differs") : "so";
        return List.of(text(row, "id"), text(row, "says"), here, text(row, "from"));
    }

    private static String text(Map<?, ?> row, String key) {
        return ((String) row.get(key)).replace("`", "");
    }

    @Test
    void numbersTheRowsOfEachTopic() {
        Map<String, Integer> counts = new LinkedHashMap<>();

        assertThat(rows()).allSatisfy(row -> {
            String topic = text(row, "id").split("\\.")[0];
            assertThat(text(row, "id")).isEqualTo(topic + "." + counts.merge(topic, 1, Integer::sum));
        });
    }

    @Test
    void saysOfEachStatementHowItIsKnown() {
        assertThat(rows()).extracting(row -> text(row, "from")).isSubsetOf(SOURCES);
    }
}
