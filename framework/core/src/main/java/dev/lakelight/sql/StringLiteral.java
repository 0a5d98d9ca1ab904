package dev.lakelight.sql;

/** Reads and writes Spark's string literals, with Spark's escapes (see {@code SparkParserUtils.unescapeSQLString}). */
final class StringLiteral {

    private StringLiteral() {}

    /** Return the value of a literal in single or double quotes, raw ones included. */
    static String valueOf(String literal) {
        int quoteAt = literal.startsWith("r") || literal.startsWith("R") ? 1 : 0;
        String body = literal.substring(quoteAt + 1, literal.length() - 1);
        return quoteAt == 1 ? body : unescape(body);
    }

    /** Return a literal in single quotes, on one line, that has the value. */
    static String quote(String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return "'" + escaped + "'";
    }

    private static String unescape(String body) {
        StringBuilder value = new StringBuilder();

        for (int i = 0; i < body.length(); i++) {
            char character = body.charAt(i);

            if (character != '\\' || i + 1 == body.length()) {
                value.append(character);
            } else {
                i++;
                i += appendEscaped(value, body, i);
            }
        }

        return value.toString();
    }

    /** Append what the escape at the offset means; return how many characters more than one it takes. */
    private static int appendEscaped(StringBuilder value, String body, int offset) {
        if (isHexadecimal(body, offset + 1) && body.charAt(offset) == 'u') {
            value.append((char) Integer.parseInt(body.substring(offset + 1, offset + 5), 16));
            return 4;
        }

        switch (body.charAt(offset)) {
            case '0' -> value.append('\0');
            case 'b' -> value.append('\b');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'Z' -> value.append('\u001A');
            case '%', '_' -> value.append('\\').append(body.charAt(offset));
            default -> value.append(body.charAt(offset));
        }

        return 0;
    }

    private static boolean isHexadecimal(String body, int offset) {
        return offset + 4 <= body.length() && body.substring(offset, offset + 4).matches("[0-9a-fA-F]{4}");
    }
}
