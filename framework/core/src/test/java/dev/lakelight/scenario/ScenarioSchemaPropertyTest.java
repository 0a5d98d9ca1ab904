package dev.lakelight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/** Breaks a large example in arbitrary ways. */
class ScenarioSchemaPropertyTest {

    private static final JsonSchema SCHEMA = ScenarioSchema.load();
    private static final String EXAMPLE =
            ScenarioExample.accepted("everything at once").yaml();

    private static Path base;
    private static ScenarioProject project;

    @BeforeContainer
    static void createProject() throws IOException {
        base = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "scenarios");
        project = ScenarioProject.in(base.toAbsolutePath());
    }

    @AfterContainer
    static void deleteProject() throws IOException {
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Parts of the messages about mistakes that only the reader can know of. */
    private static final List<String> BEYOND_THE_SCHEMA = List.of(
            "There is no file",
            "There is no such file",
            "Two seeds",
            "Two scenarios",
            "Two expectations",
            "Unknown configuration",
            "Unknown fixture",
            "Unknown column",
            "The scenario names its configurations already",
            "is not a schema",
            "The row has",
            "Without a schema either",
            "lies in the repository",
            "cannot be a path");

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theReaderAndTheSchemaRefuseTheSameStructures(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int times) {
        JsonNode broken = new BrokenTree(ScenarioSchema.tree(EXAMPLE), new Random(seed)).mutate(times);
        boolean refusedBySchema = !SCHEMA.validate(broken).isEmpty();

        List<String> mistakes = mistakes(broken.toPrettyString());

        boolean structural = mistakes.stream().anyMatch(ScenarioSchemaPropertyTest::isStructural);
        assertThat(refusedBySchema)
                .as(String.join("\n", mistakes) + "\n" + broken.toPrettyString())
                .isEqualTo(structural);
        Statistics.label("schema")
                .collect(refusedBySchema ? "refuses" : "accepts")
                .coverage(checker -> {
                    checker.check("refuses").percentage(percentage -> percentage > 10);
                    checker.check("accepts").percentage(percentage -> percentage > 10);
                });
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theReaderTellsMistakesOfAnyTextAndNeverFails(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int times) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(EXAMPLE);

        for (int i = 0; i < times; i++) {
            int start = random.nextInt(text.length());
            String inserted = List.of("", ":", "- ", "\n", "{", "]", "&a ", "*a", "\"", "\t", "~", "#", "? ", "\u0000")
                    .get(random.nextInt(14));
            text.replace(start, Math.min(text.length(), start + random.nextInt(4)), inserted);
        }

        assertThat(mistakes(text.toString())).allMatch(line -> !line.isBlank());
    }

    private static boolean isStructural(String mistake) {
        return BEYOND_THE_SCHEMA.stream().noneMatch(mistake::contains);
    }

    private static List<String> mistakes(String yaml) {
        Path file = project.write(ScenarioProject.FOLDER + "broken.yml", yaml);
        return project.reader().read(List.of(file)).faulty().stream()
                .map(faulty -> faulty.error().getMessage())
                .peek(message -> assertThat(message).startsWith(ScenarioProject.FOLDER + "broken.yml"))
                .flatMap(String::lines)
                .filter(line -> line.contains(": "))
                .toList();
    }
}
