package dev.lakelight.generate;

import dev.lakelight.problem.UserError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Makes the values of any type that Delta has.
 *
 * @param zone of the session, in which years of timestamps have four digits
 */
record ValuesOfType(ZoneId zone) {

    /** What there is in the names of folders, which partitions are. Delta takes the empty text for NULL there. */
    private static final List<@Nullable Object> PARTITION_TEXTS =
            new ArrayList<>(List.of("a", "b c", "ä=/\\:%", "it's", "NULL"));

    private static final int MOST_PARTITIONS = 5;

    /** Return values of a column. */
    ColumnValues column(StructField field, Domain domain) {
        ColumnValues values = narrowed(field, domain);
        return domain.nulls() == 0 ? values : new NullableValues(values, domain.nulls());
    }

    /** Return values of a column by which the table is partitioned: few, so that there are few folders. */
    ColumnValues partition(StructField field, Domain domain) {
        boolean text = field.dataType() instanceof StringType && domain.chosen() == null;
        List<@Nullable Object> edges =
                text ? PARTITION_TEXTS : narrowed(field, domain).edges();
        ColumnValues values = new ChosenValues(edges.subList(0, Math.min(MOST_PARTITIONS, edges.size())));
        return domain.nulls() == 0 ? values : new NullableValues(values, domain.nulls());
    }

    private ColumnValues narrowed(StructField field, Domain domain) {
        if (domain.chosen() != null) {
            return new ChosenValues(domain.chosen());
        }

        ColumnValues all = of(field.dataType(), field.name());

        if (all instanceof NumberLine line) {
            return line.between(domain.least(), domain.most());
        }

        if (all instanceof FloatingValues numbers) {
            return numbers.between(domain.least(), domain.most());
        }

        return all instanceof TextValues texts ? texts.lengthBetween(domain.minLength(), domain.maxLength()) : all;
    }

    private ColumnValues of(DataType type, String column) {
        if (type instanceof StructType struct) {
            return new StructValues(Stream.of(struct.fields())
                    .map(field -> part(field.dataType(), field.nullable(), column + "." + field.name()))
                    .toList());
        }

        if (type instanceof ArrayType array) {
            return new ArrayValues(part(array.elementType(), array.containsNull(), column));
        }

        if (type instanceof MapType map) {
            return new MapValues(
                    part(map.keyType(), false, column), part(map.valueType(), map.valueContainsNull(), column));
        }

        return scalar(type, column);
    }

    private ColumnValues part(DataType type, boolean nullable, String column) {
        ColumnValues values = of(type, column);
        return nullable ? new NullableValues(values, Domain.all(true).nulls()) : values;
    }

    private ColumnValues scalar(DataType type, String column) {
        if (type instanceof StringType) {
            return TextValues.any();
        }

        if (type instanceof BooleanType) {
            return new ChosenValues(new ArrayList<>(List.of(false, true)));
        }

        if (type instanceof BinaryType) {
            return new BinaryValues();
        }

        return type.typeName().equals("variant") ? new VariantValues() : number(type, column);
    }

    private ColumnValues number(DataType type, String column) {
        if (type instanceof ByteType) {
            return NumberLine.whole(Byte.MIN_VALUE, Byte.MAX_VALUE, number -> number.byteValueExact());
        }

        if (type instanceof ShortType) {
            return NumberLine.whole(Short.MIN_VALUE, Short.MAX_VALUE, number -> number.shortValueExact());
        }

        if (type instanceof IntegerType) {
            return NumberLine.whole(Integer.MIN_VALUE, Integer.MAX_VALUE, number -> number.intValueExact());
        }

        if (type instanceof LongType) {
            return NumberLine.whole(Long.MIN_VALUE, Long.MAX_VALUE, number -> number.longValueExact());
        }

        if (type instanceof DecimalType decimal) {
            return NumberLine.decimal(decimal.precision(), decimal.scale());
        }

        return fraction(type, column);
    }

    private ColumnValues fraction(DataType type, String column) {
        if (type instanceof DoubleType) {
            return FloatingValues.doubles();
        }

        return type instanceof FloatType ? FloatingValues.floats() : time(type, column);
    }

    private ColumnValues time(DataType type, String column) {
        if (type instanceof DateType) {
            return TimeLines.dates();
        }

        if (type instanceof TimestampType) {
            return TimeLines.instants(zone);
        }

        if (type instanceof TimestampNTZType) {
            return TimeLines.localTimes();
        }

        throw new UserError(
                "Values of column %s cannot be generated: Delta tables have no type %s.".formatted(column, type.sql()));
    }
}
