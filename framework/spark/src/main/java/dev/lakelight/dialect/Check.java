package dev.lakelight.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.util.CharVarcharUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A {@code CHECK} of a new table.
 *
 * @param name that it was given, or an empty text
 * @param condition as it is written
 */
record Check(String name, String condition) {

    /** What the names of the table properties begin with in which Delta keeps checks. */
    private static final String PROPERTY = "delta.constraints.";

    /** Return the check that a constraint in a plan of Spark is, or nothing when it is of another kind. */
    static Optional<Check> of(Object constraint) {
        if (!constraint.getClass().getSimpleName().equals("CheckConstraint")) {
            return Optional.empty();
        }

        String name = DeclaredConstraints.element(constraint, "userProvidedName") instanceof String given ? given : "";
        return Optional.of(new Check(name, String.valueOf(DeclaredConstraints.element(constraint, "condition"))));
    }

    /** Add the property, once it is sure that the condition can be asked of the columns. */
    void addTo(Map<String, String> properties, Seq<?> columns, SparkSession session) {
        StructType schema = new StructType();

        for (Object column : CollectionConverters.asJava(columns)) {
            String columnName = String.valueOf(DeclaredConstraints.element(column, "name"));
            DataType type = (DataType) DeclaredConstraints.element(column, "dataType");
            schema = schema.add(columnName, CharVarcharUtils.replaceCharVarcharWithString(type));
        }

        session.createDataFrame(List.of(), schema).where(condition);
        String property = property(properties);

        if (properties.putIfAbsent(property, condition) != null) {
            throw DialectErrors.twoConstraints(property.substring(PROPERTY.length()));
        }
    }

    private String property(Map<String, String> properties) {
        int number = 1;

        while (name.isEmpty() && properties.containsKey(PROPERTY + "check_" + number)) {
            number++;
        }

        return PROPERTY + (name.isEmpty() ? "check_" + number : name.toLowerCase(Locale.ROOT));
    }
}
