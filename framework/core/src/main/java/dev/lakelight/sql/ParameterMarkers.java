package dev.lakelight.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds parameter markers. A colon is one when its name follows at once and nothing that could have a path stands right before
 * it: {@code a:b} reads a field, {@code a::int} casts, {@code outer: LOOP} is a label.
 */
final class ParameterMarkers {

    private ParameterMarkers() {}

    static List<SqlReference> in(String sql) {
        List<SqlReference> markers = new ArrayList<>();
        replace(sql, marker -> {
            markers.add(marker);
            return "";
        });
        return markers;
    }

    /** Put a string literal in place of each marker. */
    static String replace(String sql, Function<SqlReference, String> values) {
        List<Token> tokens = SqlLexer.significantTokens(sql);
        TextLines lines = new TextLines(sql);
        StringBuilder result = new StringBuilder();
        int copied = 0;

        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (isMarker(tokens, i)) {
                int start = tokens.get(i).start();
                Token name = tokens.get(i + 1);
                String value = values.apply(SqlReference.at(start, name.name(), ":" + name.text(), lines));
                result.append(sql, copied, start).append(StringLiteral.quote(value));
                copied = name.end();
            }
        }

        return result.append(sql, copied, sql.length()).toString();
    }

    private static boolean isMarker(List<Token> tokens, int index) {
        Token colon = tokens.get(index);
        Token name = tokens.get(index + 1);
        return colon.isSymbol(':')
                && name.isName()
                && colon.end() == name.start()
                && !(index > 0 && hasPath(tokens.get(index - 1), colon));
    }

    private static boolean hasPath(Token before, Token colon) {
        boolean adjacent = before.end() == colon.start();
        return adjacent
                && switch (before.kind()) {
                    case WORD, STRING, QUOTED_NAME, REFERENCE -> true;
                    case SYMBOL -> ")]:".contains(before.text());
                    case COMMENT -> false;
                };
    }
}
