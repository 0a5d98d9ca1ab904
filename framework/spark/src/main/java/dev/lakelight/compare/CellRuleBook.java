package dev.lakelight.compare;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What users said about the equality of values. That of a column goes before that of its type, and that before a tolerance for all.
 *
 * @param everywhere tolerance of all columns of FLOAT, DOUBLE and DECIMAL
 * @param tolerances by column
 * @param columns comparators by column
 * @param types comparators by type
 */
record CellRuleBook(
        Optional<Tolerance> everywhere,
        Map<String, Tolerance> tolerances,
        Map<String, CellEquality> columns,
        Map<DataType, CellEquality> types) {

    static final CellRuleBook EMPTY = new CellRuleBook(Optional.empty(), Map.of(), Map.of(), Map.of());

    CellRuleBook {
        tolerances = Map.copyOf(tolerances);
        columns = Map.copyOf(columns);
        types = Map.copyOf(types);
    }

    CellRuleBook with(Tolerance tolerance) {
        return new CellRuleBook(Optional.of(tolerance), tolerances, columns, types);
    }

    CellRuleBook with(String column, Tolerance tolerance) {
        return new CellRuleBook(everywhere, with(tolerances, column, tolerance), columns, types);
    }

    CellRuleBook with(String column, CellEquality equality) {
        return new CellRuleBook(everywhere, tolerances, with(columns, column, equality), types);
    }

    CellRuleBook with(DataType type, CellEquality equality) {
        return new CellRuleBook(everywhere, tolerances, columns, with(types, type, equality));
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    /**
     * Find the rules of columns. Those of the key are exact.
     *
     * @throws UserError when there is no column of a name, or one of the key or without numbers has a tolerance
     */
    CellRules of(StructType schema, List<String> key) {
        List<String> names = Arrays.asList(schema.fieldNames());
        tolerances.keySet().forEach(name -> check(name, names, key));
        columns.keySet().forEach(name -> check(name, names, key));
        List<@Nullable CellEquality> rules = new ArrayList<>();

        for (StructField field : schema.fields()) {
            rules.add(key.contains(field.name()) ? null : rule(field));
        }

        return new CellRules(rules);
    }

    private static void check(String name, List<String> names, List<String> key) {
        if (!names.contains(name)) {
            throw new UserError("There is no column '%s' to compare by a rule of its own, the columns are %s.%s"
                    .formatted(name, String.join(", ", names), hint(name, names)));
        }

        if (key.contains(name)) {
            throw new UserError(
                    "Column '%s' is part of the key, so it must be equal. Take it out of the key, or leave its rule out."
                            .formatted(name));
        }
    }

    private static String hint(String name, List<String> names) {
        return NearestName.to(name, names)
                .map(" Perhaps you mean '%s'."::formatted)
                .orElse("");
    }

    private @Nullable CellEquality rule(StructField field) {
        CellEquality own = columns.get(field.name());

        if (own != null) {
            return own;
        }

        Tolerance tolerance = tolerances.get(field.name());

        if (tolerance != null) {
            return near(field, tolerance);
        }

        CellEquality ofType = types.get(field.dataType());
        return ofType == null
                ? everywhere
                        .flatMap(any -> NearValues.of(field.dataType(), any, CellRuleBook::hasFractions))
                        .orElse(null)
                : ofType;
    }

    private static boolean hasFractions(DataType type) {
        return type instanceof DoubleType || type instanceof FloatType || type instanceof DecimalType;
    }

    private static CellEquality near(StructField field, Tolerance tolerance) {
        return NearValues.of(field.dataType(), tolerance, NumericType.class::isInstance)
                .orElseThrow(() -> new UserError("Column '%s' has a tolerance, but its type %s has no numbers."
                        .formatted(field.name(), field.dataType().sql())));
    }
}
