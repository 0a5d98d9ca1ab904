package dev.lakelight.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What Databricks replaces in SQL text before it parses it: <code>${name}</code>, also within literals, and calls of
 * {@code getArgument('name')}, which become literals; and {@code $name} where there is such a widget. <code>\${</code> stands for
 * <code>${</code>; comments are left alone.
 */
public final class LegacySubstitution {

    private final String sql;
    private final Function<SqlReference, Optional<String>> values;
    private final Function<SqlReference, Optional<String>> widgets;
    private final TextLines lines;
    private final StringBuilder result = new StringBuilder();

    private LegacySubstitution(
            String sql,
            Function<SqlReference, Optional<String>> values,
            Function<SqlReference, Optional<String>> widgets) {
        this.sql = sql;
        this.values = values;
        this.widgets = widgets;
        this.lines = new TextLines(sql);
    }

    /**
     * Return the text with its references replaced.
     *
     * @param values gives the text that stands for a reference; nothing leaves the reference as it is. It may throw when
     *     there has to be a value.
     * @param widgets gives the value of {@code $name}, which is text like any other where there is no widget of that name
     * @throws SqlSyntaxError when a string, a quoted name or a comment is never closed
     */
    public static String apply(
            String sql,
            Function<SqlReference, Optional<String>> values,
            Function<SqlReference, Optional<String>> widgets) {
        if (!sql.contains("$") && !sql.toLowerCase(Locale.ROOT).contains("getargument")) {
            return sql;
        }

        return new LegacySubstitution(sql, values, widgets).apply();
    }

    private String apply() {
        List<Token> tokens = SqlLexer.tokens(sql);
        int copied = 0;

        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int callEnd = endOfArgumentCall(tokens, i);
            result.append(sql, copied, Math.max(copied, token.start()));

            if (callEnd > 0) {
                appendArgument(tokens.get(i + 2), sql.substring(token.start(), callEnd));
                copied = callEnd;
                i += 3;
            } else if (isDollarOf(token, tokens, i + 1)) {
                copied = tokens.get(++i).end();
                appendReference(token.start(), token.start(), copied);
            } else {
                appendReplaced(token);
                copied = token.end();
            }
        }

        return result.append(sql, copied, sql.length()).toString();
    }

    /** Return the offset behind {@code getArgument('name')} when it begins at the token, else -1. */
    private static int endOfArgumentCall(List<Token> tokens, int index) {
        boolean call = index + 3 < tokens.size()
                && tokens.get(index).isWord("getArgument")
                && tokens.get(index + 1).isSymbol('(')
                && tokens.get(index + 2).kind() == Token.Kind.STRING
                && tokens.get(index + 3).isSymbol(')');
        return call ? tokens.get(index + 3).end() : -1;
    }

    /** Return whether a token is the dollar of {@code $name}, and the name is the next one. */
    private static boolean isDollarOf(Token token, List<Token> tokens, int next) {
        return token.isSymbol('$')
                && next < tokens.size()
                && tokens.get(next).kind() == Token.Kind.WORD
                && tokens.get(next).start() == token.end();
    }

    private void appendArgument(Token name, String call) {
        String widget = StringLiteral.valueOf(name.text());
        SqlReference reference = SqlReference.at(name.start(), widget, call, lines);
        result.append(values.apply(reference).map(StringLiteral::quote).orElse(call));
    }

    private void appendReplaced(Token token) {
        if (token.isComment() || !token.text().contains("$")) {
            result.append(token.text());
            return;
        }

        int copied = token.start();

        for (int i = sql.indexOf('$', copied); i >= 0 && i < token.end(); i = sql.indexOf('$', i + 1)) {
            int end = endOfReference(token, i);

            if (end < 0 || end > token.end() || i < copied) {
                continue;
            }

            appendReference(copied, i, end);
            copied = end;
        }

        result.append(sql, copied, token.end());
    }

    /** What is quoted with dollars has dollars of its own. */
    private int endOfReference(Token token, int start) {
        int end = LegacyReference.endAt(sql, start);
        return end >= 0 || token.text().startsWith("$") ? end : LegacyReference.endOfBareAt(sql, start);
    }

    private void appendReference(int from, int start, int end) {
        String text = sql.substring(start, end);
        result.append(sql, from, start);

        if (!text.startsWith("${")) {
            SqlReference widget = SqlReference.at(start, text.substring(1), text, lines);
            result.append((isEscaped(start) ? Optional.<String>empty() : widgets.apply(widget)).orElse(text));
            return;
        }

        if (isEscaped(start)) {
            result.setLength(result.length() - 1);
            result.append(text);
            return;
        }

        SqlReference reference = SqlReference.at(start, LegacyReference.nameIn(text), text, lines);
        result.append(values.apply(reference).orElse(text));
    }

    /** An odd number of backslashes before the reference takes its meaning away; the last of them goes. */
    private boolean isEscaped(int offset) {
        int backslashes = 0;

        while (offset - backslashes > 0 && sql.charAt(offset - backslashes - 1) == '\\') {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
