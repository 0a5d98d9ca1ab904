package dev.lakelight.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE WIDGET kind name DEFAULT 'value' [CHOICES query]} and {@code REMOVE WIDGET name}. */
final class WidgetStatementParser {

    private final String sql;
    private final List<Token> tokens;
    private int next;

    WidgetStatementParser(String sql) {
        this.sql = sql;
        this.tokens = SqlLexer.significantTokens(sql);
    }

    Optional<WidgetStatement> parse() {
        if (begins("CREATE")) {
            return Optional.of(create());
        }

        return begins("REMOVE") ? Optional.of(remove()) : Optional.empty();
    }

    private boolean begins(String verb) {
        return tokens.size() > 1 && tokens.get(0).isWord(verb) && tokens.get(1).isWord("WIDGET");
    }

    private WidgetStatement create() {
        next = 2;
        WidgetStatement.Kind kind = kind(take());
        String name = name(take());
        requireWord("DEFAULT");
        String value = string(take());
        return new WidgetStatement.Create(kind, name, value, choices());
    }

    private WidgetStatement remove() {
        next = 2;
        String name = name(take());
        requireEnd();
        return new WidgetStatement.Remove(name);
    }

    private WidgetStatement.Kind kind(Token token) {
        return Arrays.stream(WidgetStatement.Kind.values())
                .filter(kind -> token.isWord(kind.name()))
                .findFirst()
                .orElseThrow(() -> unexpected(token));
    }

    private String name(Token token) {
        require(token, token.isName());
        return token.name();
    }

    private String string(Token token) {
        require(token, token.kind() == Token.Kind.STRING && !token.text().startsWith("$"));
        return StringLiteral.valueOf(token.text());
    }

    private @Nullable String choices() {
        if (next == tokens.size()) {
            return null;
        }

        requireWord("CHOICES");
        Token first = take();
        return sql.substring(first.start());
    }

    private void requireWord(String keyword) {
        Token token = take();
        require(token, token.isWord(keyword));
    }

    private void requireEnd() {
        if (next < tokens.size()) {
            throw unexpected(tokens.get(next));
        }
    }

    private void require(Token token, boolean accepted) {
        if (!accepted) {
            throw unexpected(token);
        }
    }

    private Token take() {
        if (next == tokens.size()) {
            throw SqlSyntaxError.malformedWidget("its end", new TextLines(sql), sql.length());
        }

        return tokens.get(next++);
    }

    private SqlSyntaxError unexpected(Token token) {
        return SqlSyntaxError.malformedWidget(token.text(), new TextLines(sql), token.start());
    }
}
