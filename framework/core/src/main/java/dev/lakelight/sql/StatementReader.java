package dev.lakelight.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a statement that Spark's grammar has no rule for, token by token; white space and comments are passed over. What stands
 * between the parts that are read keeps its text.
 */
public final class StatementReader {

    private final String sql;
    private final String form;
    private final List<Token> tokens;
    private int next;

    private StatementReader(String sql, String form, List<Token> tokens) {
        this.sql = sql;
        this.form = form;
        this.tokens = tokens;
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

    /** Return whether all has been read. */
    public boolean atEnd() {
        return next == tokens.size();
    }

    /** Return whether these words, in any case, come next. */
    public boolean at(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (next + i >= tokens.size() || !tokens.get(next + i).isWord(words[i])) {
                return false;
            }
        }

        return true;
    }

    /** Return whether one of these words, in upper case, comes next. */
    public boolean atOneOf(Set<String> words) {
        return !atEnd() && words.contains(tokens.get(next).keyword());
    }

    /** Return whether a symbol of one character comes next. */
    public boolean at(char symbol) {
        return !atEnd() && tokens.get(next).isSymbol(symbol);
    }

    /** Return whether a string literal comes next. */
    public boolean atString() {
        return !atEnd() && tokens.get(next).kind() == Token.Kind.STRING;
    }

    /** Pass over words if they come next, and return whether they did. */
    public boolean accept(String... words) {
        boolean there = at(words);
        next += there ? words.length : 0;
        return there;
    }

    /** Pass over a symbol if it comes next, and return whether it did. */
    public boolean accept(char symbol) {
        boolean there = at(symbol);
        next += there ? 1 : 0;
        return there;
    }

    /** Pass over words that have to come next. */
    public void require(String... words) {
        if (!accept(words)) {
            throw unexpected();
        }
    }

    /** Pass over a symbol that has to come next. */
    public void require(char symbol) {
        if (!accept(symbol)) {
            throw unexpected();
        }
    }

    /** Require that all has been read. */
    public void requireEnd() {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    /** Pass over a token, whatever it is, and return its text. */
    public String take() {
        if (atEnd()) {
            throw unexpected();
        }

        return tokens.get(next++).text();
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

    /** Read one part of a name, and return it without its quotes. */
    public String namePart() {
        if (atEnd() || !tokens.get(next).isName()) {
            throw unexpected();
        }

        return tokens.get(next++).name();
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

    /** Return the offset of the next token, or that of the statement's end. */
    public int offset() {
        return atEnd() ? sql.length() : tokens.get(next).start();
    }

    /** Return the text from an offset up to the token that was read last. */
    public String textSince(int start) {
        return next == 0
                ? ""
                : sql.substring(start, Math.max(start, tokens.get(next - 1).end()));
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

    /** Return an error that says what was found instead of what has to come next. */
    public SqlSyntaxError unexpected() {
        String found = atEnd() ? "its end" : tokens.get(next).text();
        return refused("The statement cannot be read: found " + found, "Write %s.".formatted(form));
    }

    /**
     * Return an error at the next token.
     *
     * @param problem what is wrong, without place and final stop
     * @param advice what to do about it, a sentence or more
     */
    public SqlSyntaxError refused(String problem, String advice) {
        return SqlSyntaxError.at(problem, advice, new TextLines(sql), offset());
    }
}
