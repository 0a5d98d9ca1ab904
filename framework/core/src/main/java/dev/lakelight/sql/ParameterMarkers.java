package dev.lakelight.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds parameter markers. A colon is one when its name follows at once and nothing that could have a path stands right before
 * it: {@code a:b} reads a field, {@code a::int} casts, {@code outer: LOOP} is a label.
 */
final class ParameterMarkers {

    private ParameterMarkers() {}

    static List<SqlReference> in(String sql) {
        List<Token> tokens = SqlLexer.significantTokens(sql);
        TextLines lines = new TextLines(sql);
        List<SqlReference> markers = new ArrayList<>();

        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (isMarker(tokens, i)) {
                Token name = tokens.get(i + 1);
                markers.add(SqlReference.at(tokens.get(i).start(), name.name(), ":" + name.text(), lines));
            }
        }

        return markers;
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
