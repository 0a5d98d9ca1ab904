package dev.lakelight.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads notebooks: files in Databricks' source format, whose extension decides about their language and whose first line says
 * that they are notebooks, and {@code .ipynb} files as Databricks and Jupyter write them, of nbformat 4.
 */
public final class NotebookReader {

    private NotebookReader() {}

    /**
     * Read a notebook.
     *
     * @param path where it is
     * @param file its name in messages and locations, with its extension
     * @throws NotebookFormatException when it is not a notebook
     */
    public static Notebook read(Path path, String file) {
        return read(contentOf(path, file), file);
    }

    /**
     * Read a file that is taken for a notebook of a language whatever its name, with or without the header; as Databricks does
     * when a file is imported with its language.
     *
     * @param path where it is
     * @param file its name in messages and locations
     * @throws NotebookFormatException when it is not text
     */
    public static Notebook read(Path path, String file, NotebookLanguage language) {
        return read(contentOf(path, file), file, language);
    }

    private static byte[] contentOf(Path path, String file) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the notebook " + file, e);
        }
    }

    /**
     * Read a notebook from the content of a file.
     *
     * @param content the whole file
     * @param file its name in messages and locations, with its extension
     * @throws NotebookFormatException when it is not a notebook
     */
    public static Notebook read(byte[] content, String file) {
        return format(file).read(file, NotebookText.decode(content, file));
    }

    /** Read a file that is taken for a notebook of a language from its content. */
    public static Notebook read(byte[] content, String file, NotebookLanguage language) {
        return new SourceFormat(language, false).read(file, NotebookText.decode(content, file));
    }

    private static NotebookFormat format(String file) {
        if (NotebookFiles.isJupyter(file)) {
            return new JupyterFormat();
        }

        return NotebookLanguage.ofFile(file)
                .map(language -> new SourceFormat(language, true))
                .orElseThrow(() -> NotebookFormatException.unknownExtension(file));
    }

    /**
     * Return whether a file is a notebook: its extension is one of a source file and its first line is the header, or it is an
     * {@code .ipynb} file.
     */
    public static boolean isNotebook(Path path) {
        String name = path.toString();
        return NotebookFiles.isJupyter(name)
                || NotebookLanguage.ofFile(name)
                        .filter(language -> beginsWith(path, language.header()))
                        .isPresent();
    }

    private static boolean beginsWith(Path path, String header) {
        byte[] expected = (NotebookText.BYTE_ORDER_MARK + header).getBytes(StandardCharsets.UTF_8);

        try (var stream = Files.newInputStream(path)) {
            byte[] found = stream.readNBytes(expected.length);
            String text = new String(found, StandardCharsets.UTF_8);
            return text.startsWith(header) || Arrays.equals(found, expected);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
