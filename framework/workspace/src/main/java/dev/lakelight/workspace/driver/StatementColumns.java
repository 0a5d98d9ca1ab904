package dev.lakelight.workspace.driver;

import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.to_json;

import dev.lakelight.workspace.driver.StatementResult.Column;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Columns of results as the API has them: all values are texts. */
final class StatementColumns {

    private static final String WITH_OFFSET = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";
    private static final String WITHOUT_OFFSET = "yyyy-MM-dd'T'HH:mm:ss.SSS";

    private StatementColumns() {}

    static Column column(StructField field) {
        DataType type = field.dataType();
        boolean isDecimal = type instanceof DecimalType;
        return new Column(
                field.name(),
                type.sql(),
                typeName(type),
                isDecimal ? ((DecimalType) type).precision() : null,
                isDecimal ? ((DecimalType) type).scale() : null);
    }

    private static String typeName(DataType type) {
        String name =
                type.sql().replaceFirst("[(<].*", "").replaceFirst(" .*", "").toUpperCase(Locale.ROOT);
        return switch (name) {
            case "TINYINT" -> "BYTE";
            case "SMALLINT" -> "SHORT";
            case "BIGINT" -> "LONG";
            case "VARCHAR" -> "STRING";
            case "TIMESTAMP_NTZ" -> "TIMESTAMP";
            case "VOID" -> "NULL";
            case "BOOLEAN",
                    "INT",
                    "FLOAT",
                    "DOUBLE",
                    "DATE",
                    "TIMESTAMP",
                    "STRING",
                    "BINARY",
                    "DECIMAL",
                    "INTERVAL",
                    "ARRAY",
                    "STRUCT",
                    "MAP",
                    "CHAR" -> name;
            default -> "USER_DEFINED_TYPE";
        };
    }

    /** Return the rows with all values as texts. Names of columns may be there twice, so they are told apart by position. */
    static Dataset<Row> texts(Dataset<Row> result) {
        StructField[] fields = result.schema().fields();
        String[] names =
                IntStream.range(0, fields.length).mapToObj(i -> "c" + i).toArray(String[]::new);
        return result.toDF(names)
                .select(IntStream.range(0, fields.length)
                        .mapToObj(i -> text(col(names[i]), fields[i].dataType()))
                        .toArray(org.apache.spark.sql.Column[]::new));
    }

    private static org.apache.spark.sql.Column text(org.apache.spark.sql.Column value, DataType type) {
        if (type instanceof StructType || type instanceof ArrayType || type instanceof MapType) {
            return to_json(value);
        }

        if (type instanceof TimestampType) {
            return date_format(value, WITH_OFFSET);
        }

        if (type instanceof TimestampNTZType) {
            return date_format(value, WITHOUT_OFFSET);
        }

        return type instanceof BinaryType ? base64(value) : value.cast("string");
    }
}
