package dev.lakelight.runtime;

import dev.lakelight.problem.ThrownText;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.exceptions.SqlScriptingException;

/** Finds the place within a statement that Spark complains about. */
final class SqlErrorPlace {

    private SqlErrorPlace() {}

    /** Return the position in the text in which the statement begins at the given one; the statement's own when unknown. */
    static TextPosition of(Throwable failure, String sql, TextPosition start) {
        for (Throwable next : ThrownText.chain(failure)) {
            TextPosition found = in(next, sql, start);

            if (!found.equals(start)) {
                return found;
            }
        }

        return start;
    }

    private static TextPosition in(Throwable failure, String sql, TextPosition start) {
        if (failure instanceof SparkThrowable spark) {
            for (QueryContext context : spark.getQueryContext()) {
                if (isInStatement(context)) {
                    return start.plusOffset(sql, context.startIndex());
                }
            }
        }

        if (failure instanceof SqlScriptingException script
                && script.origin().line().isDefined()) {
            return start.plus((Integer) script.origin().line().get(), 1);
        }

        if (failure instanceof AnalysisException analysis && analysis.line().isDefined()) {
            return start.plus((Integer) analysis.line().get(), 1);
        }

        return start;
    }

    /** A context in a view or a function counts in the text of that. */
    private static boolean isInStatement(QueryContext context) {
        return context.contextType() == QueryContextType.SQL
                && context.objectType().isEmpty()
                && context.startIndex() >= 0;
    }
}
