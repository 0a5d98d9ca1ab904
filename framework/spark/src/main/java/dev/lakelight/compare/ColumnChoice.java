package dev.lakelight.compare;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that are compared.
 *
 * @param only those and no others; empty for all
 * @param ignored not those
 * @param others what becomes of columns that only the actual table has
 */
record ColumnChoice(List<String> only, List<String> ignored, Others others) {

    static final ColumnChoice ALL = new ColumnChoice(List.of(), List.of(), Others.COMPARED);

    /** Whether columns that nobody expects make a difference. */
    enum Others {
        COMPARED,
        IGNORED
    }

    ColumnChoice {
        only = List.copyOf(only);
        ignored = List.copyOf(ignored);
    }

    ColumnChoice only(List<String> columns) {
        return new ColumnChoice(columns, ignored, others);
    }

    ColumnChoice without(List<String> columns) {
        return new ColumnChoice(only, columns, others);
    }

    ColumnChoice withoutOthers() {
        return new ColumnChoice(only, ignored, Others.IGNORED);
    }

    /**
     * Verify that there is a column of every name that was chosen, on one side at least.
     *
     * @throws UserError when there is not
     */
    void check(StructType expected, StructType actual) {
        Set<String> known = new LinkedHashSet<>(Arrays.asList(actual.fieldNames()));
        known.addAll(Arrays.asList(expected.fieldNames()));
        only.forEach(name -> check(name, "compare", known));
        ignored.forEach(name -> check(name, "ignore", known));
    }

    private static void check(String name, String purpose, Set<String> known) {
        if (!known.contains(name)) {
            throw new UserError("There is no column '%s' to %s, the columns are %s.%s"
                    .formatted(name, purpose, String.join(", ", known), hint(name, known)));
        }
    }

    private static String hint(String name, Set<String> known) {
        return NearestName.to(name, known)
                .map(" Perhaps you mean '%s'."::formatted)
                .orElse("");
    }

    /** Return where the chosen columns are. */
    int[] positions(StructType schema) {
        return IntStream.range(0, schema.size())
                .filter(i -> isChosen(schema.apply(i).name()))
                .toArray();
    }

    /** Return where those columns of the actual table are that are compared with these expected ones. */
    int[] positions(StructType actual, StructType expected) {
        Set<String> wanted = Set.copyOf(Arrays.asList(expected.fieldNames()));
        return Arrays.stream(positions(actual))
                .filter(i -> others == Others.COMPARED
                        || wanted.contains(actual.apply(i).name()))
                .toArray();
    }

    private boolean isChosen(String name) {
        return (only.isEmpty() || only.contains(name)) && !ignored.contains(name);
    }
}
