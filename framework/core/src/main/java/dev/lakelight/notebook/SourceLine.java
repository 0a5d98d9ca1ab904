package dev.lakelight.notebook;

import java.util.ArrayList;
import java.util.List;

/**
 * A line as it stands in a file.
 *
 * @param content its characters
 * @param ending the line feed, with its carriage return where it has one; empty at the end of a file that has no final one
 */
record SourceLine(String content, String ending) {

    /** Cut a text into lines; joined again they are the text. */
    static List<SourceLine> of(String text) {
        List<SourceLine> lines = new ArrayList<>();
        int start = 0;

        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(of(text, start, end));
            start = end;
        }

        return lines;
    }

    private static SourceLine of(String text, int start, int end) {
        int contentEnd = end;

        if (text.charAt(contentEnd - 1) == '\n') {
            contentEnd--;

            if (contentEnd > start && text.charAt(contentEnd - 1) == '\r') {
                contentEnd--;
            }
        }

        return new SourceLine(text.substring(start, contentEnd), text.substring(contentEnd, end));
    }

    boolean isBlank() {
        return content.isBlank();
    }

    String text() {
        return content + ending;
    }
}
