package dev.lakelight.compare;

import dev.lakelight.table.TableRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.VariantVal;

/** Tables of arbitrary types whose values come from few, so that duplicates and near misses are frequent. */
final class ArbitraryTables {

    private static final Map<String, List<Object>> SCALARS = new HashMap<>();

    static {
        SCALARS.put("BOOLEAN", List.of(true, false));
        SCALARS.put("INT", List.of(0, 1, -1, Integer.MAX_VALUE));
        SCALARS.put("BIGINT", List.of(0L, 1L, Long.MIN_VALUE));
        SCALARS.put("DOUBLE", List.of(0.0, -0.0, Double.NaN, 0.3, 0.1 + 0.2, Double.POSITIVE_INFINITY));
        SCALARS.put("FLOAT", List.of(0.0f, -0.0f, Float.NaN, 1.5f));
        SCALARS.put("DECIMAL(10,2)", List.of(new BigDecimal("0.00"), new BigDecimal("-1.50"), new BigDecimal("1.50")));
        SCALARS.put("STRING", List.of("", "a", "A", "a ", "NULL", "\u00e9", "e\u0301"));
        SCALARS.put("STRING COLLATE UTF8_LCASE", List.of("a", "A", "b"));
        SCALARS.put("BINARY", List.of(new byte[0], new byte[] {1}, new byte[] {1, 0}));
        SCALARS.put("DATE", List.of(LocalDate.of(2011, 12, 9), LocalDate.of(1, 1, 1)));
        SCALARS.put("TIMESTAMP", List.of(Instant.parse("2011-12-09T10:00:00.123456Z"), Instant.EPOCH));
        SCALARS.put("TIMESTAMP_NTZ", List.of(LocalDateTime.of(2011, 12, 9, 1, 2), LocalDateTime.of(2011, 12, 9, 1, 3)));
        SCALARS.put("INTERVAL DAY TO SECOND", List.of(Duration.ZERO, Duration.ofHours(25)));
        SCALARS.put("INTERVAL YEAR TO MONTH", List.of(Period.ofMonths(0), Period.ofMonths(13)));
        SCALARS.put("INTERVAL", List.of(new CalendarInterval(0, 1, 0), new CalendarInterval(0, 0, 86_400_000_000L)));
        SCALARS.put("VARIANT", List.of(json("1"), json("1e0"), json("\"1\""), json("[1, {\"b\": 2, \"a\": null}]")));
    }

    private ArbitraryTables() {}

    static Arbitrary<TableRows> all() {
        return Arbitraries.randomValue(ArbitraryTables::table);
    }

    private static TableRows table(Random random) {
        StructField[] fields = new StructField[1 + random.nextInt(4)];

        for (int i = 0; i < fields.length; i++) {
            String name = pick(List.of("a", "A", "a.b", "c`d", "\u00fc \ud83d\ude00"), random);
            fields[i] = new StructField(name, type(2, random), true, org.apache.spark.sql.types.Metadata.empty());
        }

        StructType schema = new StructType(fields);
        List<Row> rows = new ArrayList<>();

        for (int i = random.nextInt(9); i > 0; i--) {
            rows.add((Row) value(schema, random));
        }

        return new TableRows(schema, rows);
    }

    /** Return the rows in another order, and now and then with one of them changed, taken out, added or repeated. */
    static TableRows like(TableRows table, Random random) {
        List<Row> rows = new ArrayList<>(table.rows());

        switch (random.nextInt(4)) {
            case 0 -> rows.add((Row) value(table.schema(), random));
            case 1 -> rows.addAll(rows.stream().limit(1).toList());
            case 2 -> rows.subList(0, Math.min(1, rows.size())).clear();
            default -> {}
        }

        java.util.Collections.shuffle(rows, random);
        return new TableRows(table.schema(), rows);
    }

    private static DataType type(int depth, Random random) {
        return switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0 -> new ArrayType(type(depth - 1, random), true);
            case 1 ->
                new MapType(DataType.fromDDL(pick(List.of("STRING", "INT", "DOUBLE"), random)), type(0, random), true);
            case 2 -> new StructType().add("x", type(depth - 1, random)).add("y.z", type(depth - 1, random));
            default -> DataType.fromDDL(pick(SCALARS.keySet().stream().sorted().toList(), random));
        };
    }

    /** Return a value, or null in one case of eight; a row never is. */
    static Object value(DataType type, Random random) {
        if (type instanceof StructType struct) {
            return RowFactory.create(Arrays.stream(struct.fields())
                    .map(field -> random.nextInt(8) == 0 ? null : value(field.dataType(), random))
                    .toArray());
        }

        if (type instanceof ArrayType array) {
            List<Object> elements = new ArrayList<>();

            for (int i = random.nextInt(3); i > 0; i--) {
                elements.add(random.nextInt(8) == 0 ? null : value(array.elementType(), random));
            }

            return elements;
        }

        return type instanceof MapType map ? map(map, random) : pick(scalars(type), random);
    }

    private static Map<Object, Object> map(MapType type, Random random) {
        Map<Object, Object> entries = new HashMap<>();

        for (int i = random.nextInt(3); i > 0; i--) {
            Object key = value(type.keyType(), random);
            entries.put(key.equals(-0.0) ? 0.0 : key, random.nextInt(8) == 0 ? null : value(type.valueType(), random));
        }

        return entries;
    }

    private static List<Object> scalars(DataType type) {
        return SCALARS.entrySet().stream()
                .filter(entry -> DataType.fromDDL(entry.getKey()).equals(type))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static VariantVal json(String json) {
        try {
            Variant variant = VariantBuilder.parseJson(json, false);
            return new VariantVal(variant.getValue(), variant.getMetadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
