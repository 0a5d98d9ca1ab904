package dev.lakelight.sql;

/**
 * Follows {@code DECLARE EXIT|CONTINUE HANDLER FOR condition, ...}, behind which a statement begins: {@code SQLSTATE [VALUE]
 * '12345'}, {@code NOT FOUND}, {@code SQLEXCEPTION} or the name of a condition.
 */
final class HandlerConditions {

    private enum Next {
        NOTHING,
        FOR,
        CONDITION,
        COMMA
    }

    private Next next = Next.NOTHING;

    /** Follow from the keyword {@code HANDLER} on. */
    void begin() {
        next = Next.FOR;
    }

    boolean isOpen() {
        return next != Next.NOTHING;
    }

    /** Return whether a token is still a part of the conditions; the first that is not begins the handler's statement. */
    boolean accept(Token token) {
        next = switch (next) {
            case FOR -> token.isWord("FOR") ? Next.CONDITION : Next.NOTHING;
            case CONDITION -> isHalf(token) ? Next.CONDITION : Next.COMMA;
            case COMMA -> token.isSymbol(',') || token.isSymbol('.') ? Next.CONDITION : Next.NOTHING;
            case NOTHING -> Next.NOTHING;
        };
        return isOpen();
    }

    private static boolean isHalf(Token token) {
        return token.isWord("NOT") || token.isWord("SQLSTATE") || token.isWord("VALUE");
    }
}
