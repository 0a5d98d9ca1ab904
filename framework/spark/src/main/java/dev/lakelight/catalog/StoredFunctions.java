package dev.lakelight.catalog;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** The names that functions of catalogs with names have in Spark's session catalog. */
final class StoredFunctions {

    private final Catalogs catalogs;

    StoredFunctions(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    Expression inExpression(Expression expression) {
        return expression instanceof UnresolvedFunction function
                ? stored(Nodes.name(function))
                        .map(name -> Nodes.named(expression, name))
                        .orElse(expression)
                : expression;
    }

    LogicalPlan asTable(LogicalPlan call) {
        return stored(Nodes.name(call)).map(name -> Nodes.named(call, name)).orElse(call);
    }

    /** Rewrite the name of a function that a statement is about, whether there is one or not. */
    LogicalPlan named(LogicalPlan name) {
        List<String> parts = Nodes.name(name);
        return inNamedCatalog(parts)
                .filter(function -> parts.size() > 1 || !isLocal(function))
                .map(function -> Nodes.named(name, function.stored()))
                .orElse(name);
    }

    /**
     * Return the schema and the name of a function in the session catalog, when it is one of a catalog with a name. With less than
     * three parts it has to exist: it may be another kind of function.
     */
    Optional<List<String>> inSessionCatalog(List<String> parts) {
        return inNamedCatalog(parts)
                .filter(name -> parts.size() > 2
                        || (!(parts.size() == 1 && isLocal(name))
                                && catalogs.sessionCatalog().functionExists(name.function())))
                .map(name -> name.stored().subList(1, 3));
    }

    private Optional<List<String>> stored(List<String> parts) {
        if (parts.size() == 2 && catalogs.catalogOf(parts.get(0)).isPresent()) {
            // In the body of a function, where the names of others are those of the session catalog.
            return Optional.of(List.of(SchemaName.SESSION_CATALOG, parts.get(0), parts.get(1)));
        }

        return inNamedCatalog(parts)
                .filter(name -> parts.size() > 1 || isOnlyStored(name))
                .map(ObjectName::stored);
    }

    private Optional<ObjectName> inNamedCatalog(List<String> parts) {
        return ObjectName.of(parts, catalogs.manager())
                .filter(name -> catalogs.contains(name.schema().catalog()));
    }

    private boolean isOnlyStored(ObjectName name) {
        return !isLocal(name) && catalogs.sessionCatalog().functionExists(name.function());
    }

    /** Return whether a name of one part is that of something built in or temporary. */
    private boolean isLocal(ObjectName name) {
        FunctionIdentifier local = new FunctionIdentifier(name.name());
        return FunctionRegistry$.MODULE$.builtin().functionExists(local)
                || TableFunctionRegistry$.MODULE$.builtin().functionExists(local)
                || catalogs.sessionCatalog().isTemporaryFunction(local);
    }
}
