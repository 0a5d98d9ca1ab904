package dev.lakelight.compare;

import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.optimizer.NormalizeFloatingNumbers$;

/** As where Spark groups: -0.0 and 0.0, and all that is NaN, have the same bytes then. */
final class NormalForm {

    private NormalForm() {}

    /** Return a column in that form; what is not groupable stays as it is. */
    static Expression of(Attribute column) {
        return GroupableColumn.isGroupable(column.dataType())
                ? NormalizeFloatingNumbers$.MODULE$.normalize(column)
                : column;
    }
}
