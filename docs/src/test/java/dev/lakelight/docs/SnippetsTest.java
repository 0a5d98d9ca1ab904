package dev.lakelight.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers copy is code that the build runs. */
class SnippetsTest {

    private static final Set<String> CODE = Set.of("java", "scala", "sql", "yaml", "xml", "groovy", "properties");

    /**
     * {@code file} and {@code edit} are proved by the Maven plugin's {@code QuickStartIT}, which follows the quick start,
     * {@code build-server} by its own test.
     */
    private static final Set<String> PROVED = Set.of("snippet", "file", "edit", "build-server");

    static Stream<Fence> code() {
        return Chapter.all().stream()
                .flatMap(chapter -> chapter.fences().stream())
                .filter(fence -> CODE.contains(fence.language()));
    }

    static Stream<Fence> snippets() {
        return code().filter(fence -> fence.isMarked("snippet"));
    }

    static Stream<Fence> outputs() {
        return Chapter.all().stream()
                .flatMap(chapter -> chapter.fences().stream())
                .filter(fence -> fence.isMarked("output"));
    }

    @ParameterizedTest
    @MethodSource("code")
    void saysWhereItsCodeIsFrom(Fence fence) {
        assertThat(PROVED).as("kind of the block at %s", fence.place()).anyMatch(fence::isMarked);
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void showsCodeAsItStandsInItsSource(Fence fence) {
        Path source = Project.root().resolve(fence.argument());

        assertThat(source).as("source of the snippet at %s", fence.place()).isRegularFile();
        assertThat(windows(Project.read(source), fence.text().lines().toList().size()))
                .withFailMessage("%s does not hold the snippet at %s", fence.argument(), fence.place())
                .contains(withoutIndent(fence.text()));
    }

    /** A chapter that is followed by the build compares its outputs with what is printed. */
    @ParameterizedTest
    @MethodSource("outputs")
    void showsWhatAChapterThatIsFollowedPrints(Fence fence) {
        Chapter followed = Chapter.read(Project.root().resolve(fence.argument()));

        assertThat(followed.fences())
                .withFailMessage("%s prints no lines as those at %s", followed, fence.place())
                .anyMatch(output ->
                        output.marker().equals("output") && output.text().contains(fence.text()));
    }

    /** Return every run of so many lines of a text. */
    private static List<String> windows(String text, int size) {
        List<String> lines = text.lines().toList();
        return Stream.iterate(0, start -> start + size <= lines.size(), start -> start + 1)
                .map(start -> String.join("\n", lines.subList(start, start + size)))
                .map(SnippetsTest::withoutIndent)
                .toList();
    }

    private static String withoutIndent(String text) {
        return text.stripTrailing().stripIndent();
    }
}
