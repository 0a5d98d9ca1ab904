package dev.lakelight.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts text of unknown origin into Markdown as text: no markup, no HTML, no table cell breaks, no server commands. */
final class MarkdownText {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|~$]");
    private static final Pattern BLOCK_START = Pattern.compile("^(\\d*)([#+=.)-]+)(?=\\s|$)");
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final int LIMIT = 2_000;

    private MarkdownText() {}

    /** Return one line of text, fit for a table cell. */
    static String inline(String text) {
        String line = PlainText.withoutCommands(PlainText.line(text, LIMIT));
        String escaped = MARKUP.matcher(line).replaceAll("\\\\$0");
        String inert = BLOCK_START.matcher(escaped).replaceFirst("$1\\\\$2");
        return inert.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }

    /** Return several lines as a code block. */
    static String fenced(String text) {
        String safe = PlainText.withoutCommands(PlainText.visible(text)).stripTrailing();
        String fence = "`".repeat(Math.max(3, longestRunOfBackticks(safe) + 1));
        return fence + "text\n" + safe + "\n" + fence + "\n";
    }

    private static int longestRunOfBackticks(String text) {
        Matcher matcher = BACKTICKS.matcher(text);
        return matcher.results().mapToInt(match -> match.group().length()).max().orElse(0);
    }
}
