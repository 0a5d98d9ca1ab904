package dev.lakelight.project;

import static java.util.stream.Collectors.joining;

import dev.lakelight.problem.UserError;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the files that tests and scenarios name. A name is looked up in each search root in turn; the project's base directory
 * is always the last of them. Immutable.
 */
public final class ProjectFiles {

    private final Path baseDirectory;
    private final List<Path> roots;

    private ProjectFiles(Path baseDirectory, List<Path> roots) {
        this.baseDirectory = baseDirectory;
        this.roots = roots;
    }

    /**
     * Look in {@code moreRoots}, in this order, and then in the base directory. Roots need not exist; relative ones are taken
     * from the base directory.
     */
    public static ProjectFiles of(Path baseDirectory, List<Path> moreRoots) {
        Path base = baseDirectory.toAbsolutePath().normalize();
        List<Path> roots = new ArrayList<>();
        moreRoots.forEach(root -> roots.add(base.resolve(root).normalize()));
        roots.add(base);
        return new ProjectFiles(base, roots.stream().distinct().toList());
    }

    /** Return the project's base directory, absolute. */
    public Path baseDirectory() {
        return baseDirectory;
    }

    /** Return files that are looked up in {@code root} before anywhere else. */
    public ProjectFiles withFirst(Path root) {
        List<Path> more = new ArrayList<>();
        more.add(baseDirectory.resolve(root).normalize());
        more.addAll(roots);
        return new ProjectFiles(baseDirectory, more.stream().distinct().toList());
    }

    /**
     * Return the absolute path of a file or folder that exists.
     *
     * @param name absolute, or relative to one of the search roots, with {@code /} as separator
     * @throws UserError when it is nowhere; names every place that was looked at
     */
    public Path resolve(String name) {
        return find(name).orElseThrow(() -> new UserError(missing(name)));
    }

    /** Return the absolute path of a file or folder, or nothing when it is nowhere. */
    public Optional<Path> find(String name) {
        return places(name).stream().filter(Files::exists).findFirst();
    }

    /** Return a path as messages show it: relative to the base directory with {@code /} as separator, absolute when outside. */
    public String relative(Path file) {
        Path absolute = baseDirectory.resolve(file).normalize();
        Path shown = absolute.startsWith(baseDirectory) ? baseDirectory.relativize(absolute) : absolute;
        String text = shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
        return text.isEmpty() ? "." : text;
    }

    private List<Path> places(String name) {
        try {
            return roots.stream()
                    .map(root -> root.resolve(name).normalize())
                    .distinct()
                    .toList();
        } catch (InvalidPathException e) {
            throw new UserError("The file name '%s' cannot be a path: %s.".formatted(name, e.getReason()), e);
        }
    }

    private String missing(String name) {
        List<Path> places = places(name);
        String looked = places.stream().map(place -> "\n  - " + relative(place)).collect(joining());
        return "There is no file '%s'. Looked at:%s%s".formatted(name, looked, NearestFile.suggestion(this, places));
    }
}
