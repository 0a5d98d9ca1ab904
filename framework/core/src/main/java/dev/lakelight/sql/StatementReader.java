package dev.lakelight.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a statement that Spark's grammar has no rule for, token by token; white space and comments are passed over. What stands
 * between the parts that are read keeps its text.
 */
public final class StatementReader extends TokenReader {

    private StatementReader(String sql, String form, List<Token> tokens) {
        super(sql, form, tokens);
    }

    /**
     * Return a reader at the first token of a statement.
     *
     * @param form how the statement is written, for the message when it is written otherwise
     * @throws SqlSyntaxError when a string, a quoted name or a comment is never closed
     */
    public static StatementReader of(String sql, String form) {
        return new StatementReader(sql, form, SqlLexer.significantTokens(sql));
    }

    /** Return another reader of the statement, at its first token. */
    public StatementReader again() {
        return new StatementReader(sql, form, tokens);
    }

    /** Read a name of one or more parts, and return it as it is written. */
    public String name() {
        int start = offset();
        namePart();

        while (accept('.')) {
            namePart();
        }

        return textSince(start);
    }

    /** Read a name, or the clause {@code IDENTIFIER(...)} that gives one, and return it as it is written. */
    public String nameOrClause() {
        int start = offset();

        if (!atIdentifierClause()) {
            return name();
        }

        next++;
        group();
        return textSince(start);
    }

    /** Return whether the clause {@code IDENTIFIER(...)} comes next. */
    public boolean atIdentifierClause() {
        return at("IDENTIFIER")
                && next + 1 < tokens.size()
                && tokens.get(next + 1).isSymbol('(');
    }

    /** Return whether a part of a name comes next; keywords can be one. */
    public boolean atName() {
        return !atEnd() && tokens.get(next).isName();
    }

    /** Read one part of a name, and return it without its quotes. */
    public String namePart() {
        if (!atName()) {
            throw unexpected();
        }

        return tokens.get(next++).name();
    }

    /** Read names in round brackets with commas between them, and return them without their quotes. */
    public List<String> nameList() {
        List<String> names = new ArrayList<>();
        require('(');

        do {
            names.add(namePart());
        } while (accept(','));

        require(')');
        return names;
    }

    /** Read a string literal, and return its value. */
    public String string() {
        if (!atString() || tokens.get(next).text().startsWith("$")) {
            throw unexpected();
        }

        return StringLiteral.valueOf(tokens.get(next++).text());
    }

    /** Read what stands in round brackets, brackets in it included, and return it without the outer ones. */
    public String group() {
        require('(');
        int start = offset();
        int open = 1;

        while (open > 0) {
            open += at('(') ? 1 : at(')') ? -1 : 0;
            take();
        }

        return sql.substring(start, tokens.get(next - 1).start());
    }

    /** Return the words that the statement begins with, in upper case, at most so many. */
    public List<String> firstWords(int most) {
        List<String> words = new ArrayList<>();

        for (Token token : tokens.subList(0, Math.min(most, tokens.size()))) {
            if (token.keyword().isEmpty()) {
                break;
            }

            words.add(token.keyword());
        }

        return words;
    }
}
