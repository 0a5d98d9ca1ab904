package dev.lakelight.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias$;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gives views and functions of catalogs with names the names that they have in Spark's session catalog, before Spark looks for
 * them: it has views and SQL functions in that catalog only. Tables need none of this, see {@link NamedCatalog}, except where a
 * name of two parts begins as a catalog does.
 */
public final class StoredNames extends Rule<LogicalPlan> {

    private final Catalogs catalogs;
    private final StoredFunctions functions;
    private final RequiredCatalogs required;

    /** Rewrite the names of a session's plans. */
    public StoredNames(SparkSession session) {
        this.catalogs = new Catalogs(session);
        this.functions = new StoredFunctions(catalogs);
        this.required = new RequiredCatalogs(catalogs);
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        if (plan.analyzed()) {
            return plan;
        }

        catalogs.define();
        return plan.resolveOperatorsUp(Nodes.total(this::rewritten));
    }

    private LogicalPlan rewritten(LogicalPlan plan) {
        required.require(plan);
        LogicalPlan withFunctions = plan.transformExpressions(Nodes.total(functions::inExpression));
        return switch (plan.nodeName()) {
            case "CreateView",
                    "DropView",
                    "CreateFunction",
                    "CreateUserDefinedFunction",
                    "DropFunction",
                    "RefreshFunction",
                    "CreateTableLike" -> ofStored(withFunctions);
            case "CreateTable", "CreateTableAsSelect" -> new OtherFormats(catalogs).inSessionCatalog(withFunctions);
            case "DropTable" -> new DroppedTables(catalogs).withoutViews(withFunctions);
            case "InsertIntoStatement" -> insert(withFunctions);
            case "ShowViews", "ShowFunctions" -> ofStoredSchema(withFunctions);
            case "RenameTable" -> renamedView(withFunctions);
            case "UnresolvedView", "UnresolvedTable", "UnresolvedTableOrView" -> inSessionCatalog(withFunctions);
            case "UnresolvedIdentifier" -> complete(withFunctions);
            case "UnresolvedRelation" -> relation(withFunctions);
            case "UnresolvedFunctionName" -> functions.named(withFunctions);
            case "UnresolvedTableValuedFunction" -> functions.asTable(withFunctions);
            case "ShowCatalogsCommand" -> allLoaded(withFunctions);
            default -> new SchemasLikeCatalogs(catalogs).complete(withFunctions);
        };
    }

    private LogicalPlan allLoaded(LogicalPlan plan) {
        catalogs.loadAll();
        return plan;
    }

    /** Rewrite the name that a statement is about, whether there is such an object or not. */
    private LogicalPlan ofStored(LogicalPlan statement) {
        return statement.mapChildren(child -> switch (child.nodeName()) {
            case "UnresolvedIdentifier", "UnresolvedFunctionName", "UnresolvedTableOrView" ->
                named(child).map(name -> Nodes.named(child, name.stored())).orElse(child);
            default -> child;
        });
    }

    private LogicalPlan ofStoredSchema(LogicalPlan statement) {
        return statement.mapChildren(child -> schema(child)
                .filter(schema -> catalogs.contains(schema.catalog()))
                .map(schema -> (LogicalPlan) new UnresolvedNamespace(
                        CollectionConverters.asScala(List.of(SchemaName.SESSION_CATALOG, schema.stored()))
                                .toSeq(),
                        false))
                .orElse(child));
    }

    private Optional<SchemaName> schema(LogicalPlan child) {
        List<String> parts = child.nodeName().equals("UnresolvedNamespace") ? Nodes.name(child) : List.of();
        boolean isCatalog = parts.size() == 1 && catalogs.contains(parts.get(0));
        List<String> named = isCatalog ? List.of(parts.get(0), SchemaName.DEFAULT) : parts;
        List<String> object = new ArrayList<>(named);
        object.add("");
        return ObjectName.of(object, catalogs.manager()).map(ObjectName::schema);
    }

    private LogicalPlan renamedView(LogicalPlan statement) {
        boolean isView = Boolean.TRUE.equals(statement.productElement(2));
        @SuppressWarnings("unchecked")
        List<String> parts =
                CollectionConverters.asJava((scala.collection.immutable.Seq<String>) statement.productElement(1));
        return !isView
                ? statement
                : ObjectName.of(parts, catalogs.manager())
                        .filter(name -> catalogs.contains(name.schema().catalog()))
                        .map(name -> Nodes.with(
                                statement,
                                1,
                                CollectionConverters.asScala(name.stored().subList(1, 3))
                                        .toSeq()))
                        .orElse(statement);
    }

    private LogicalPlan relation(LogicalPlan relation) {
        Optional<LogicalPlan> information = new InformationSchema(catalogs).find(Nodes.name(relation));

        if (information.isPresent()) {
            return information.get();
        }

        return inSessionCatalogOnly(relation)
                .map(name -> (LogicalPlan) SubqueryAlias$.MODULE$.apply(
                        CollectionConverters.asScala(name.parts()).toSeq(), Nodes.named(relation, name.stored())))
                .orElseGet(() -> complete(relation));
    }

    /** The target is no child of its statement. */
    private LogicalPlan insert(LogicalPlan statement) {
        return statement.productElement(0) instanceof UnresolvedRelation target
                ? Nodes.with(statement, 0, inSessionCatalog(target))
                : statement;
    }

    private LogicalPlan inSessionCatalog(LogicalPlan node) {
        return inSessionCatalogOnly(node)
                .map(name -> Nodes.named(node, name.stored()))
                .orElseGet(() -> complete(node));
    }

    /** Views and tables of other formats than Delta's: what Spark does with them it does in its session catalog only. */
    private Optional<ObjectName> inSessionCatalogOnly(LogicalPlan node) {
        boolean isView = node.nodeName().equals("UnresolvedView");
        return named(node)
                .filter(name -> !catalogs.sessionCatalog()
                        .isTempView(
                                CollectionConverters.asScala(Nodes.name(node)).toSeq()))
                .filter(name -> isView
                        || name.find(catalogs.sessionCatalog())
                                .filter(table -> !table.provider().contains("delta"))
                                .isPresent());
    }

    /** Spark takes the first of two parts for a catalog when there is one of that name. */
    private LogicalPlan complete(LogicalPlan node) {
        List<String> parts = Nodes.name(node);

        if (parts.size() != 2 || !catalogs.contains(parts.get(0))) {
            return node;
        }

        return ObjectName.of(parts, catalogs.manager())
                .filter(name ->
                        catalogs.sessionCatalog().databaseExists(name.schema().stored()))
                .map(name -> Nodes.named(node, name.parts()))
                .orElse(node);
    }

    private Optional<ObjectName> named(LogicalPlan node) {
        return ObjectName.of(Nodes.name(node), catalogs.manager())
                .filter(name -> catalogs.contains(name.schema().catalog()));
    }
}
