package dev.lakelight.dialect;

import dev.lakelight.runtime.CellWarnings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.Product;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Takes primary and foreign keys out of Spark's plans, because Delta's catalog refuses them, and records them as properties of the
 * table. Databricks does not enforce them either.
 */
final class InformationalKeys {

    private InformationalKeys() {}

    /** Return the plan with keys recorded, or the plan itself when it declares none. */
    static LogicalPlan recorded(LogicalPlan plan) {
        return switch (plan.nodeName()) {
            case "AddConstraint" -> added(plan);
            case "CreateTable", "ReplaceTable" -> created(plan);
            default -> plan;
        };
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

    private static LogicalPlan created(LogicalPlan plan) {
        Object spec = element(plan, "tableSpec");

        if (!(spec instanceof TreeNode<?> node) || !(element(node, "constraints") instanceof Seq<?> constraints)) {
            return plan;
        }

        List<Object> others = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        CollectionConverters.asJava(constraints)
                .forEach(each -> Key.of(each).ifPresentOrElse(keys::add, () -> others.add(each)));
        return keys.isEmpty()
                ? plan
                : withKeys(plan, keys, CollectionConverters.asScala(others).toSeq());
    }

    private static LogicalPlan withKeys(LogicalPlan plan, List<Key> keys, Seq<?> others) {
        keys.forEach(InformationalKeys::warn);
        TreeNode<?> spec = (TreeNode<?>) element(plan, "tableSpec");
        Map<String, String> properties = new HashMap<>(properties(spec));
        keys.forEach(key -> properties.put(key.property(), key.text()));
        Object newSpec = with(spec, Map.of("constraints", others, "properties", scalaMap(properties)));
        Object columns = requiredColumns((Seq<?>) element(plan, "columns"), keys);
        return (LogicalPlan) with(plan, Map.of("tableSpec", newSpec, "columns", columns));
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
