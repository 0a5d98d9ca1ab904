package dev.lakelight.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.jdk.javaapi.CollectionConverters;

/** Verifies that catalogs exist: those of the lake, Spark's own, and those that someone has configured. */
public final class RequiredCatalogs {

    /** Where Spark keeps what is built in, and Databricks what is known of all catalogs. */
    private static final String SYSTEM = "system";

    private static final int PARTS_OF_OBJECT = 3;
    private static final int PARTS_OF_SCHEMA = 2;
    private static final Set<String> OBJECTS = Set.of(
            "UnresolvedRelation",
            "UnresolvedTable",
            "UnresolvedView",
            "UnresolvedTableOrView",
            "UnresolvedIdentifier",
            "UnresolvedFunctionName",
            "UnresolvedTableValuedFunction");
    private static final Set<String> LISTS_OF_SCHEMAS = Set.of("ShowNamespaces", "ShowNamespacesCommand");

    private final Catalogs catalogs;

    /** Verify catalogs of a lake. */
    public RequiredCatalogs(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /**
     * Verify that there is a catalog.
     *
     * <p>Throws Spark's {@code AnalysisException}, which is checked and, as in Spark, not declared, when there is none.
     */
    public void require(String name) {
        boolean isThere = SchemaName.isStoredAsIs(name)
                || name.equalsIgnoreCase(SYSTEM)
                || catalogs.conf().contains(Catalogs.PLUGIN + name)
                || catalogs.conf().contains(Catalogs.PLUGIN + name.toLowerCase(Locale.ROOT));

        if (!isThere) {
            throw RequiredCatalogs.<RuntimeException>undeclared(NoSuchCatalog.of(name, catalogs.names()));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <E extends Exception> E undeclared(Exception e) throws E {
        throw (E) e;
    }

    /** Verify those that a node of a plan names, its children left out. */
    void require(LogicalPlan plan) {
        if (!isOfLake()) {
            return;
        }

        if (OBJECTS.contains(plan.nodeName())) {
            requireOf(plan, PARTS_OF_OBJECT);
        } else if (plan.nodeName().equals("UnresolvedNamespace")) {
            requireOf(plan, PARTS_OF_SCHEMA);
        } else if (plan.nodeName().equals("InsertIntoStatement")
                && plan.productElement(0) instanceof UnresolvedRelation target) {
            requireOf(target, PARTS_OF_OBJECT);
        } else if (LISTS_OF_SCHEMAS.contains(plan.nodeName())) {
            CollectionConverters.asJava(plan.children()).forEach(this::requireCatalog);
        } else if (plan.nodeName().equals("SetCatalogCommand")) {
            requireConstant(plan.productElement(0));
        }

        CollectionConverters.asJava(plan.expressions()).forEach(this::requireOfFunctions);
    }

    /** Catalogs of other makers may have schemas in schemas, whose names need not begin with a catalog. */
    private boolean isOfLake() {
        String current = catalogs.manager().currentCatalog().name();
        return SchemaName.isStoredAsIs(current) || catalogs.contains(current);
    }

    private void requireOf(TreeNode<?> node, int parts) {
        List<String> name = Nodes.name(node);

        if (name.size() == parts) {
            require(name.get(0));
        }
    }

    /** Before Spark 4.2 it is a text. */
    private void requireConstant(Object name) {
        if (name instanceof String text) {
            require(text);
        } else if (name instanceof Literal literal) {
            require(String.valueOf(literal.value()));
        }
    }

    /** What lists schemas names a catalog, in Spark perhaps a schema. */
    private void requireCatalog(LogicalPlan child) {
        List<String> name = child.nodeName().equals("UnresolvedNamespace") ? Nodes.name(child) : List.of();

        if (name.size() == 1 && !catalogs.sessionCatalog().databaseExists(name.get(0))) {
            require(name.get(0));
        }
    }

    private void requireOfFunctions(Expression expression) {
        if (expression instanceof UnresolvedFunction function) {
            requireOf(function, PARTS_OF_OBJECT);
        }

        CollectionConverters.asJava(expression.children()).forEach(this::requireOfFunctions);
    }
}
