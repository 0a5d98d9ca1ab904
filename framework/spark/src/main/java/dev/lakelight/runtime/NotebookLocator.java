package dev.lakelight.runtime;

import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> names = NotebookFiles.namesOf(path);
        return named(names, path)
                .or(() -> named(NotebookFiles.longerNamesOf(path), path))
                .orElseThrow(() -> RunErrors.noNotebook(path, names));
    }

    private Optional<Path> named(List<String> names, String path) {
        return only(names.stream().flatMap(name -> files.find(name).stream()), path).stream()
                .findFirst();
    }

    /** Return the file of exactly this path, which need not be named as notebooks are. */
    Path findFile(String path) {
        return files.find(path).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> RunErrors.noNotebook(path, List.of(path)));
    }

    /**
     * Return the notebook that another one calls.
     *
     * @param path relative to the folder of the caller; from the base directory when it begins with {@code /}
     * @param otherwise makes the error from the places that were looked at, relative to the base directory
     */
    Path findFrom(Path caller, String path, Function<List<String>, RuntimeException> otherwise) {
        List<Path> places = places(caller, NotebookFiles.namesOf(path));
        List<Path> longer = places(caller, NotebookFiles.longerNamesOf(path));
        return only(places.stream(), path).stream()
                .findFirst()
                .or(() -> only(longer.stream(), path).stream().findFirst())
                .orElseThrow(() ->
                        otherwise.apply(places.stream().map(files::relative).toList()));
    }

    private List<Path> places(Path caller, List<String> names) {
        return names.stream().map(name -> place(caller, name)).distinct().toList();
    }

    String relative(Path file) {
        return files.relative(file);
    }

    private List<Path> only(Stream<Path> candidates, String path) {
        List<Path> found = distinct(candidates.filter(Files::isRegularFile));

        if (found.size() < 2) {
            return found;
        }

        List<Path> notebooks = found.stream().filter(NotebookReader::isNotebook).toList();

        if (notebooks.size() == 1) {
            return notebooks;
        }

        throw RunErrors.ambiguous(path, found.stream().map(files::relative).toList());
    }

    /** Return each file once; where letter case is ignored, two names can be those of one file. */
    private static List<Path> distinct(Stream<Path> files) {
        List<Path> distinct = new ArrayList<>();

        files.forEach(file -> {
            if (distinct.stream().noneMatch(other -> isSame(file, other))) {
                distinct.add(file);
            }
        });

        return distinct;
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return Files.isSameFile(file, other);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compare %s with %s".formatted(file, other), e);
        }
    }

    private Path place(Path caller, String name) {
        if (name.startsWith("/")) {
            return files.baseDirectory().resolve(name.substring(1)).normalize();
        }

        return caller.resolveSibling(name).normalize();
    }
}
