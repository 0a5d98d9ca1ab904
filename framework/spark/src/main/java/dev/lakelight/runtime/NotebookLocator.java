package dev.lakelight.runtime;

import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the file of a notebook by the path that was asked for, with or without its extension. */
final class NotebookLocator {

    private final ProjectFiles files;

    NotebookLocator(ProjectFiles files) {
        this.files = files;
    }

    /** Return the notebook that a test asks for. */
    Path find(String path) {
        List<String> names = namesOf(path);
        List<Path> found = only(names.stream().flatMap(name -> files.find(name).stream()), path);
        return found.stream().findFirst().orElseThrow(() -> RunErrors.noNotebook(path, names));
    }

    /**
     * Return the notebook that another one calls.
     *
     * @param path relative to the folder of the caller; from the base directory when it begins with {@code /}
     * @param otherwise makes the error from the places that were looked at, relative to the base directory
     */
    Path findFrom(Path caller, String path, Function<List<String>, RuntimeException> otherwise) {
        List<Path> places = namesOf(path).stream()
                .map(name -> place(caller, name))
                .distinct()
                .toList();
        Optional<Path> found = only(places.stream(), path).stream().findFirst();
        return found.orElseThrow(
                () -> otherwise.apply(places.stream().map(files::relative).toList()));
    }

    String relative(Path file) {
        return files.relative(file);
    }

    private List<Path> only(Stream<Path> candidates, String path) {
        List<Path> found = candidates.filter(Files::isRegularFile).distinct().toList();

        if (found.size() > 1) {
            throw RunErrors.ambiguous(path, found.stream().map(files::relative).toList());
        }

        return found;
    }

    private Path place(Path caller, String name) {
        if (name.startsWith("/")) {
            return files.baseDirectory().resolve(name.substring(1)).normalize();
        }

        return caller.resolveSibling(name).normalize();
    }

    private static List<String> namesOf(String path) {
        if (NotebookLanguage.ofFile(path).isPresent()) {
            return List.of(path);
        }

        return Arrays.stream(NotebookLanguage.values())
                .map(language -> path + "." + language.extension())
                .toList();
    }
}
