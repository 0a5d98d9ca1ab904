package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's table of operations says what the workspace has, and nothing else. */
class OperationsTest {

    private static final Path CHAPTER = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../../docs/19-local-workspace.md")
            .normalize();

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+) (/\\S+)` \\| (\\w+) \\|.*\\|$");

    /** Stands for several versions of an operation. */
    private static final String VERSIONS = "/api/2.{0,1,2}/";

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(expanded(Files.readString(CHAPTER))).results().toList();
    }

    private static String expanded(String chapter) {
        return chapter.lines()
                .flatMap(line -> line.contains(VERSIONS)
                        ? Stream.of("0", "1", "2").map(minor -> line.replace(VERSIONS, "/api/2.%s/".formatted(minor)))
                        : Stream.of(line))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void listsEveryOperationAndNoOther() throws IOException {
        TreeSet<String> served = RunningWorkspace.get().routes().stream()
                .map(route -> route.verb() + " " + route.path().replaceAll("[{<]\\w+[}>]", "{}"))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> listed = rows().stream()
                .filter(row -> !row.group(3).equals("not"))
                .map(row -> row.group(1) + " " + row.group(2).replaceAll("\\{\\w+}", "{}"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).containsExactlyElementsOf(served);
    }

    @Test
    void saysOfEachWhetherItIsSupported() throws IOException {
        assertThat(rows()).extracting(row -> row.group(3)).isSubsetOf("supported", "partly", "not");
    }

    @Test
    void answersWhatIsListedAsMissingAsUnknown() throws IOException {
        RawClient client = RawClient.with(RunningWorkspace.get(), RunningWorkspace.USER_TOKEN);

        assertThat(rows())
                .filteredOn(row -> row.group(3).equals("not"))
                .allSatisfy(row -> assertThat(
                                client.send(row.group(1), row.group(2).replaceAll("\\{\\w+}", "1"), "{}")
                                        .json()
                                        .path("error_code")
                                        .asText())
                        .as(row.group())
                        .isEqualTo("ENDPOINT_NOT_FOUND"));
    }
}
