package dev.lakelight.workspace.tree;

import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.notebook.NotebookReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** How files of notebooks are called: the notebook's name with an extension that tells its format and language. */
final class NotebookFileName {

    private NotebookFileName() {}

    /** Return the extension of a file's name, without dot, when it is one that notebooks have. */
    static Optional<String> extension(String fileName) {
        return NotebookFiles.EXTENSIONS.stream()
                .filter(extension -> fileName.endsWith("." + extension) && fileName.length() > extension.length() + 1)
                .findFirst();
    }

    /** Return the name of the notebook that a file's name stands for. */
    static String withoutExtension(String fileName) {
        return extension(fileName)
                .map(extension -> fileName.substring(0, fileName.length() - extension.length() - 1))
                .orElse(fileName);
    }

    /** Return the language that an extension stands for; empty for Jupyter's, whose files say it themselves. */
    static Optional<NotebookLanguage> language(String extension) {
        return NotebookLanguage.ofFile("x." + extension);
    }

    /** Return whether a file holds a notebook. */
    static boolean isNotebook(Path file) {
        return extension(String.valueOf(file.getFileName())).isPresent()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && NotebookReader.isNotebook(file);
    }
}
