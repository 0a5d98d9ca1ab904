package dev.lakelight.sql;

import dev.lakelight.sql.SqlSyntaxError.Opening;
import java.util.ArrayList;
import java.util.List;

/** Finds the semicolons that end a statement. */
final class StatementSplitter {

    private final String sql;
    private final TextLines lines;
    private final List<SqlStatement> statements = new ArrayList<>();

    StatementSplitter(String sql) {
        this.sql = sql;
        this.lines = new TextLines(sql);
    }

    List<SqlStatement> split() {
        List<Token> tokens = SqlLexer.significantTokens(sql);
        int start = 0;

        while (start < tokens.size()) {
            int end = endOfStatement(tokens.subList(start, tokens.size()));

            if (end > 0) {
                add(tokens.get(start), tokens.get(start + end - 1));
            }

            start += end + 1;
        }

        return statements;
    }

    /** Return the number of tokens before the semicolon. */
    private int endOfStatement(List<Token> tokens) {
        ScriptBlocks blocks = new ScriptBlocks(tokens);

        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol(';') && !blocks.isOpen()) {
                return i;
            }

            blocks.accept(i);
        }

        blocks.innermost().ifPresent(this::failUnclosed);
        return tokens.size();
    }

    private void add(Token first, Token last) {
        String text = sql.substring(first.start(), last.end());
        statements.add(new SqlStatement(text, lines.line(first.start()), lines.column(first.start())));
    }

    private void failUnclosed(Token opener) {
        throw SqlSyntaxError.unclosed(Opening.block(opener.keyword()), lines, opener.start());
    }
}
