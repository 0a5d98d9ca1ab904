package dev.lakelight.sql;

import java.util.List;
import java.util.Set;

/** Goes through the tokens of a statement; white space and comments are passed over. */
abstract sealed class TokenReader permits StatementReader {

    final String sql;
    final String form;
    final List<Token> tokens;
    int next;

    TokenReader(String sql, String form, List<Token> tokens) {
        this.sql = sql;
        this.form = form;
        this.tokens = tokens;
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

    /** Pass over all that stands before some words, and return whether they come. */
    public boolean passTo(String... words) {
        while (!atEnd() && !at(words)) {
            next++;
        }

        return !atEnd();
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
