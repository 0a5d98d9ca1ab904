package dev.lakelight.workspace.tree;

import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.notebook.NotebookFormatException;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.storage.ObjectPath;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an import makes of a content.
 *
 * @param path of the object
 * @param fileName name of its file
 * @param content read once
 */
record ImportedObject(ObjectPath path, ObjectType type, String fileName, InputStream content) {

    private static final int LARGEST_NOTEBOOK = 10 << 20;

    /** As long as the longest first line of notebooks, with a byte order mark. */
    private static final int BEGINNING = 64;

    /** Make a notebook of a file in its language, with or without the first line that notebooks have. */
    static ImportedObject source(ObjectPath path, NotebookLanguage language, byte[] content) {
        requireNotTooLarge(content);
        String fileName = path.name() + "." + language.extension();
        requireReadable(() -> NotebookReader.read(content, fileName, language));
        byte[] header = (language.header() + "\n").getBytes(StandardCharsets.UTF_8);
        return notebook(path, fileName, beginsAsNotebook(content, language) ? content : joined(header, content));
    }

    /** Make a notebook of a file of Jupyter. */
    static ImportedObject jupyter(ObjectPath path, byte[] content) {
        requireNotTooLarge(content);
        String fileName = path.name() + "." + NotebookFiles.JUPYTER;
        requireReadable(() -> NotebookReader.read(content, fileName));
        return notebook(path, fileName, content);
    }

    /** Make what the name and the beginning of the content say: a notebook, called without its extension, or a file. */
    static ImportedObject auto(ObjectPath path, InputStream stream) throws IOException {
        BufferedInputStream content = new BufferedInputStream(stream);
        Optional<String> extension = NotebookFileName.extension(path.name());
        ObjectPath notebook = path.named(NotebookFileName.withoutExtension(path.name()));

        if (extension.equals(Optional.of(NotebookFiles.JUPYTER))) {
            return jupyter(notebook, content.readNBytes(LARGEST_NOTEBOOK + 1));
        }

        content.mark(BEGINNING);
        byte[] beginning = content.readNBytes(BEGINNING);
        content.reset();
        Optional<NotebookLanguage> language = extension
                .flatMap(NotebookFileName::language)
                .filter(candidate -> beginsAsNotebook(beginning, candidate));
        return language.isPresent()
                ? source(notebook, language.get(), content.readNBytes(LARGEST_NOTEBOOK + 1))
                : new ImportedObject(path, ObjectType.FILE, path.name(), content);
    }

    /** Make a file. */
    static ImportedObject raw(ObjectPath path, InputStream content) throws IOException {
        ImportedObject object = auto(path, content);

        if (object.type() == ObjectType.NOTEBOOK) {
            throw ApiErrors.invalid(
                    "%s is a notebook by its name and its beginning. Import it with the format AUTO.".formatted(path));
        }

        return object;
    }

    private static ImportedObject notebook(ObjectPath path, String fileName, byte[] content) {
        return new ImportedObject(path, ObjectType.NOTEBOOK, fileName, new ByteArrayInputStream(content));
    }

    private static void requireNotTooLarge(byte[] content) {
        if (content.length > LARGEST_NOTEBOOK) {
            throw ApiErrors.notebookTooLarge(content.length, LARGEST_NOTEBOOK);
        }
    }

    private static void requireReadable(Runnable read) {
        try {
            read.run();
        } catch (NotebookFormatException e) {
            throw ApiErrors.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static boolean beginsAsNotebook(byte[] content, NotebookLanguage language) {
        byte[] plain = language.header().getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\uFEFF" + language.header()).getBytes(StandardCharsets.UTF_8);
        return begins(content, plain) || begins(content, marked);
    }

    private static boolean begins(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
