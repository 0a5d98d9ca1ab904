package dev.lakelight.compare.plan;

import static dev.lakelight.plan.PlanNode.seq;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import scala.collection.immutable.Seq;

/** The columns in which a comparison has its rows, however many these have themselves. */
public final class RowColumns {

    /** How often a row counts: above 0 for expected ones, below for others. */
    public static final String SIGN = "sign";

    /** What rows are sorted by; those of one key are beside each other. */
    public static final String PLACE = "place";

    /** The same for equal rows, and hardly ever for others. */
    public static final String HASH = "hash";

    /** About how large a row is. */
    public static final String BYTES = "bytes";

    /** The content. */
    public static final String ROW = "row";

    /** How many they are. */
    static final int COUNT = 5;

    private RowColumns() {}

    /** Return them, in the order above, for content that is binary. */
    static Seq<Attribute> ofBinary() {
        return seq(List.of(
                column(SIGN, DataTypes.LongType),
                column(PLACE, DataTypes.LongType),
                column(HASH, DataTypes.LongType),
                column(BYTES, DataTypes.LongType),
                column(ROW, DataTypes.BinaryType)));
    }

    /** Return a new column that is never null. */
    static Attribute column(String name, DataType type) {
        return new AttributeReference(
                name, type, /* nullable= */ false, Metadata.empty(), NamedExpression.newExprId(), seq(List.of()));
    }
}
