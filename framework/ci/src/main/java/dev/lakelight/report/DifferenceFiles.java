package dev.lakelight.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.RowDifference;
import dev.lakelight.result.TestResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The files beside a report that hold differing rows in full: JSON lines of {@code kind}, {@code count}, the names of the columns
 * that {@code changed}, and {@code expected} and {@code actual}, with all values as text.
 */
final class DifferenceFiles {

    static final String FOLDER = "differences";
    static final String SUFFIX = ".jsonl";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** By identity: two tests may fail alike, and each has its file. */
    private final IdentityHashMap<TableDifference, String> names = new IdentityHashMap<>();

    private DifferenceFiles() {}

    static DifferenceFiles of(Report report) {
        DifferenceFiles files = new DifferenceFiles();
        SuiteFileNames names = new SuiteFileNames();
        report.suite().tests().forEach(test -> files.add(test, names));
        return files;
    }

    private void add(TestResult test, SuiteFileNames taken) {
        for (TableDifference difference : test.differences()) {
            if (!difference.attached().isEmpty()) {
                String name = taken.unique("%s-%s"
                        .formatted(
                                SuiteFileNames.className(test.identity().suite()),
                                test.identity().name()));
                names.put(difference, FOLDER + "/" + name + SUFFIX);
            }
        }
    }

    /** Return the file of a difference, from the folder of the report; null when there is none. */
    @Nullable
    String of(TableDifference difference) {
        return names.get(difference);
    }

    /** Return what is to be said of the file of a difference; empty when there is none. */
    String note(TableDifference difference) {
        if (!names.containsKey(difference)) {
            return "";
        }

        long attached = difference.totalAttached();
        return attached == difference.total()
                ? "All differing rows in full"
                : "The first %s in full, of %s"
                        .formatted(Wording.count(attached, "differing row"), Wording.number(difference.total()));
    }

    /** Return the content of each file, by its path from the folder of the report. */
    Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        names.forEach((difference, name) -> contents.put(name, content(difference)));
        return contents;
    }

    private static String content(TableDifference difference) {
        List<String> columns = uniqueNames(difference.columns());
        return difference.attached().stream()
                .map(row -> line(row, columns) + "\n")
                .collect(Collectors.joining());
    }

    /** A JSON object has each name once. */
    private static List<String> uniqueNames(List<String> columns) {
        List<String> names = new ArrayList<>();

        for (String column : columns) {
            String name = column;

            for (int number = 2; names.contains(name); number++) {
                name = "%s (%d)".formatted(column, number);
            }

            names.add(name);
        }

        return names;
    }

    private static String line(RowDifference row, List<String> columns) {
        ObjectNode node = NODES.objectNode().put("kind", row.kind().name()).put("count", row.count());
        changed(row, columns).forEach(node.putArray("changed")::add);
        node.set("expected", cells(row.expected(), columns));
        node.set("actual", cells(row.actual(), columns));
        return node.toString();
    }

    private static List<String> changed(RowDifference row, List<String> columns) {
        List<@Nullable String> expected = row.expected();
        List<@Nullable String> actual = row.actual();
        return expected == null || actual == null
                ? Collections.emptyList()
                : IntStream.range(0, columns.size())
                        .filter(i -> !Objects.equals(expected.get(i), actual.get(i)))
                        .mapToObj(columns::get)
                        .toList();
    }

    private static @Nullable ObjectNode cells(@Nullable List<@Nullable String> cells, List<String> columns) {
        if (cells == null) {
            return null;
        }

        ObjectNode node = NODES.objectNode();
        IntStream.range(0, columns.size()).forEach(i -> node.put(columns.get(i), cells.get(i)));
        return node;
    }
}
