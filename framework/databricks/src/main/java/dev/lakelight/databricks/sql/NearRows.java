package dev.lakelight.databricks.sql;

import dev.lakelight.scenario.ComparisonSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes rows off the differing ones that are near enough. Only a row that is the only one with its key on both sides is; the others stay
 * differing.
 */
final class NearRows {

    private static final String DECIMAL = "DECIMAL(38, 15)";

    private final ComparedColumns columns;
    private final ComparisonSpec spec;
    private final List<String> keys;
    private final String types;

    /** Compare these columns, whose types are in a variable. */
    NearRows(ComparedColumns columns, String types) {
        this.columns = columns;
        this.spec = columns.rule().comparison();
        this.keys = columns.rule().key();
        this.types = types;
    }

    /** Add the relation {@code different}. */
    void addTo(Dynamic statement) {
        if (spec.tolerance() == null && spec.tolerances().isEmpty()) {
            statement.text(",\ndifferent AS (SELECT * FROM differing)");
            return;
        }

        statement
                .text(
                        ",\nalone AS (SELECT *, count(*) OVER (PARTITION BY %s, lakelight_n > 0L) AS lakelight_alone FROM differing)"
                                .formatted(Sql.names(keys)))
                .text(
                        ",\nnear AS (SELECT %s FROM alone m JOIN alone u ON %s WHERE m.lakelight_n < 0L AND u.lakelight_n > 0L AND m.lakelight_alone = 1L AND u.lakelight_alone = 1L AND m.lakelight_n = -u.lakelight_n"
                                .formatted(of("m"), sameKey("m", "u")));
        columns.names().stream().filter(name -> !keys.contains(name)).forEach(name -> add(name, statement));
        statement.text("),\ndifferent AS (SELECT d.* FROM differing d LEFT ANTI JOIN near n ON %s)"
                .formatted(sameKey("d", "n")));
    }

    private void add(String column, Dynamic statement) {
        String equal = "m.%1$s <=> u.%1$s".formatted(Sql.name(column));
        String own = spec.tolerances().get(column);

        if (own != null) {
            statement.text(" AND (%s OR %s)".formatted(equal, isNear(column, own)));
        } else if (spec.tolerance() == null) {
            statement.text(" AND " + equal);
        } else {
            statement.expression("CASE WHEN %s[%d] rlike '^(decimal|double|float)' THEN %s ELSE %s END"
                    .formatted(
                            types,
                            columns.names().indexOf(column),
                            Sql.literal(" AND (%s OR %s)".formatted(equal, isNear(column, spec.tolerance()))),
                            Sql.literal(" AND " + equal)));
        }
    }

    /** Numbers count by the digits that are shown; what is no number of this size is not near. */
    private static String isNear(String column, String tolerance) {
        String expected = decimal("m", column);
        String actual = decimal("u", column);
        String bound = tolerance.endsWith("%")
                ? "greatest(abs(%s), abs(%s)) * %s".formatted(expected, actual, part(tolerance))
                : number(tolerance.strip());
        return "coalesce(abs(%s - %s) <= %s, false)".formatted(expected, actual, bound);
    }

    private static String decimal(String side, String column) {
        return "try_cast(CAST(%s.%s AS STRING) AS %s)".formatted(side, Sql.name(column), DECIMAL);
    }

    private static String part(String percent) {
        return number(new BigDecimal(percent.substring(0, percent.length() - 1).strip())
                .movePointLeft(2)
                .toPlainString());
    }

    private static String number(String text) {
        return "CAST('%s' AS %s)".formatted(new BigDecimal(text).toPlainString(), DECIMAL);
    }

    private String of(String side) {
        return keys.stream().map(key -> side + "." + Sql.name(key)).collect(Collectors.joining(", "));
    }

    private String sameKey(String left, String right) {
        return keys.stream()
                .map(key -> "%s.%s <=> %s.%s".formatted(left, Sql.name(key), right, Sql.name(key)))
                .collect(Collectors.joining(" AND "));
    }
}
