package dev.lakelight.sql;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds the statements that stand in another one: in a script, or behind {@code EXPLAIN}. */
final class InnerStatements {

    private static final Set<String> EXPLAIN_MODES = Set.of("LOGICAL", "EXTENDED", "CODEGEN", "COST", "FORMATTED");

    private final String sql;
    private final List<Token> tokens;
    private final TextLines lines;
    private final StringBuilder result = new StringBuilder();
    private int copied;

    InnerStatements(String sql) {
        this.sql = sql;
        this.tokens = SqlLexer.significantTokens(sql);
        this.lines = new TextLines(sql);
    }

    String replaced(Function<SqlStatement, String> change) {
        if (!tokens.isEmpty() && tokens.get(0).isWord("EXPLAIN")) {
            replaceExplained(change);
        } else {
            replaceInScript(change);
        }

        return result.append(sql, copied, sql.length()).toString();
    }

    private void replaceExplained(Function<SqlStatement, String> change) {
        boolean hasMode =
                tokens.size() > 1 && EXPLAIN_MODES.contains(tokens.get(1).keyword());
        replace(hasMode ? 2 : 1, tokens.size(), change);
    }

    private void replaceInScript(Function<SqlStatement, String> change) {
        ScriptBlocks blocks = new ScriptBlocks(tokens);

        for (int i = 0; i < tokens.size(); i++) {
            if (blocks.statementMayBegin() && !ScriptBlocks.isOfBlocks(tokens.get(i))) {
                replace(i, end(i), change);
            }

            blocks.accept(i);
        }
    }

    private int end(int from) {
        int end = from;

        while (end < tokens.size() && !tokens.get(end).isSymbol(';')) {
            end++;
        }

        return end;
    }

    private void replace(int from, int to, Function<SqlStatement, String> change) {
        if (from >= to || tokens.get(from).start() < copied) {
            return;
        }

        int start = tokens.get(from).start();
        String text = sql.substring(start, tokens.get(to - 1).end());
        SqlStatement statement = new SqlStatement(text, lines.line(start), lines.column(start));
        String changed = change.apply(statement);

        if (!changed.equals(text)) {
            result.append(sql, copied, start).append(changed);
            copied = start + text.length();
        }
    }
}
