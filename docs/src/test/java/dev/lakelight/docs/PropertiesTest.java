package dev.lakelight.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's tables of properties hold what the goals and the framework read, and nothing else. */
class PropertiesTest {

    private static final Pattern LITERAL = Pattern.compile("\"(lakelight\\.[a-zA-Z][a-zA-Z.]*)\"");
    private static final Pattern MENTION = Pattern.compile("-D(lakelight\\.[a-zA-Z.]*[a-zA-Z])");

    /** What our own processes tell each other, the name of a suite, and properties of tables: none of it is for users to set. */
    private static final Set<String> INTERNAL = Set.of(
            "lakelight.cds.archive",
            "lakelight.constraint.",
            "lakelight.default.computed",
            "lakelight.scenarioSuites.ignored",
            "lakelight.verdict");

    private final MarkdownTable goals = Chapter.named("08-maven-plugin.md").table("Property");
    private final MarkdownTable tests = Chapter.named("08-maven-plugin.md").table("Property of tests");

    @Test
    void listsEveryPropertyOfTheGoalsWithItsDefault() {
        List<PluginParameter> documented = goals.rows().stream()
                .map(row -> new PluginParameter(
                        goals.cell(row, "Property"),
                        goals.cell(row, "Default"),
                        Set.of(goals.cell(row, "Goals").split(", "))))
                .toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(PluginParameter.ofDescriptor());
    }

    @Test
    void listsEveryPropertyThatTheCodeReads() {
        assertThat(documented()).containsAll(read());
    }

    @Test
    void namesNoPropertyThatTheCodeDoesNotRead() {
        Set<String> mentioned = Chapter.all().stream()
                .flatMap(chapter -> found(MENTION, chapter.file()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(read()).containsAll(mentioned).containsAll(tests.column("Property of tests"));
    }

    private Set<String> documented() {
        return Stream.concat(goals.column("Property").stream(), tests.column("Property of tests").stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> read() {
        return Project.mainSources()
                .flatMap(file -> found(LITERAL, file))
                .filter(name -> !INTERNAL.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern, Path file) {
        return pattern.matcher(Project.read(file)).results().map((MatchResult match) -> match.group(1));
    }
}
