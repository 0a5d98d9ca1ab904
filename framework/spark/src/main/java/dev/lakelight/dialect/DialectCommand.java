package dev.lakelight.dialect;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Statistics;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.execution.command.LeafRunnableCommand;
import scala.Enumeration;
import scala.Function1;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A statement as Spark runs commands: once, when its {@code Dataset} is made. */
final class DialectCommand extends LogicalPlan implements LeafRunnableCommand {

    private static final Seq<Enumeration.Value> PATTERNS =
            CollectionConverters.asScala(List.of(TreePattern.COMMAND())).toSeq();
    private static final Seq<LogicalPlan> NONE =
            CollectionConverters.asScala(List.<LogicalPlan>of()).toSeq();

    private final DialectStatement statement;
    private final Seq<Attribute> columns;

    DialectCommand(DialectStatement statement) {
        this.statement = statement;
        this.columns = attributes(statement);
    }

    @SuppressWarnings("unchecked")
    private static Seq<Attribute> attributes(DialectStatement statement) {
        return (Seq<Attribute>) (Seq<?>) DataTypeUtils.toAttributes(statement.schema());
    }

    @Override
    public Seq<Row> run(SparkSession session) {
        List<Row> rows = statement.run((org.apache.spark.sql.classic.SparkSession) session);
        return CollectionConverters.asScala(rows).toSeq();
    }

    @Override
    public Seq<Attribute> output() {
        return columns;
    }

    // What a Scala class gets from the traits of a command, and a Java class from its superclass instead.

    @Override
    public Seq<Enumeration.Value> nodePatterns() {
        return PATTERNS;
    }

    @Override
    public void org$apache$spark$sql$catalyst$plans$logical$Command$_setter_$nodePatterns_$eq(
            Seq<Enumeration.Value> patterns) {
        // It is the same for all commands.
    }

    @Override
    public Statistics stats() {
        return Statistics.DUMMY();
    }

    @Override
    public AttributeSet producedAttributes() {
        return outputSet();
    }

    @Override
    public Seq<LogicalPlan> children() {
        return NONE;
    }

    @Override
    public LogicalPlan mapChildren(Function1<LogicalPlan, LogicalPlan> change) {
        return this;
    }

    @Override
    public LogicalPlan withNewChildrenInternal(IndexedSeq<LogicalPlan> children) {
        return this;
    }

    @Override
    public String simpleStringWithNodeId() {
        return statement.getClass().getSimpleName();
    }

    // Equal to itself only: no other one has the same effects.

    @Override
    public int productArity() {
        return 0;
    }

    @Override
    public Object productElement(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public boolean canEqual(Object other) {
        return this == other;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
