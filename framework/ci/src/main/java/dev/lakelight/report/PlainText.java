package dev.lakelight.report;

import java.util.regex.Pattern;

/** Makes text of unknown origin harmless and visible wherever it is shown. */
final class PlainText {

    // Commands that build servers obey when they see them in a log or a file: ::error::, ##[error], ##vso[…],
    // ##teamcity[…].
    private static final Pattern LINE_COMMAND = Pattern.compile("(?m)^(\\s*):(?=:)");
    private static final Pattern HASH_COMMAND = Pattern.compile("##(?=[A-Za-z]*\\[)");

    private PlainText() {}

    /**
     * Return the text with everything written out that would be invisible, illegal in XML, or would turn the reading
     * direction: {@code \u001B}. Line feeds and tabs stay, carriage returns before line feeds go.
     */
    static String visible(String text) {
        String unix = text.replace("\r\n", "\n");

        if (unix.codePoints().allMatch(PlainText::isPlain)) {
            return unix;
        }

        StringBuilder visible = new StringBuilder();
        unix.codePoints().forEach(point -> append(visible, point));
        return visible.toString();
    }

    /** Return the text in one line of at most so many characters. */
    static String line(String text, int limit) {
        return cut(visible(text.strip().replaceAll("\\s*\\R\\s*", " ")), limit);
    }

    /** Cut off what is beyond a limit, and say so. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }

        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return "%s… (%s more)".formatted(text.substring(0, end), Wording.count(text.length() - end, "character"));
    }

    /** Break up what a build server would take for a command. */
    static String withoutCommands(String text) {
        return HASH_COMMAND
                .matcher(LINE_COMMAND.matcher(text).replaceAll("$1: "))
                .replaceAll("## ");
    }

    private static void append(StringBuilder visible, int point) {
        if (isPlain(point)) {
            visible.appendCodePoint(point);
            return;
        }

        visible.append("\\u%04X".formatted(point));
    }

    private static boolean isPlain(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }

        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> isEmojiPart(point);
            default -> !isNoncharacter(point);
        };
    }

    // U+FFFE, U+FFFF and their like in the other planes.
    private static boolean isNoncharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE;
    }

    // Zero-width joiner and tags are format characters, but families and flags are made of them.
    private static boolean isEmojiPart(int point) {
        return point == 0x200D || (point >= 0xE0020 && point <= 0xE007F);
    }
}
