package dev.lakelight.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads notebooks in source format. The extension of a file decides about its language, its first line whether it is one. */
public final class NotebookReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private NotebookReader() {}

    /**
     * Read a notebook.
     *
     * @param path where it is
     * @param file its name in messages and locations, with its extension
     * @throws NotebookFormatException when it is not a notebook in source format
     */
    public static Notebook read(Path path, String file) {
        try {
            return read(Files.readAllBytes(path), file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the notebook " + file, e);
        }
    }

    /**
     * Read a notebook from the content of a file.
     *
     * @param content the whole file
     * @param file its name in messages and locations, with its extension
     * @throws NotebookFormatException when it is not a notebook in source format
     */
    public static Notebook read(byte[] content, String file) {
        NotebookLanguage language =
                NotebookLanguage.ofFile(file).orElseThrow(() -> NotebookFormatException.unknownExtension(file));
        String source = decode(content, file);
        String text = source.startsWith(BYTE_ORDER_MARK) ? source.substring(1) : source;

        if (!text.startsWith(language.header())) {
            throw NotebookFormatException.noHeader(file, language, beginningOf(text));
        }

        return new Notebook(file, language, new CellReader(language).read(SourceLine.of(text)), source);
    }

    /** Return whether a file is a notebook: its extension is one of a notebook and its first line is the header. */
    public static boolean isNotebook(Path path) {
        return NotebookLanguage.ofFile(path.toString())
                .filter(language -> beginsWith(path, language.header()))
                .isPresent();
    }

    private static boolean beginsWith(Path path, String header) {
        byte[] expected = (BYTE_ORDER_MARK + header).getBytes(StandardCharsets.UTF_8);

        try (var stream = Files.newInputStream(path)) {
            byte[] found = stream.readNBytes(expected.length);
            String text = new String(found, StandardCharsets.UTF_8);
            return text.startsWith(header) || Arrays.equals(found, expected);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static String decode(byte[] content, String file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
        String decoded = text.flip().toString();

        if (result.isError()) {
            long feeds = decoded.chars().filter(character -> character == '\n').count();
            throw NotebookFormatException.notText(file, (int) feeds + 1, decoded.length() - decoded.lastIndexOf('\n'));
        }

        return decoded;
    }

    private static String beginningOf(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 60) + "...";
    }
}
