package dev.lakelight.runtime;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ToPrettyString;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** Shows values of rows as {@code Dataset.show()} does, on the driver: no job and no generated code for a few rows. */
final class ValueText {

    private final List<Expression> texts = new ArrayList<>();

    /** Show rows of this schema, timestamps in the time zone of the session. */
    ValueText(StructType schema, SparkSession session) {
        Option<String> zone = Option.apply(session.conf().get("spark.sql.session.timeZone"));

        for (StructField field : schema.fields()) {
            Expression value = new BoundReference(texts.size(), field.dataType(), field.nullable());
            texts.add(new ToPrettyString(value, zone));
        }
    }

    List<@Nullable String> cells(InternalRow row) {
        List<@Nullable String> cells = new ArrayList<>();

        for (int i = 0; i < texts.size(); i++) {
            cells.add(row.isNullAt(i) ? null : String.valueOf(texts.get(i).eval(row)));
        }

        return cells;
    }
}
