package dev.lakelight.sql;

import java.util.Locale;

/**
 * A piece of SQL text without white space around it.
 *
 * @param kind what it is
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param text its characters, quotes included
 */
record Token(Kind kind, int start, int end, String text) {

    enum Kind {
        /** A keyword, a name or a number. */
        WORD,
        /** A literal in single or double quotes, raw ones included, or between dollar tags. */
        STRING,
        /** A name in backticks. */
        QUOTED_NAME,
        /** The legacy reference <code>${name}</code> outside of literals. */
        REFERENCE,
        COMMENT,
        /** Anything else, one character each; the end of a hint is one of two, so that no comment begins with its slash. */
        SYMBOL
    }

    boolean isComment() {
        return kind == Kind.COMMENT;
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.length() == 1 && text.charAt(0) == symbol;
    }

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** Return the word in upper case, or an empty text for anything that cannot be a keyword. */
    String keyword() {
        return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
    }

    /** Return the name without its backticks. */
    String name() {
        return kind == Kind.QUOTED_NAME ? text.substring(1, text.length() - 1).replace("``", "`") : text;
    }
}
