package dev.lakelight.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds parameter markers. A colon is one when its name follows at once and nothing that could have a path stands right before
 * it: {@code a:b} reads a field, {@code a::int} casts, {@code outer: LOOP} is a label.
 */
final class ParameterMarkers {

    private ParameterMarkers() {}

    private record Marker(int start, int end, SqlReference reference) {}

    static List<SqlReference> in(String sql) {
        return named(sql).stream().map(Marker::reference).toList();
    }

    /** Put a string literal in place of each marker with a name. */
    static String replace(String sql, Function<SqlReference, String> values) {
        return replace(sql, named(sql), marker -> StringLiteral.quote(values.apply(marker)));
    }

    /** Put other text in place of each marker, with a name or not. */
    static String replaceAll(String sql, Function<SqlReference, String> texts) {
        List<Marker> all = Stream.concat(named(sql).stream(), numbered(sql).stream())
                .sorted(Comparator.comparing(Marker::start))
                .toList();
        return replace(sql, all, texts);
    }

    private static String replace(String sql, List<Marker> markers, Function<SqlReference, String> texts) {
        StringBuilder result = new StringBuilder();
        int copied = 0;

        for (Marker marker : markers) {
            result.append(sql, copied, marker.start()).append(texts.apply(marker.reference()));
            copied = marker.end();
        }

        return result.append(sql, copied, sql.length()).toString();
    }

    private static List<Marker> named(String sql) {
        List<Token> tokens = SqlLexer.significantTokens(sql);
        TextLines lines = new TextLines(sql);
        List<Marker> markers = new ArrayList<>();

        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (isMarker(tokens, i)) {
                int start = tokens.get(i).start();
                Token name = tokens.get(i + 1);
                SqlReference reference = SqlReference.at(start, name.name(), ":" + name.text(), lines);
                markers.add(new Marker(start, name.end(), reference));
            }
        }

        return markers;
    }

    private static List<Marker> numbered(String sql) {
        TextLines lines = new TextLines(sql);
        List<Marker> markers = new ArrayList<>();

        for (Token token : SqlLexer.significantTokens(sql)) {
            if (token.isSymbol('?')) {
                String number = String.valueOf(markers.size() + 1);
                SqlReference reference = SqlReference.at(token.start(), number, "?", lines);
                markers.add(new Marker(token.start(), token.end(), reference));
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
