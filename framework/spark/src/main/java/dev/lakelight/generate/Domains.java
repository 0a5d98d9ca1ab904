package dev.lakelight.generate;

import dev.lakelight.problem.UserError;
import dev.lakelight.table.TableReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.util.CharVarcharUtils;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VarcharType;
import org.jspecify.annotations.Nullable;

/** Finds out which values the columns of a table may have: by their types, by constraints, and by what users say. */
final class Domains {

    private final TableShape shape;
    private final Columns columns;
    private final TableReader reader;
    private final Map<String, Domain> domains = new LinkedHashMap<>();

    Domains(TableShape shape, ZoneId zone) {
        this.shape = shape;
        this.columns = new Columns(shape.name(), shape.schema());
        this.reader = TableReader.in(zone);

        for (StructField field : shape.schema().fields()) {
            Domain all = Domain.all(field.nullable());
            domains.put(key(field), all.shorterThan(longest(field)));
        }
    }

    /** Return those of all columns, by name in lower case. Narrow them in place. */
    Map<String, Domain> byName() {
        return domains;
    }

    Domain of(StructField field) {
        return domains.getOrDefault(key(field), Domain.all(field.nullable()));
    }

    /**
     * Take what users say. Values win over what is known of a column; the rows will tell whether its constraints allow them.
     *
     * @throws UserError when there is no such column, a value is not of its type, or NULL is not allowed in it
     */
    void narrow(GeneratedRows wish) {
        wish.values().forEach((name, some) -> {
            Domain chosen = Domain.all(false).oneOf(typed(field(name), some));
            domains.put(key(field(name)), chosen);
        });
        wish.ranges().forEach((name, range) -> {
            List<@Nullable Object> ends = typed(field(name), List.of(range.least(), range.most()));
            BigDecimal least = number(ends.get(0), field(name));
            BigDecimal most = number(ends.get(1), field(name));

            if (least.compareTo(most) > 0) {
                throw new UserError("The range of column %s of %s ends before it begins: %s to %s."
                        .formatted(name, shape.name(), range.least(), range.most()));
            }

            domains.computeIfPresent(
                    key(field(name)), (key, domain) -> domain.atLeast(least).atMost(most));
        });
        wish.nulls().forEach((name, share) -> nulls(field(name), share));
    }

    private void nulls(StructField field, double share) {
        if (share > 0 && !field.nullable()) {
            throw new UserError(
                    "Column %s of %s cannot be NULL: it is declared NOT NULL.".formatted(field.name(), shape.name()));
        }

        domains.computeIfPresent(key(field), (key, domain) -> domain.withNulls(share));
    }

    private StructField field(String name) {
        return shape.schema().apply(columns.indexOf(name));
    }

    private List<@Nullable Object> typed(StructField field, List<@Nullable Object> values) {
        StructType one = new StructType().add(field.name(), field.dataType(), field.nullable());
        List<Row> rows = values.stream().map(RowFactory::create).toList();
        String subject = "Values of column %s of %s".formatted(field.name(), shape.name());
        return reader.read(rows, one, subject).rows().stream()
                .<@Nullable Object>map(row -> row.get(0))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private BigDecimal number(@Nullable Object value, StructField field) {
        if (value instanceof LocalDate date) {
            return TimeLines.days(date);
        }

        if (value instanceof Instant instant) {
            return TimeLines.micros(instant);
        }

        if (value instanceof LocalDateTime time) {
            return TimeLines.micros(time.toInstant(ZoneOffset.UTC));
        }

        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return new BigDecimal(number.toString());
        }

        throw new UserError("Column %s of %s has no range: it is %s. Name its values instead."
                .formatted(field.name(), shape.name(), field.dataType().sql()));
    }

    /** Delta keeps the length of CHAR and VARCHAR beside the type. */
    private static int longest(StructField field) {
        DataType type = CharVarcharUtils.getRawType(field.metadata()).getOrElse(field::dataType);

        if (type instanceof CharType text) {
            return text.length();
        }

        return type instanceof VarcharType text ? text.length() : Integer.MAX_VALUE;
    }

    private static String key(StructField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
