package dev.lakelight.assertion;

import dev.lakelight.compare.TableComparator;
import dev.lakelight.compare.Tolerance;
import dev.lakelight.scenario.ComparisonSpec;
import dev.lakelight.scenario.ComparisonSpec.Option;
import java.util.List;
import java.util.Map;

/** Compares rows as a scenario says. */
record ExpectedComparison(ComparisonSpec spec) {

    TableComparator of(TableComparator exact) {
        TableComparator comparator = exact.onlyColumns(names(spec.only())).ignoringColumns(names(spec.ignore()));

        if (spec.tolerance() != null) {
            comparator = comparator.withTolerance(Tolerance.of(spec.tolerance()));
        }

        for (Map.Entry<String, String> column : spec.tolerances().entrySet()) {
            comparator = comparator.withTolerance(column.getKey(), Tolerance.of(column.getValue()));
        }

        for (Option option : spec.options()) {
            comparator = with(option, comparator);
        }

        return comparator;
    }

    private static TableComparator with(Option option, TableComparator comparator) {
        return switch (option) {
            case PARTIAL -> comparator.partial();
            case WIDER_TYPES -> comparator.takingWiderTypes();
            case PLACEHOLDERS -> comparator.withPlaceholders();
        };
    }

    private static String[] names(List<String> names) {
        return names.toArray(String[]::new);
    }
}
