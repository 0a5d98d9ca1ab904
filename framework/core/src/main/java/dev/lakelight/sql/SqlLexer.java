package dev.lakelight.sql;

import dev.lakelight.sql.SqlSyntaxError.Opening;
import java.util.ArrayList;
import java.util.List;

/** Cuts SQL text into tokens as {@code SqlBaseLexer.g4} does, coarser where nobody needs the difference. */
final class SqlLexer {

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private SqlLexer(String sql) {
        this.sql = sql;
    }

    /** Return all tokens, comments included. */
    static List<Token> tokens(String sql) {
        SqlLexer lexer = new SqlLexer(sql);

        while (lexer.position < sql.length()) {
            lexer.readNext();
        }

        return lexer.tokens;
    }

    /** Return all tokens that mean something. */
    static List<Token> significantTokens(String sql) {
        return tokens(sql).stream().filter(token -> !token.isComment()).toList();
    }

    private void readNext() {
        char first = sql.charAt(position);

        if (isSpace(first)) {
            position++;
        } else if (isWordPart(first)) {
            readWord();
        } else if (first == '\'' || first == '"') {
            add(Token.Kind.STRING, endOfString());
        } else if (first == '`') {
            add(Token.Kind.QUOTED_NAME, endOfQuotedName());
        } else if (startsWith("--")) {
            add(Token.Kind.COMMENT, endOfLineComment());
        } else if (startsWith("/*") && !startsWith("/*+")) {
            add(Token.Kind.COMMENT, endOfComment());
        } else if (startsWith("*/")) {
            add(Token.Kind.SYMBOL, position + 2);
        } else if (first == '$') {
            readDollar();
        } else {
            add(Token.Kind.SYMBOL, position + 1);
        }
    }

    private void readWord() {
        int end = position;

        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }

        if (end == position + 1 && "rR".indexOf(sql.charAt(position)) >= 0 && isQuoteAt(end)) {
            add(Token.Kind.STRING, endOfRawString());
            return;
        }

        add(Token.Kind.WORD, end);
    }

    private int endOfString() {
        char quote = sql.charAt(position);

        for (int i = position + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                return i + 1;
            }
        }

        throw unclosed(Opening.string(String.valueOf(quote)));
    }

    private int endOfRawString() {
        int end = sql.indexOf(sql.charAt(position + 1), position + 2);

        if (end < 0) {
            throw unclosed(Opening.string(sql.substring(position, position + 2)));
        }

        return end + 1;
    }

    private int endOfQuotedName() {
        int end = sql.indexOf('`', position + 1);

        while (end >= 0 && sql.startsWith("``", end)) {
            end = sql.indexOf('`', end + 2);
        }

        if (end < 0) {
            throw unclosed(Opening.quotedName());
        }

        return end + 1;
    }

    /** A backslash before the line feed continues the comment. */
    private int endOfLineComment() {
        int end = sql.indexOf('\n', position);

        while (end > 0 && sql.charAt(end - 1) == '\\') {
            end = sql.indexOf('\n', end + 1);
        }

        return end < 0 ? sql.length() : end;
    }

    private int endOfComment() {
        int depth = 1;

        for (int i = position + 2; i + 1 < sql.length(); i++) {
            if (sql.startsWith("*/", i)) {
                depth--;
                i++;
            } else if (sql.startsWith("/*", i) && !sql.startsWith("/*+", i)) {
                depth++;
                i++;
            }

            if (depth == 0) {
                return i + 1;
            }
        }

        throw unclosed(Opening.comment());
    }

    private void readDollar() {
        String tag = dollarTag();

        if (tag.equals("$$") || (!tag.isEmpty() && isBehindAs())) {
            add(Token.Kind.STRING, endOfDollarString(tag));
            return;
        }

        int referenceEnd = LegacyReference.endAt(sql, position);
        add(referenceEnd > 0 ? Token.Kind.REFERENCE : Token.Kind.SYMBOL, Math.max(referenceEnd, position + 1));
    }

    /** Return {@code $$} or {@code $tag$} when it comes next. */
    private String dollarTag() {
        int end = position + 1;

        while (end < sql.length() && isAsciiLetter(sql.charAt(end))) {
            end++;
        }

        return end < sql.length() && sql.charAt(end) == '$' ? sql.substring(position, end + 1) : "";
    }

    /** Only what follows AS is quoted with a tag, the body of a function. Elsewhere {@code $catalog$suffix} are two widgets. */
    private boolean isBehindAs() {
        int last = tokens.size() - 1;

        while (last >= 0 && tokens.get(last).isComment()) {
            last--;
        }

        return last >= 0 && tokens.get(last).isWord("AS");
    }

    private int endOfDollarString(String tag) {
        int end = sql.indexOf(tag, position + tag.length());

        if (end < 0) {
            throw unclosed(Opening.dollarString(tag));
        }

        return end + tag.length();
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, position, end, sql.substring(position, end)));
        position = end;
    }

    private SqlSyntaxError unclosed(Opening opening) {
        return SqlSyntaxError.unclosed(opening, new TextLines(sql), position);
    }

    private boolean startsWith(String prefix) {
        return sql.startsWith(prefix, position);
    }

    private boolean isQuoteAt(int offset) {
        return offset < sql.length() && (sql.charAt(offset) == '\'' || sql.charAt(offset) == '"');
    }

    private static boolean isWordPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || Character.isSurrogate(character);
    }

    private static boolean isAsciiLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
    }
}
