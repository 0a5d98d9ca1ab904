package dev.lakelight.dialect;

import dev.lakelight.runtime.CellWarnings;
import dev.lakelight.sql.StatementReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.Product;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Takes constraints out of Spark's plans, because Delta's catalog refuses them, and makes them properties of the table: primary and
 * foreign keys are recorded only, as Databricks does not enforce them either; a check of a new table is the property that Delta
 * itself keeps it in, so that table and check come with one commit.
 */
final class DeclaredConstraints {

    private DeclaredConstraints() {}

    /** Return the plan with constraints as properties, or the plan itself when it declares none. */
    static LogicalPlan recorded(LogicalPlan plan, SparkSession session) {
        return switch (plan.nodeName()) {
            case "AddConstraint" -> added(plan);
            case "CreateTable", "ReplaceTable" -> created(plan, session);
            default -> plan;
        };
    }

    /** Return whether a statement has words that constraints are declared with. */
    static boolean mayBeIn(StatementReader statement) {
        StatementReader reader = statement.again();

        if (!reader.atOneOf(Set.of("CREATE", "REPLACE", "ALTER"))) {
            return false;
        }

        while (!reader.atEnd()) {
            if (reader.atOneOf(Set.of("PRIMARY", "FOREIGN", "REFERENCES", "CHECK"))) {
                return true;
            }

            reader.take();
        }

        return false;
    }

    private static LogicalPlan added(LogicalPlan plan) {
        return Key.of(element(plan, "tableConstraint"))
                .<LogicalPlan>map(key -> {
                    warn(key);
                    LogicalPlan table = (LogicalPlan) element(plan, "table");
                    return new org.apache.spark.sql.catalyst.plans.logical.SetTableProperties(
                            table, scalaMap(Map.of(key.property(), key.text())));
                })
                .orElse(plan);
    }

    private static LogicalPlan created(LogicalPlan plan, SparkSession session) {
        if (!(element(plan, "tableSpec") instanceof TreeNode<?> spec)
                || !(element(spec, "constraints") instanceof Seq<?> constraints)
                || constraints.isEmpty()) {
            return plan;
        }

        List<Object> others = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        Map<String, String> properties = new HashMap<>(properties(spec));
        Seq<?> columns = (Seq<?>) element(plan, "columns");

        for (Object constraint : CollectionConverters.asJava(constraints)) {
            Optional<Key> key = Key.of(constraint);
            Optional<Check> check = Check.of(constraint);
            key.ifPresent(keys::add);
            check.ifPresent(found -> found.addTo(properties, columns, session));

            if (key.isEmpty() && check.isEmpty()) {
                others.add(constraint);
            }
        }

        keys.forEach(DeclaredConstraints::warn);
        keys.forEach(key -> properties.put(key.property(), key.text()));
        Seq<?> left = CollectionConverters.asScala(others).toSeq();
        Object newSpec = with(spec, Map.of("constraints", left, "properties", scalaMap(properties)));
        return (LogicalPlan) with(plan, Map.of("tableSpec", newSpec, "columns", requiredColumns(columns, keys)));
    }

    /** The columns of a primary key are NOT NULL, said or not. */
    private static Seq<Object> requiredColumns(Seq<?> columns, List<Key> keys) {
        List<Object> changed = new ArrayList<>();

        for (Object column : CollectionConverters.asJava(columns)) {
            String name = String.valueOf(element(column, "name"));
            boolean required = keys.stream().anyMatch(key -> key.requires(name));
            changed.add(required ? with((TreeNode<?>) column, Map.of("nullable", false)) : column);
        }

        return CollectionConverters.asScala(changed).toSeq();
    }

    private static void warn(Key key) {
        CellWarnings.add("%s is recorded and not enforced, as on Databricks; the optimizer does not use it."
                .formatted(key.text()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> properties(TreeNode<?> spec) {
        return CollectionConverters.asJava(
                (scala.collection.immutable.Map<String, String>) element(spec, "properties"));
    }

    private static scala.collection.immutable.Map<String, String> scalaMap(Map<String, String> map) {
        return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(map));
    }

    /** Return a constructor parameter of a Scala case class by its name, which is the same in all versions of Spark. */
    static Object element(Object node, String name) {
        Product product = (Product) node;

        for (int i = 0; i < product.productArity(); i++) {
            if (product.productElementName(i).equals(name)) {
                return product.productElement(i);
            }
        }

        return List.of();
    }

    private static Object with(TreeNode<?> node, Map<String, Object> changes) {
        Object[] arguments = new Object[node.productArity()];

        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = changes.getOrDefault(node.productElementName(i), node.productElement(i));
        }

        return node.makeCopy(arguments);
    }
}
