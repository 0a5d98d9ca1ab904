package dev.lakelight.lake;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A lake's folder. Its name is never used twice, so a task that ends late cannot write into another test's tables.
 *
 * @param path absolute
 * @param files folder of files beside tables, absolute
 */
record LakeFolder(Path path, Path files) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Paths have a limit on Windows, and Delta's own names are long. */
    private static final int LONGEST_NAME = 24;

    static LakeFolder create(LakeOptions options) {
        try {
            return options.home() == null ? createNew(options) : of(options.home());
        } catch (IOException e) {
            throw new EnvironmentError(
                    "Cannot make a folder for the lake '%s' in %s: %s".formatted(options.name(), options.root(), e), e);
        }
    }

    private static LakeFolder of(LakeHome home) throws IOException {
        Files.createDirectories(home.folder());
        Files.createDirectories(home.files());
        return new LakeFolder(home.folder(), home.files());
    }

    private static LakeFolder createNew(LakeOptions options) throws IOException {
        Path root = Files.createDirectories(options.root().toAbsolutePath().normalize());
        Path path = Files.createDirectory(unused(root, slug(options.name())));
        return new LakeFolder(path, Files.createDirectory(path.resolve("files")));
    }

    private static Path unused(Path root, String slug) {
        return root.resolve("%s-%08x".formatted(slug, RANDOM.nextInt()));
    }

    Path warehouse() {
        return path.resolve("warehouse");
    }

    /** Return a folder beside it, which is not there yet, for what the lake was at some moment. */
    Path newImage() {
        return path.resolveSibling("%s.start-%08x".formatted(path.getFileName(), RANDOM.nextInt()));
    }

    /** Return the folders of all Delta tables in it. */
    List<Path> deltaTables() throws IOException {
        try (Stream<Path> paths = Files.walk(path)) {
            return paths.filter(each -> each.endsWith("_delta_log"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    /** Delete it with all that it holds, and its images; what vanishes meanwhile is fine. */
    void delete() throws IOException {
        delete(path);
        deleteImages();
    }

    /** Delete what the lake was before. */
    void deleteImages() throws IOException {
        try (DirectoryStream<Path> images =
                Files.newDirectoryStream(path.resolveSibling(""), path.getFileName() + ".start-*")) {
            for (Path image : images) {
                delete(image);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;

        try (Stream<Path> walked = Files.walk(folder)) {
            paths = walked.sorted(Comparator.reverseOrder()).toList();
        }

        for (Path each : paths) {
            Files.deleteIfExists(each);
        }
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = slug.length() <= LONGEST_NAME ? slug : slug.substring(0, LONGEST_NAME);
        return shortened.isEmpty() ? "lake" : shortened;
    }
}
