package dev.lakelight.sql;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/**
 * One statement of a SQL text.
 *
 * @param text from its first to its last token: no comment before it, no semicolon behind it
 * @param line 1-based line of its first token in the text it was cut from
 * @param column 1-based column of its first token, in UTF-16 units
 */
public record SqlStatement(String text, int line, int column) {

    public SqlStatement {
        requireNonNull(text, "text");
    }

    /**
     * Cut a text into statements, in order; empty ones and comments between them are left out. A {@code BEGIN ... END} script
     * is one statement.
     *
     * @throws SqlSyntaxError when a string, a quoted name, a comment or a script block is never closed
     */
    public static List<SqlStatement> split(String sql) {
        return new StatementSplitter(sql).split();
    }

    /** Return the parameter markers, {@code :name}, in order; a name comes as often as it occurs. */
    public List<SqlReference> parameters() {
        return ParameterMarkers.in(text);
    }

    /**
     * Return the statement with string literals in place of its parameter markers, as Spark itself does from 4.1 on; so they work
     * wherever a literal does, also where Spark takes no parameters, as in the query of a view. Lines stay where they are.
     *
     * @param values gives the value of a parameter; it may throw when there has to be one
     */
    public String withParameters(Function<SqlReference, String> values) {
        return ParameterMarkers.replace(text, values);
    }

    /**
     * Return the statement with other text in place of its parameter markers, {@code :name} and {@code ?}. What is a marker is found
     * by tokens: a string, a comment or a quoted name holds none.
     *
     * @param literals gives what is written for a parameter; that of {@code ?} has its 1-based number for a name
     */
    public String withLiterals(Function<SqlReference, String> literals) {
        return ParameterMarkers.replaceAll(text, literals);
    }

    /**
     * Return the text with others in place of the statements in it: those of a {@code BEGIN ... END} script that have no blocks of
     * their own, or the one that {@code EXPLAIN} is about. Any other statement has none.
     *
     * @param change gives the text for a statement, which may be its own
     */
    public String withInner(Function<SqlStatement, String> change) {
        return new InnerStatements(text).replaced(change);
    }
}
