package dev.lakelight.notebook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a notebook's file. */
final class NotebookText {

    static final String BYTE_ORDER_MARK = "\uFEFF";

    private NotebookText() {}

    static String withoutMark(String source) {
        return source.startsWith(BYTE_ORDER_MARK) ? source.substring(1) : source;
    }

    /** Return the text as it is read again from a file: what UTF-8 cannot say is lost. */
    static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static String beginningOf(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 60) + "...";
    }

    /** Decode UTF-8, so strictly that the same bytes come out when it is encoded again. */
    static String decode(byte[] content, String file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
        String decoded = text.flip().toString();

        if (result.isError()) {
            TextIndex index = new TextIndex(decoded);
            throw NotebookFormatException.notText(file, index.line(decoded.length()), index.column(decoded.length()));
        }

        return decoded;
    }
}
